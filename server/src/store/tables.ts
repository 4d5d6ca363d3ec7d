import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The campaign: one row. What it says is checked at every start. */
export const campaign = sqliteTable('campaign', {
  id: integer('id').primaryKey(),
  profile: text('profile').notNull(),
  profileHash: text('profile_hash').notNull(),
  pack: text('pack').notNull(),
  schemaHash: text('schema_hash').notNull(),
  seed: integer('seed').notNull(),
  targetTotalCases: integer('target_total_cases').notNull(),
  generationTarget: integer('generation_target').notNull(),
  seedCases: integer('seed_cases').notNull(),
  created: text('created').notNull(),
  /** Options of the last start, as `config.json` shows them. */
  config: text('config', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
});

/** A row of the plan. It lives until its case is accepted, or until it is parked. */
export const slot = sqliteTable(
  'slot',
  {
    ordinal: integer('ordinal').primaryKey(),
    stratum: text('stratum', { mode: 'json' }).$type<Record<string, string | null>>().notNull(),
    state: text('state').$type<'open' | 'leased' | 'accepted' | 'parked'>().notNull(),
    /** Targets of this slot that were refused three times over. */
    failures: integer('failures').notNull().default(0),
    /** Higher is issued first: a returned slot goes to the head of the queue. */
    priority: integer('priority').notNull().default(0),
  },
  (table) => [index('slot_queue').on(table.state, table.priority, table.ordinal)],
);

/** A lease of a slot to an agent, with the target it was given. */
export const instruction = sqliteTable(
  'instruction',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    ordinal: integer('ordinal').notNull(),
    draw: integer('draw').notNull(),
    agent: text('agent'),
    targetToon: text('target_toon').notNull(),
    prompt: text('prompt').notNull(),
    hints: text('hints', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    issuedAt: text('issued_at').notNull(),
    /** Milliseconds of the process clock since the epoch at which the lease runs out. */
    expiresAt: real('expires_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    state: text('state').$type<'issued' | 'accepted' | 'refused' | 'expired' | 'released'>().notNull(),
  },
  (table) => [index('instruction_slot').on(table.ordinal), index('instruction_agent').on(table.agent, table.state), index('instruction_expiry').on(table.state, table.expiresAt)],
);

/** One attempt. */
export const submission = sqliteTable(
  'submission',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    instruction: integer('instruction').notNull(),
    agent: text('agent'),
    textHash: text('text_hash').notNull(),
    caseText: text('case_text').notNull(),
    accepted: integer('accepted', { mode: 'boolean' }).notNull(),
    validation: text('validation', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    receivedAt: text('received_at').notNull(),
  },
  (table) => [uniqueIndex('submission_text').on(table.instruction, table.textHash)],
);

/** An accepted pair. */
export const acceptedCase = sqliteTable(
  'accepted_case',
  {
    instruction: integer('instruction').primaryKey(),
    ordinal: integer('ordinal').notNull().unique(),
    submission: integer('submission').notNull(),
    skeleton: text('skeleton').notNull(),
    textHash: text('text_hash').notNull(),
    split: text('split').notNull().default('train'),
  },
  (table) => [index('case_skeleton').on(table.skeleton), index('case_text').on(table.textHash)],
);

/** MinHash signatures of an accepted case (64 unsigned 32-bit integers, little-endian). */
export const fingerprint = sqliteTable('fingerprint', {
  instruction: integer('instruction').primaryKey(),
  textSignature: blob('text_signature', { mode: 'buffer' }).notNull(),
  skeletonSignature: blob('skeleton_signature', { mode: 'buffer' }).notNull(),
});

/** Slots by state, kept by triggers: a scan at every request would grow with the campaign. */
export const slotCount = sqliteTable('slot_count', { state: text('state').primaryKey(), rows: integer('rows').notNull() });

/** What a person said of an accepted case. */
export const review = sqliteTable('review', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  instruction: integer('instruction').notNull(),
  submission: integer('submission').notNull(),
  verdict: text('verdict').$type<'keep' | 'reject'>().notNull(),
  reason: text('reason').notNull(),
  reviewer: text('reviewer'),
  at: text('at').notNull(),
});

/** What happened, in order; the source of `/events` and of the exports' catching up. */
export const event = sqliteTable('event', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  type: text('type').notNull(),
  at: text('at').notNull(),
  agent: text('agent'),
  instruction: integer('instruction'),
  data: text('data', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
});

/** State of the plan's sequence after a number of rows, so that a restart needs no replay. */
export const planSnapshot = sqliteTable('plan_snapshot', { row: integer('row').primaryKey(), snapshot: text('snapshot', { mode: 'json' }).notNull() });

/** Answers that were given under an Idempotency-Key. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    agent: text('agent').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agent, table.key] })],
);
