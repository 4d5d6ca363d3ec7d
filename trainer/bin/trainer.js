#!/usr/bin/env node
// Committed, because npm links only the launchers that exist when it installs; the build fills dist/.
const { main } = await import('../dist/cli.js').catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write(`${error.message}\nThe build is missing or out of date: run "npm run build" in the project's root.\n`);
  process.exit(1);
});
process.exitCode = await main(process.argv.slice(2));
