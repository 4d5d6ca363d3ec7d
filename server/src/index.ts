export * from './gate/duplicate/fingerprint.ts';
export * from './gate/run.ts';
export * from './gate/verdict.ts';
export * from './language/french-dictionary.ts';
export * from './plan/report.ts';
export * from './plan/sequence.ts';
export * from './prompt/render.ts';
export * from './target/build.ts';
