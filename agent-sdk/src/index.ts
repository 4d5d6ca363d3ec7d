export * from './writers/realizer/index.ts';
