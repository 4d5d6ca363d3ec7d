// Writes the payload type of the schema that ships.
import { writeFileSync } from 'node:fs';
import { builtinSchemaFile, loadMasterSchema, payloadType } from '../dist/index.js';

writeFileSync(new URL('../src/generated/succession-payload.ts', import.meta.url), payloadType(loadMasterSchema(builtinSchemaFile), 'SuccessionPayload'));
