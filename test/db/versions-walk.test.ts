import { ORPCError } from '@orpc/client';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { Entry } from '#shared/contract/entries.ts';
import {
  choiceTo,
  isLocked,
  type MeetingStage,
  type MeetingStatus,
  meetingStatuses,
  movesFrom,
  stageAfter,
} from '#shared/domain/meeting-moves.ts';
import { loadRecord } from '../../electron/features/records/index.ts';
import { hashOfContent } from '../../electron/features/versions/index.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { makeAttendance, makeEntry } from '../support/records.ts';
import { addTalks, withQuickDocuments, word, write } from '../support/talks.ts';

/** A secretary at work on one meeting, with what a test has to know of it. */
interface Real {
  client: Client;
  connection: ReturnType<typeof openTestBackend>['backend']['context']['connection'];
  meetingId: string;
  itemId: string;
}
/** What is expected of the next step comes from what was seen after the last one. */
interface Seen {
  stage: MeetingStage;
  /** Hash of the text that all sides agreed to; null while the minutes are open. */
  agreed: string | null;
}
type Step = fc.AsyncCommand<Seen, Real>;

const nameOf = ({ status, isAmending }: MeetingStage): string => `${status}${isAmending ? ' (amending)' : ''}`;

const expectedCodes = new Set([
  'LOCKED',
  'WRONG_STAGE',
  'NOT_FOUND',
  'MINUTES_EMPTY',
  'COMMENTS_OPEN',
  'TEXT_CHANGED',
  'SIDE_EMPTY',
  'CIRCULATION_OPEN',
  'NOTHING_TO_CIRCULATE',
  'NOTHING_TO_UNDO',
]);

/**
 * One step: whatever it answers, the meeting stands where the table allows, and agreed minutes say what they said.
 * `isText`: it changes the text, so locked minutes must refuse it. `mayTurnBack`: Undo and Redo go anywhere.
 */
function step(
  name: string,
  work: (real: Real, seen: Seen) => Promise<unknown>,
  kind: 'text' | 'move' | 'turn' = 'move',
): Step {
  return {
    check: () => true,
    toString: () => name,
    async run(seen, real) {
      const before = seen.stage;
      let code = '';
      try {
        await work(real, seen);
      } catch (error) {
        if (!(error instanceof ORPCError)) throw error;
        code = String(error.code);
        expect(expectedCodes).toContain(code);
      }
      if (kind === 'text' && isLocked(before.status)) expect(code).toBe('LOCKED');
      await look(seen, real);
      const isStill = nameOf(seen.stage) === nameOf(before);
      if (code !== '') expect(isStill).toBe(true);
      if (kind === 'turn' || isStill) return;
      const after = movesFrom(before).map((move) => stageAfter(before, move.name, move.to));
      expect(after).toContainEqual(seen.stage);
    },
  };
}

async function look(seen: Seen, { client, connection, meetingId }: Real): Promise<void> {
  const { meeting, isAmending } = await client.meetings.get({ id: meetingId });
  const stage = { status: meeting.status, isAmending };
  const [text, agreed] = [hashNow(connection, meetingId), await hashOfAgreed(client, meetingId)];
  // There is always a way on.
  expect(movesFrom(stage)).not.toEqual([]);
  if (isLocked(stage.status)) {
    expect(text).toBe(agreed);
    // Nothing changes it while it stays agreed, not even what would agree to it once more.
    if (seen.agreed !== null && isLocked(seen.stage.status)) expect(text).toBe(seen.agreed);
  }
  const open = connection.sql<{ amendments: number; circulations: number }>(
    `SELECT (SELECT count(*) FROM amendment WHERE closed_at_ms IS NULL) AS amendments,
            (SELECT count(*) FROM circulation WHERE closed_at_ms IS NULL) AS circulations`,
  )[0];
  expect(open?.amendments).toBe(isAmending ? 1 : 0);
  expect(open?.circulations).toBeLessThanOrEqual(stage.status === 'circulated' ? 1 : 0);
  expect(connection.sql('PRAGMA foreign_key_check')).toEqual([]);
  seen.stage = stage;
  seen.agreed = isLocked(stage.status) ? text : null;
}

function hashNow(connection: Real['connection'], meetingId: string): string {
  const record = loadRecord(connection, meetingId);
  return record === undefined ? '' : hashOfContent(record);
}

async function hashOfAgreed(client: Client, meetingId: string): Promise<string | undefined> {
  const { versions } = await client.versions.state({ meetingId });
  return versions.findLast(({ agreedAtMs }) => agreedAtMs !== null)?.contentSha256;
}

/** Every side but those left out says yes to the text as it stands. */
async function agree({ client, meetingId }: Real, leaveOut = 0): Promise<void> {
  const { versionId } = await client.versions.keep({ meetingId, reason: '' });
  const { sideIds } = await client.versions.state({ meetingId });
  for (const sideId of sideIds.slice(leaveOut)) {
    if ((await client.versions.agree(word(meetingId, versionId, sideId))).isAgreed) return;
  }
}

async function settle({ client, meetingId }: Real): Promise<void> {
  for (const { id, state } of await client.circulations.comments({ meetingId })) {
    if (state === 'open') await client.circulations.settleComment({ id, state: 'declined', reason: 'No.' });
  }
}

const choose = (to: MeetingStatus): Step =>
  step(`choose ${to}`, async ({ client, meetingId }, { stage }) => {
    const isOpen = to === stage.status || choiceTo(stage, to) !== undefined;
    const update = client.meetings.update({ id: meetingId, status: to });
    if (isOpen) await update;
    else await expect(update).rejects.toMatchObject({ code: 'WRONG_STAGE' });
  });

const type = (index: number, words: string): Step =>
  step(
    `type «${words}» in row ${String(index)}`,
    async ({ client, meetingId }) => {
      const entry = await pickEntry(client, meetingId, index);
      const { text, revision } = entry.texts.ru;
      const changed = text === words ? `${words} Да.` : words;
      await client.entries.saveText({ entryId: entry.id, language: 'ru', text: changed, revision });
    },
    'text',
  );

const removeRow = (index: number): Step =>
  step(
    `remove row ${String(index)}`,
    async ({ client, meetingId }) => {
      await client.entries.remove({ ids: [(await pickEntry(client, meetingId, index)).id] });
    },
    'text',
  );

const addRow = step(
  'add a row',
  ({ client, meetingId, itemId }) => {
    const entry = makeEntry(meetingId, itemId, { orderKey: `a${newId().replaceAll('-', '')}` });
    return client.entries.add({ entries: [{ ...entry, texts: { ...entry.texts, ru: write('Новая строка.') } }] });
  },
  'text',
);

const addParticipant = step(
  'add a participant',
  ({ client, meetingId }) =>
    client.attendance.add(makeAttendance(meetingId, { name: { en: 'Guest', ru: 'Гость', zh: '来宾' } })),
  'text',
);

const comment = step('comment', ({ client, meetingId }) =>
  client.circulations.addComment({
    id: newId(),
    meetingId,
    circulationId: null,
    entryId: null,
    language: 'ru',
    quote: '',
    author: 'Ху Идун',
    sideId: null,
    text: 'Уточнить.',
    receivedAtMs: 0,
  }),
);

const circulate = step('circulate', async ({ client, meetingId }) => {
  const { attendance } = await client.meetings.get({ id: meetingId });
  const recipientIds = attendance.map(({ id }) => id);
  await client.circulations.open({ id: newId(), meetingId, commentsDue: null, note: '', recipientIds });
});

const closeCirculation = step('close the circulation', async ({ client, meetingId }) => {
  const open = (await client.circulations.list({ meetingId })).find(({ closedAtMs }) => closedAtMs === null);
  if (open !== undefined) await client.circulations.close({ id: open.id });
});

const settleComments = step('settle all comments', settle);
const withdraw = step('withdraw', ({ client, meetingId }) => client.circulations.withdraw({ meetingId }));
const oneAgrees = step('one side agrees', (real) => agree(real, 1));
const allAgree = step('all settle and agree', async (real) => {
  await settle(real);
  await agree(real);
});
const amend = step('amend', ({ client, meetingId }) =>
  client.versions.amend({ id: newId(), meetingId, reason: 'A wrong date' }),
);
const drop = step('drop the amendment', ({ client, meetingId }) => client.versions.dropAmendment({ meetingId }));
const undo = step('undo', ({ client }) => client.history.undo(), 'turn');
const redo = step('redo', ({ client }) => client.history.redo(), 'turn');

/** One of the rows; a new one where the walk has removed them all. */
async function pickEntry(client: Client, meetingId: string, index: number): Promise<Entry> {
  const { entries, agenda } = await client.meetings.get({ id: meetingId });
  const entry = entries[index % Math.max(entries.length, 1)];
  if (entry !== undefined) return entry;
  const first = makeEntry(meetingId, agenda[0]?.id ?? '');
  await client.entries.add({ entries: [first] });
  return first;
}

/** Runs steps one after the other on a meeting of its own, and says what must be true at the end. */
async function walk(run: (model: Seen, real: Real) => Promise<void>): Promise<void> {
  const { backend, logged } = openTestBackend();
  const client = withQuickDocuments(backend);
  const { connection } = backend.context;
  const { meeting, item } = await addTalks(client);
  // Undo does not lead back behind the meeting: what is walked is its life.
  connection.sql("UPDATE change_set SET kind = 'fixed'");
  const real = { client, connection, meetingId: meeting.id, itemId: item.id };
  await run({ stage: { status: 'draft', isAmending: false }, agreed: null }, real);
  expect((await client.app.check()).integrity).toBe('ok');
  expect(await client.versions.verify({ meetingId: meeting.id })).toEqual([]);
  expect(logged).toEqual([]);
  await backend.close();
}

test('a meeting comes to every stage, and out of it again', async () => {
  const visited = new Set<string>();
  const way = [
    choose('planned'),
    choose('live'),
    choose('draft'),
    comment,
    circulate,
    closeCirculation,
    settleComments,
  ];
  const amended = [oneAgrees, allAgree, addRow, amend, type(0, 'Решили.'), circulate, withdraw, circulate, allAgree];
  const dropped = [amend, removeRow(1), addParticipant, drop, undo, redo, type(0, 'Нет.')];
  await walk(async (model, real) => {
    for (const one of [...way, ...amended, ...dropped]) {
      await one.run(model, real);
      visited.add(nameOf(model.stage));
    }
    expect(model.stage.status).toBe('amended');
  });
  expect([...visited].sort()).toEqual([
    'agreed',
    'amended',
    'circulated',
    'circulated (amending)',
    'draft',
    'draft (amending)',
    'live',
    'planned',
  ]);
});

test('a meeting walked at random always has a way on, and what was agreed is never changed', async () => {
  const row = fc.nat(9);
  const steps: fc.Arbitrary<Step>[] = [
    fc.constantFrom(...meetingStatuses).map(choose),
    fc.tuple(row, fc.constantFrom('Решили.', '商定。', 'Agreed.', '')).map(([index, words]) => type(index, words)),
    row.map(removeRow),
    ...[addRow, addParticipant, comment, settleComments, circulate, closeCirculation, withdraw].map(fc.constant),
    ...[oneAgrees, allAgree, amend, drop, undo, undo, redo].map(fc.constant),
  ];
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: 'max' }), (commands) =>
      walk((model, real) => fc.asyncModelRun(() => ({ model, real }), commands)),
    ),
    { numRuns: 30, interruptAfterTimeLimit: 8_000, endOnFailure: true },
  );
});
