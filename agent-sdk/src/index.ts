export * from './agent.ts';
export * from './client.ts';
export * from './errors.ts';
export * from './writers/embedded.ts';
export * from './writers/realizer/index.ts';
export * from './writers/writer.ts';
