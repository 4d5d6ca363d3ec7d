/** Wire shapes of the HTTP contract and its problem codes. The only place where they are declared. */
import { z } from 'zod';

export const problemCodes = {
  'bad-json': 400,
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'unknown-instruction': 404,
  'method-not-allowed': 405,
  'lease-expired': 409,
  'not-your-lease': 409,
  'no-slot': 409,
  'already-accepted': 409,
  'not-accepted': 409,
  'idempotency-mismatch': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'case-refused': 422,
  'too-many-requests': 429,
  internal: 500,
  'shutting-down': 503,
  'storage-full': 507,
} as const;
export type ProblemCode = keyof typeof problemCodes;

/** Printable, at most 64 characters: it is shown on terminals and pages. */
export const agentIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}\p{P}\p{S} ]+$/u, 'printable characters only');
export const instructionIdSchema = z.string().regex(/^INS-\d{4,12}$/, 'an id such as INS-0001');

export const nextRequestSchema = z
  .object({
    agent_id: agentIdSchema.optional(),
    topic: z.string().max(64).optional(),
    force: z.record(z.string().max(64), z.string().max(64).nullable()).optional(),
    count: z.coerce.number().int().min(1).max(100).optional(),
  })
  .strict();
export type NextRequest = z.infer<typeof nextRequestSchema>;

export const submissionSchema = z
  .object({
    instruction_id: instructionIdSchema,
    agent_id: agentIdSchema.optional(),
    case_text: z.string().refine((text) => text.trim() !== '', 'the text is empty'),
  })
  .strict();
export type Submission = z.infer<typeof submissionSchema>;
export const batchSchema = z.object({ submissions: z.array(submissionSchema).min(1).max(100) }).strict();
export const validateRequestSchema = z
  .object({
    instruction_id: instructionIdSchema.optional(),
    agent_id: agentIdSchema.optional(),
    case_text: z.string(),
    target_toon: z.string().max(65_536).optional(),
    stratum: z.record(z.string(), z.string().nullable()).optional(),
  })
  .strict();
export const reviewRequestSchema = z
  .object({ verdict: z.enum(['keep', 'reject']), reason: z.string().max(2000).default(''), reviewer: agentIdSchema.optional() })
  .strict()
  .refine((review) => review.verdict === 'keep' || review.reason.trim() !== '', 'a rejection needs a reason');
export const leaseRequestSchema = z.object({ instruction_id: instructionIdSchema, agent_id: agentIdSchema.optional() }).strict();

export const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(['refuse', 'warn']),
  message: z.string(),
  path: z.string().optional(),
  span: z.tuple([z.number(), z.number()]).optional(),
});
export type WireProblem = z.infer<typeof problemSchema>;

export const validationSchema = z.object({
  accepted: z.boolean(),
  problems: z.array(problemSchema),
  evidence: z.record(z.string(), z.tuple([z.number(), z.number()])),
  measures: z.record(z.string(), z.number()),
});
export type Validation = z.infer<typeof validationSchema>;

export const instructionSchema = z.object({
  instruction_id: instructionIdSchema,
  target_toon: z.string(),
  prompt: z.string(),
  dimensions: z.record(z.string(), z.string().nullable()),
  hints: z.record(z.string(), z.unknown()),
  lease_expires_at: z.string(),
  attempts_left: z.number().int(),
  pack: z.object({ name: z.string(), schema_hash: z.string() }),
});
export type Instruction = z.infer<typeof instructionSchema>;

export const coverageSchema = z.object({
  target_total_cases: z.number().int(),
  generation_target: z.number().int(),
  seed_cases: z.number().int(),
  issued: z.number().int(),
  submitted: z.number().int(),
  training_cases_current: z.number().int(),
  remaining: z.number().int(),
  dimensions: z.record(z.string(), z.record(z.string(), z.object({ target_share: z.number(), target_count: z.number(), current: z.number().int(), gap: z.number() }))),
});
export type Coverage = z.infer<typeof coverageSchema>;

export const nextResponseSchema = z.object({
  instruction: instructionSchema.nullable().optional(),
  instructions: z.array(instructionSchema).optional(),
  done: z.boolean().optional(),
  parked: z.number().int().optional(),
  wait: z.boolean().optional(),
  retry_after_ms: z.number().optional(),
  message: z.string().optional(),
  coverage: coverageSchema,
});
export type NextResponse = z.infer<typeof nextResponseSchema>;

export const submitResponseSchema = z.object({
  stored: z.literal(true),
  instruction_id: instructionIdSchema,
  validation: validationSchema,
  target_toon_lines: z.array(z.string()),
  coverage: coverageSchema,
});
export type SubmitResponse = z.infer<typeof submitResponseSchema>;

export const healthSchema = coverageSchema
  .omit({ dimensions: true, remaining: true })
  .extend({ ok: z.boolean(), parked: z.number().int().optional(), open_leases: z.number().int().optional() });
export type Health = z.infer<typeof healthSchema>;

/** An RFC 9457 problem with the `error` string that old clients read. */
export const problemDocumentSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  error: z.string(),
  problems: z.array(problemSchema).optional(),
  attempts_left: z.number().int().optional(),
  retry_after_ms: z.number().optional(),
});
export type ProblemDocument = z.infer<typeof problemDocumentSchema>;

/** A batch always answers 200: each text has what it would have got alone. */
export const batchResponseSchema = z.object({ results: z.array(z.union([submitResponseSchema, problemDocumentSchema])), coverage: coverageSchema });
export type BatchResponse = z.infer<typeof batchResponseSchema>;

export const eventSchema = z.object({
  id: z.number().int(),
  type: z.enum(['lease-granted', 'lease-renewed', 'lease-expired', 'lease-released', 'case-accepted', 'case-refused', 'slot-parked', 'case-rejected']),
  at: z.string(),
  agent_id: z.string().nullable(),
  instruction_id: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type CampaignEvent = z.infer<typeof eventSchema>;

/** Header in which an agent may say what writes its texts (`realizer`, `model openai:…`): at most 64 printable characters. */
export const WRITER_HEADER = 'x-writer';

/** How a campaign goes, for dashboards. Minutes are whole ones since the epoch; series hold only minutes in which something came. */
export const statisticsSchema = z.object({
  campaign: z.object({ pack: z.string(), profile: z.string(), seed: z.number().int(), schema_hash: z.string(), created: z.string() }),
  coverage: coverageSchema,
  open: z.number().int(),
  open_leases: z.number().int(),
  parked: z.number().int(),
  refused: z.number().int(),
  rejected: z.number().int(),
  worst_margin: z.number(),
  /** Accepted cases a minute over the last ten minutes at most. */
  cases_per_minute: z.number(),
  minutes: z.array(z.object({ minute: z.number().int(), accepted: z.number().int(), refused: z.number().int(), pairs_seen: z.number().int() })),
  pairs: z.object({
    possible: z.number().int(),
    seen: z.number().int(),
    worst: z.array(z.object({ axes: z.tuple([z.string(), z.string()]), levels: z.tuple([z.string(), z.string()]), plan: z.number(), accepted: z.number().int(), off: z.number() })),
  }),
  agents: z.array(
    z.object({
      agent_id: z.string(),
      open_leases: z.number().int(),
      accepted: z.number().int(),
      refused: z.number().int(),
      expired: z.number().int(),
      last_seen: z.string(),
      cases_per_minute: z.number(),
      /** What it last said that writes its texts; null where it does not say. */
      writer: z.string().nullable(),
    }),
  ),
  /** `alone`: texts that this reason alone refused; they would have been accepted had it only warned. */
  reasons: z.array(
    z.object({
      code: z.string(),
      count: z.number().int(),
      alone: z.number().int(),
      agents: z.record(z.string(), z.number().int()),
      writers: z.record(z.string(), z.number().int()),
    }),
  ),
  writers: z.array(z.object({ writer: z.string(), accepted: z.number().int(), refused: z.number().int() })),
  last_event: z.number().int(),
});
export type Statistics = z.infer<typeof statisticsSchema>;

/** Two axes against each other: rows accepted and rows that the plan has for as many. */
export const pairMatrixSchema = z.object({
  axes: z.tuple([z.string(), z.string()]),
  levels: z.tuple([z.array(z.string()), z.array(z.string())]),
  plan: z.array(z.array(z.number())),
  accepted: z.array(z.array(z.number().int())),
  excluded: z.array(z.array(z.boolean())),
});
export type PairMatrix = z.infer<typeof pairMatrixSchema>;

/** A case in a list: enough to find it by. */
export const listedCaseSchema = z.object({
  instruction_id: instructionIdSchema,
  agent_id: z.string().nullable(),
  submitted_at: z.string(),
  dimensions: z.record(z.string(), z.string().nullable()),
  words: z.number().int(),
  warnings: z.number().int(),
  start: z.string(),
});
export type ListedCase = z.infer<typeof listedCaseSchema>;

const attemptSchema = z.object({
  instruction_id: instructionIdSchema,
  agent_id: z.string().nullable(),
  received_at: z.string(),
  case_text: z.string(),
  accepted: z.boolean(),
  validation: validationSchema,
});

/** One case with all that is known of it. */
export const caseViewSchema = z.object({
  instruction_id: instructionIdSchema,
  agent_id: z.string().nullable(),
  submitted_at: z.string(),
  case_text: z.string(),
  target_toon: z.string(),
  validation: validationSchema,
  dimensions: z.record(z.string(), z.string().nullable()),
  attempts: z.array(attemptSchema),
  nearest: z.object({ instruction_id: z.string().nullable(), jaccard: z.number(), text: z.string() }).nullable(),
});
export type CaseView = z.infer<typeof caseViewSchema>;

/** A refused text with what was wrong with it. */
export const refusalSchema = attemptSchema;
export type Refusal = z.infer<typeof refusalSchema>;

export const exportedFileSchema = z.object({ name: z.string(), bytes: z.number().int(), rows: z.number().int().nullable() });
export type ExportedFile = z.infer<typeof exportedFileSchema>;

/** What a dataset of the accepted cases would be. */
export const datasetPreviewSchema = z.object({
  cases: z.number().int(),
  rows: z.object({ train: z.number().int(), validation: z.number().int(), test: z.number().int() }),
  card: z.string(),
});
export type DatasetPreview = z.infer<typeof datasetPreviewSchema>;

export const sessionRequestSchema = z.object({ token: z.string().min(1).max(512) }).strict();
