/** Released migrations never change; `migrations.test.ts` freezes their checksums. */
export const initial = `
CREATE TABLE campaign (id INTEGER PRIMARY KEY, profile TEXT NOT NULL, profile_hash TEXT NOT NULL, pack TEXT NOT NULL, schema_hash TEXT NOT NULL, seed INTEGER NOT NULL, target_total_cases INTEGER NOT NULL, generation_target INTEGER NOT NULL, seed_cases INTEGER NOT NULL, created TEXT NOT NULL) STRICT;
CREATE TABLE slot (ordinal INTEGER PRIMARY KEY, stratum TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('open','leased','accepted','parked')), failures INTEGER NOT NULL DEFAULT 0, priority INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX slot_queue ON slot (state, priority, ordinal);
CREATE TABLE instruction (number INTEGER PRIMARY KEY AUTOINCREMENT, ordinal INTEGER NOT NULL REFERENCES slot (ordinal), draw INTEGER NOT NULL, agent TEXT, target_toon TEXT NOT NULL, prompt TEXT NOT NULL, hints TEXT NOT NULL, issued_at TEXT NOT NULL, expires_at REAL NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL CHECK (state IN ('issued','accepted','refused','expired','released'))) STRICT;
CREATE INDEX instruction_slot ON instruction (ordinal);
CREATE INDEX instruction_agent ON instruction (agent, state);
CREATE INDEX instruction_expiry ON instruction (state, expires_at);
CREATE TABLE submission (id INTEGER PRIMARY KEY AUTOINCREMENT, instruction INTEGER NOT NULL REFERENCES instruction (number), agent TEXT, text_hash TEXT NOT NULL, case_text TEXT NOT NULL, accepted INTEGER NOT NULL, validation TEXT NOT NULL, received_at TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX submission_text ON submission (instruction, text_hash);
CREATE TABLE accepted_case (instruction INTEGER PRIMARY KEY REFERENCES instruction (number), ordinal INTEGER NOT NULL UNIQUE REFERENCES slot (ordinal), submission INTEGER NOT NULL REFERENCES submission (id), skeleton TEXT NOT NULL, text_hash TEXT NOT NULL, split TEXT NOT NULL DEFAULT 'train') STRICT;
CREATE INDEX case_skeleton ON accepted_case (skeleton);
CREATE INDEX case_text ON accepted_case (text_hash);
CREATE TABLE event (id INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, at TEXT NOT NULL, agent TEXT, instruction INTEGER, data TEXT NOT NULL) STRICT;
CREATE TABLE plan_snapshot (row INTEGER PRIMARY KEY, snapshot TEXT NOT NULL) STRICT;
CREATE TABLE idempotency (agent TEXT NOT NULL, key TEXT NOT NULL, request_hash TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (agent, key)) STRICT;
`;
