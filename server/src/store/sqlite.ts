import { and, asc, count, desc, eq, gt, lt, lte, sql, type Placeholder } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { CampaignEvent, Hints, Stratum } from '@case-swarm/schema';
import type { PlanSnapshot } from '../plan/sequence.ts';
import { GroupCommit } from './group-commit.ts';
import { instructionId } from './instruction-id.ts';
import { migrate, openFile } from './open-database.ts';
import { bytesOf, signatureIn } from './signature-bytes.ts';
import { StorageFull, type CaseRow, type Counts, type InstructionRow, type SlotKey, type SlotRow, type Store, type SubmissionRow } from './store.ts';
import * as tables from './tables.ts';

const PAGE = 2000;

export interface StoreOptions {
  /** Told of each statement that runs, its values put in, for those who look for slow ones. */
  readonly onQuery?: (sql: string) => void;
  /** Memory for pages of the database. */
  readonly cacheKiB?: number;
}

/**
 * Opens (or makes) the campaign's database.
 * @throws UserError `database-newer`, `database-changed`, `database-locked` or `state-unwritable`.
 */
export function openSqliteStore(file: string, { onQuery, cacheKiB = 8192 }: StoreOptions = {}): Store {
  const database = openFile(file, cacheKiB, onQuery);
  migrate(database, file);
  const db = drizzle(database);
  const commit = new GroupCommit(
    (run) => {
      try {
        database.transaction(run).immediate();
      } catch (error) {
        throw (error as { code?: string }).code === 'SQLITE_FULL'
          ? new StorageFull('the disk that holds the state folder is full; nothing was lost, free some space and go on')
          : error;
      }
    },
    (run) => database.transaction(run)(),
  );
  const { acceptedCase, campaign, event, fingerprint, idempotency, instruction, planSnapshot, review, slot, slotCount, submission } = tables;
  const toInstruction = (row: typeof instruction.$inferSelect): InstructionRow => ({ ...row, hints: row.hints as Hints });

  const joined = () =>
    db
      .select()
      .from(acceptedCase)
      .innerJoin(instruction, eq(instruction.number, acceptedCase.instruction))
      .innerJoin(submission, eq(submission.id, acceptedCase.submission))
      .innerJoin(slot, eq(slot.ordinal, acceptedCase.ordinal));
  const toCase = (row: Awaited<ReturnType<typeof joined>>[number]): CaseRow => ({
    instruction: toInstruction(row.instruction),
    stratum: row.slot.stratum,
    submission: row.submission as SubmissionRow,
    split: row.accepted_case.split,
  });

  // Prepared once: these run at every request.
  const openQueue = db
    .select()
    .from(slot)
    .where(eq(slot.state, 'open'))
    .orderBy(desc(slot.priority), asc(slot.ordinal))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare();
  // By ordinal: the plus keeps SQLite from reading and sorting all open slots by the queue's index.
  const openBehind = db
    .select()
    .from(slot)
    .where(and(sql`+${slot.state} = 'open'`, gt(slot.ordinal, sql.placeholder('ordinal'))))
    .orderBy(asc(slot.ordinal))
    .limit(sql.placeholder('limit'))
    .prepare();
  const byNumber = db
    .select()
    .from(instruction)
    .where(eq(instruction.number, sql.placeholder('number')))
    .prepare();
  const byState = db.select().from(slotCount).prepare();
  const slotByOrdinal = db
    .select()
    .from(slot)
    .where(eq(slot.ordinal, sql.placeholder('ordinal')))
    .prepare();
  const insertLease = db
    .insert(instruction)
    .values({
      ordinal: sql.placeholder('ordinal'),
      draw: sql.placeholder('draw'),
      agent: sql.placeholder('agent'),
      targetToon: sql.placeholder('targetToon'),
      prompt: sql.placeholder('prompt'),
      hints: sql.placeholder('hints'),
      issuedAt: sql.placeholder('issuedAt'),
      expiresAt: sql.placeholder('expiresAt'),
      state: 'issued',
    })
    .prepare();
  const insertEvent = db
    .insert(event)
    .values({
      type: sql.placeholder('type'),
      at: sql.placeholder('at'),
      agent: sql.placeholder('agent'),
      instruction: sql.placeholder('instruction'),
      data: sql.placeholder('data'),
    })
    .prepare();
  const insertSubmission = db
    .insert(submission)
    .values({
      instruction: sql.placeholder('instruction'),
      agent: sql.placeholder('agent'),
      textHash: sql.placeholder('textHash'),
      caseText: sql.placeholder('caseText'),
      accepted: sql.placeholder('accepted'),
      validation: sql.placeholder('validation'),
      receivedAt: sql.placeholder('receivedAt'),
    })
    .returning({ id: submission.id })
    .prepare();
  const byText = db
    .select()
    .from(submission)
    .where(and(eq(submission.instruction, sql.placeholder('number')), eq(submission.textHash, sql.placeholder('textHash'))))
    .prepare();
  const expired = db
    .select()
    .from(instruction)
    .where(and(eq(instruction.state, 'issued'), lte(instruction.expiresAt, sql.placeholder('now'))))
    .prepare();
  const byAgent = db
    .select()
    .from(instruction)
    .where(and(eq(instruction.agent, sql.placeholder('agent')), eq(instruction.state, 'issued')))
    .orderBy(asc(instruction.number))
    .prepare();
  const updateSlot = preparedUpdates((columns) =>
    db
      .update(slot)
      .set(columns)
      .where(eq(slot.ordinal, sql.placeholder('key')))
      .prepare(),
  );
  const updateInstruction = preparedUpdates((columns) =>
    db
      .update(instruction)
      .set(columns)
      .where(eq(instruction.number, sql.placeholder('key')))
      .prepare(),
  );
  const eventsAfter = db
    .select()
    .from(event)
    .where(gt(event.id, sql.placeholder('after')))
    .orderBy(asc(event.id))
    .limit(sql.placeholder('limit'))
    .prepare();
  const soonest = db
    .select({ at: sql<number | null>`min(${instruction.expiresAt})` })
    .from(instruction)
    .where(eq(instruction.state, 'issued'))
    .prepare();
  const issuedCount = db
    .select({ last: sql<number>`coalesce(max(${instruction.number}), 0)` })
    .from(instruction)
    .prepare();

  const openByKey = database.prepare("SELECT ordinal, failures FROM slot WHERE state = 'open' ORDER BY priority DESC, ordinal LIMIT ? OFFSET ?");
  const rowsPlanned = database.prepare('SELECT row FROM plan_snapshot').pluck();
  const strataByState = database.prepare('SELECT stratum FROM slot WHERE state = ?').pluck();
  // Many answers are given between two changes; what was counted last holds until the next.
  const ownChanges = database.prepare('SELECT total_changes()').pluck();
  const othersChanges = database.prepare('PRAGMA data_version').pluck();
  let counted: { readonly version: string; readonly counts: Counts } | undefined;
  const insertCase = db
    .insert(acceptedCase)
    .values({
      instruction: sql.placeholder('instruction'),
      ordinal: sql.placeholder('ordinal'),
      submission: sql.placeholder('submission'),
      skeleton: sql.placeholder('skeleton'),
      textHash: sql.placeholder('textHash'),
    })
    .prepare();
  const insertFingerprint = db
    .insert(fingerprint)
    .values({ instruction: sql.placeholder('instruction'), textSignature: sql.placeholder('textSignature'), skeletonSignature: sql.placeholder('skeletonSignature') })
    .prepare();
  const textOfCase = db
    .select({ text: submission.caseText })
    .from(acceptedCase)
    .innerJoin(submission, eq(submission.id, acceptedCase.submission))
    .where(eq(acceptedCase.instruction, sql.placeholder('number')))
    .prepare();

  return {
    write: (work, patienceMs) => commit.run(work, patienceMs),
    campaign: () => db.select().from(campaign).get(),
    saveCampaign(row) {
      db.insert(campaign)
        .values({ id: 1, ...row })
        .onConflictDoUpdate({ target: campaign.id, set: row })
        .run();
    },
    counts(): Counts {
      const version = `${String(othersChanges.get())} ${String(ownChanges.get())}`;
      if (counted?.version === version) return counted.counts;
      const rows = Object.fromEntries(byState.all().map((row) => [row.state, row.rows]));
      const counts = { issued: issuedCount.get()?.last ?? 0, accepted: rows['accepted'] ?? 0, open: rows['open'] ?? 0, leased: rows['leased'] ?? 0, parked: rows['parked'] ?? 0 };
      counted = { version, counts };
      return counts;
    },
    addSlots(slots) {
      if (slots.length > 0)
        db.insert(slot)
          .values(slots.map((row) => ({ ...row, state: 'open' as const })))
          .run();
    },
    slot: (ordinal) => slotByOrdinal.get({ ordinal }) as SlotRow | undefined,
    openSlots: (limit) => openQueue.all({ limit, offset: 0 }) as SlotRow[],
    openKeys: (limit, from) => openByKey.all(limit, from) as SlotKey[],
    matchingSlots(limit, matches) {
      const found: SlotRow[] = [];
      for (let offset = 0; found.length < limit; offset += PAGE) {
        const page = openQueue.all({ limit: PAGE, offset });
        for (const row of page) if (found.length < limit && matches(row.stratum)) found.push(row as SlotRow);
        if (page.length < PAGE) break;
      }
      return found;
    },
    slotsBehind: (ordinal, limit) => openBehind.all({ ordinal, limit }) as SlotRow[],
    setSlot(ordinal, change) {
      updateSlot(ordinal, change);
    },
    *slotStrata(state) {
      for (const text of strataByState.iterate(state) as Iterable<string>) yield JSON.parse(text) as Stratum;
    },
    addLease(lease) {
      const { lastInsertRowid } = insertLease.run({ ...lease });
      return { ...lease, number: Number(lastInsertRowid), state: 'issued', attempts: 0 };
    },
    importInstruction(row) {
      db.insert(instruction)
        .values({ ...row, hints: { ...row.hints } })
        .run();
    },
    instruction(number) {
      const row = byNumber.get({ number });
      return row && toInstruction(row);
    },
    openLeases: (agent) => byAgent.all({ agent }).map(toInstruction),
    expiredLeases: (now) => expired.all({ now }).map(toInstruction),
    issuedLeases: () => db.select().from(instruction).where(eq(instruction.state, 'issued')).all().map(toInstruction),
    soonestExpiry: () => soonest.get()?.at ?? undefined,
    leasesByAgent: () =>
      new Map(
        db
          .select({ agent: instruction.agent, leases: count() })
          .from(instruction)
          .where(eq(instruction.state, 'issued'))
          .groupBy(instruction.agent)
          .all()
          .map((row) => [row.agent, row.leases]),
      ),
    setInstruction(number, change) {
      updateInstruction(number, change);
    },
    instructionsFrom: (after, limit) =>
      db
        .select()
        .from(instruction)
        .innerJoin(slot, eq(slot.ordinal, instruction.ordinal))
        .where(gt(instruction.number, after))
        .orderBy(asc(instruction.number))
        .limit(limit)
        .all()
        .map((row) => ({ instruction: toInstruction(row.instruction), stratum: row.slot.stratum })),
    drawsOf: (ordinal) =>
      db
        .select({ rows: count() })
        .from(instruction)
        .where(and(eq(instruction.ordinal, ordinal), eq(instruction.state, 'refused')))
        .get()?.rows ?? 0,
    addSubmission: (row) => insertSubmission.get({ ...row }).id,
    submissionByText: (number, textHash) => byText.get({ number, textHash }) as SubmissionRow | undefined,
    submissionsOf: (number) => db.select().from(submission).where(eq(submission.instruction, number)).orderBy(asc(submission.id)).all() as SubmissionRow[],
    acceptCase({ textSignature, skeletonSignature, ...row }) {
      insertCase.run({ ...row });
      insertFingerprint.run({ instruction: row.instruction, textSignature: bytesOf(textSignature), skeletonSignature: bytesOf(skeletonSignature) });
    },
    removeCase(number) {
      db.delete(fingerprint).where(eq(fingerprint.instruction, number)).run();
      db.delete(acceptedCase).where(eq(acceptedCase.instruction, number)).run();
    },
    casesFrom: (after, limit) => joined().where(gt(acceptedCase.submission, after)).orderBy(asc(acceptedCase.submission)).limit(limit).all().map(toCase),
    casesThrough: (last) => db.select({ rows: count() }).from(acceptedCase).where(lte(acceptedCase.submission, last)).get()?.rows ?? 0,
    casesBefore: (before, limit) => joined().where(lt(acceptedCase.submission, before)).orderBy(desc(acceptedCase.submission)).limit(limit).all().map(toCase),
    refusedBefore: (before, limit) =>
      db
        .select()
        .from(submission)
        .where(and(eq(submission.accepted, false), lt(submission.id, before)))
        .orderBy(desc(submission.id))
        .limit(limit)
        .all() as SubmissionRow[],
    attemptsAt: (ordinal) =>
      db
        .select({ submission })
        .from(submission)
        .innerJoin(instruction, eq(instruction.number, submission.instruction))
        .where(eq(instruction.ordinal, ordinal))
        .orderBy(asc(submission.id))
        .all()
        .map((row) => row.submission as SubmissionRow),
    caseOf(number) {
      const row = joined().where(eq(acceptedCase.instruction, number)).get();
      return row && toCase(row);
    },
    caseText: (number) => textOfCase.get({ number })?.text,
    fingerprintsFrom: (after, limit) =>
      db
        .select({ instruction: acceptedCase.instruction, text: fingerprint.textSignature, skeleton: fingerprint.skeletonSignature })
        .from(acceptedCase)
        .leftJoin(fingerprint, eq(fingerprint.instruction, acceptedCase.instruction))
        .where(gt(acceptedCase.instruction, after))
        .orderBy(asc(acceptedCase.instruction))
        .limit(limit)
        .all()
        .map((row) => ({
          instruction: row.instruction,
          textSignature: row.text ? signatureIn(row.text) : undefined,
          skeletonSignature: row.skeleton ? signatureIn(row.skeleton) : undefined,
        })),
    addReview(row) {
      db.insert(review).values(row).run();
    },
    reviews: () => db.select().from(review).orderBy(asc(review.id)).all(),
    addEvent(type, at, agent, number, data) {
      insertEvent.run({ type, at, agent, instruction: number, data });
    },
    eventsFrom: (after, limit) =>
      eventsAfter.all({ after, limit }).map((row) => ({
        id: row.id,
        type: row.type as CampaignEvent['type'],
        at: row.at,
        agent_id: row.agent,
        instruction_id: row.instruction === null ? null : instructionId(row.instruction),
        data: row.data,
      })),
    lastEvent: () =>
      db
        .select({ last: sql<number>`coalesce(max(${event.id}), 0)` })
        .from(event)
        .get()?.last ?? 0,
    savePlan(snapshot) {
      db.delete(planSnapshot).run();
      db.insert(planSnapshot).values({ row: snapshot.row, snapshot }).run();
    },
    plannedRows: () => (rowsPlanned.get() as number | undefined) ?? 0,
    loadPlan: () => db.select().from(planSnapshot).get()?.snapshot as PlanSnapshot | undefined,
    remembered: (agent, key) =>
      db
        .select()
        .from(idempotency)
        .where(and(eq(idempotency.agent, agent), eq(idempotency.key, key)))
        .get(),
    remember(agent, key, requestHash, status, body) {
      db.insert(idempotency).values({ agent, key, requestHash, status, body }).onConflictDoNothing().run();
    },
    checkIntegrity: () => (database.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    async backup(target) {
      await database.backup(target);
    },
    checkpoint() {
      database.pragma('wal_checkpoint(PASSIVE)');
    },
    close() {
      database.close();
    },
  };
}

/** Updates by key whose statement is built once for each set of columns. */
function preparedUpdates(
  build: (columns: Record<string, Placeholder>) => { run(values: Record<string, unknown>): unknown },
): (key: number, change: Record<string, unknown>) => void {
  const known = new Map<string, ReturnType<typeof build>>();
  return (key, change) => {
    const names = Object.keys(change);
    const shape = names.join(',');
    let statement = known.get(shape);
    if (!statement) known.set(shape, (statement = build(Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])))));
    statement.run({ ...change, key });
  };
}
