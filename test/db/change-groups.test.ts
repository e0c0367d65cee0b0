import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyHistory, changeSet, historyState, type Touched, type Write } from '../../electron/db/changes.ts';
import type { Connection } from '../../electron/db/connection.ts';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';

const changeNames = ['entry.add', 'entry.text', 'entry.kind'] as const;

interface Step {
  kind: 'write' | 'undo' | 'redo';
  group: string | undefined;
  label: string;
  /** A row that is not there is added; one that is there is changed, or removed. */
  rows: { key: string; isRemoval: boolean }[];
  /** Whether a follower of the change sets looks after this step. */
  isFollowed: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('write' as const, 'write' as const, 'write' as const, 'undo' as const, 'redo' as const),
  group: fc.constantFrom('one', 'one', 'two', undefined),
  label: fc.constantFrom('', 'label', 'other'),
  rows: fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), isRemoval: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  }),
  isFollowed: fc.boolean(),
});

const readRow = (connection: Connection, key: string) =>
  connection.sql<{ value: string }>('SELECT value FROM setting WHERE key = ?', key)[0]?.value;

/** Knows the rows only by reading again those that newer change sets name, as the search index does. */
function startFollower(connection: Connection) {
  const rows = new Map<string, string>();
  let position = { seq: 0, row: -1 };
  return {
    rows,
    look(): void {
      const changes = connection.sql<{ seq: number; row: number; before: string | null; after: string | null }>(
        `SELECT change_set_seq AS seq, position AS "row", before, after FROM change
         WHERE (change_set_seq, position) > (?, ?) ORDER BY change_set_seq, position`,
        position.seq,
        position.row,
      );
      for (const { seq, row, before, after } of changes) {
        position = { seq, row };
        const { key } = JSON.parse(after ?? before ?? '{}') as { key: string };
        const value = readRow(connection, key);
        if (value === undefined) rows.delete(key);
        else rows.set(key, value);
      }
    },
  };
}

test('grouped and other work, undone and redone in any order, is as it was; who follows it by number misses nothing', () => {
  const { connection } = openTestBackend().backend.context;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      for (const table of ['change', 'change_set', 'setting']) connection.execute(`DELETE FROM ${table}`);
      const follower = startFollower(connection);
      const units: { before: unknown; after: unknown; group: string | undefined; name: string }[] = [];
      let done = 0;
      let isOpen = false;
      let count = 0;
      for (const [index, { kind, group, label, rows, isFollowed }] of steps.entries()) {
        const before = dump(connection);
        const { undo, redo } = historyState(connection);
        if (kind === 'write') {
          const name = changeNames[index % 3] ?? 'entry.text';
          const work = (write: Write): void => {
            for (const { key, isRemoval } of rows) {
              const value = String(count++);
              if (readRow(connection, key) === undefined) write.insert('setting', { key, value });
              else if (isRemoval) write.remove('setting', { key });
              else write.update('setting', { key }, { value });
            }
          };
          changeSet(connection, { name, label, atMs: index, ...(group !== undefined && { group }) }, work);
          const last = units[done - 1];
          if (isOpen && group !== undefined && last?.group === group) {
            last.after = dump(connection);
          } else {
            units.splice(done, Infinity, { before, after: dump(connection), group, name });
            done += 1;
          }
          isOpen = true;
          expect(historyState(connection)).toMatchObject({ undo: { name: units[done - 1]?.name }, redo: null });
        } else if (kind === 'undo' && undo !== null) {
          applyHistory(connection, undo, 'undo', index);
          done -= 1;
          isOpen = false;
          expect(dump(connection)).toEqual(units[done]?.before);
        } else if (kind === 'redo' && redo !== null) {
          applyHistory(connection, redo, 'redo', index);
          done += 1;
          isOpen = false;
          expect(dump(connection)).toEqual(units[done - 1]?.after);
        }
        if (isFollowed) follower.look();
      }
      for (let left = done; left > 0; left--) {
        const { undo } = historyState(connection);
        expect(undo).not.toBeNull();
        if (undo !== null) applyHistory(connection, undo, 'undo', 0);
        expect(dump(connection)).toEqual(units[left - 1]?.before);
      }
      expect(historyState(connection).undo).toBeNull();
      follower.look();
      expect([...follower.rows]).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

const write = (connection: Connection, group: string, value: string, name: (typeof changeNames)[number], label = '') =>
  changeSet(connection, { name, label, atMs: Number(value), group }, (set) => {
    if (!set.update('setting', { key: 'a' }, { value })) set.insert('setting', { key: 'a', value });
    return set.continues('setting', { key: 'a' });
  });

test('a group is one change set: newest number and time, name of the first, newest label that says something', () => {
  const { connection } = openTestBackend().backend.context;
  expect(write(connection, 'word', '1', 'entry.add')).toMatchObject({ result: false, position: 1 });
  expect(write(connection, 'word', '2', 'entry.text', 'Wor')).toMatchObject({ result: true, position: 2 });
  expect(write(connection, 'word', '3', 'entry.kind')).toMatchObject({ result: true, position: 3 });
  expect(write(connection, 'next', '4', 'entry.text')).toMatchObject({ result: false, position: 4 });
  expect(connection.sql('SELECT seq, name, label, at_ms FROM change_set ORDER BY seq')).toEqual([
    { seq: 3, name: 'entry.add', label: 'Wor', at_ms: 3 },
    { seq: 4, name: 'entry.text', label: '', at_ms: 4 },
  ]);
  expect(connection.sql('SELECT change_set_seq, before, after FROM change ORDER BY change_set_seq')).toEqual([
    { change_set_seq: 3, before: null, after: JSON.stringify({ key: 'a', value: '3' }) },
    {
      change_set_seq: 4,
      before: JSON.stringify({ key: 'a', value: '3' }),
      after: JSON.stringify({ key: 'a', value: '4' }),
    },
  ]);
});

test('other work in between, and an undo, end a group; writing nothing does not', () => {
  const { connection } = openTestBackend().backend.context;
  const heads = () => connection.sql<{ seq: number }>("SELECT seq FROM change_set WHERE kind = 'do'").length;
  write(connection, 'word', '1', 'entry.text');
  changeSet(connection, { name: 'settings.update', label: '', atMs: 0, fixed: true }, (set) => {
    set.insert('setting', { key: 'theme', value: '"dark"' });
  });
  write(connection, 'word', '2', 'entry.text');
  expect(heads()).toBe(2);
  expect(write(connection, 'word', '2', 'entry.text').position).toBeNull();
  write(connection, 'word', '3', 'entry.text');
  expect(heads()).toBe(2);
  const { undo } = historyState(connection);
  if (undo !== null) applyHistory(connection, undo, 'undo', 0);
  expect(readRow(connection, 'a')).toBe('1');
  write(connection, 'word', '4', 'entry.text');
  expect(heads()).toBe(3);
});

test('what is derived in the same transaction sees the whole group', () => {
  const { connection } = openTestBackend().backend.context;
  const seen: { touched: readonly Touched[]; position: number }[] = [];
  for (const key of ['a', 'b']) {
    changeSet(
      connection,
      { name: 'entry.text', label: '', atMs: 0, group: 'word' },
      (set) => {
        set.insert('setting', { key, value: '1' });
      },
      (_connection, touched, position) => seen.push({ touched, position }),
    );
  }
  const change = (key: string) => ({ table: 'setting', before: null, after: { key, value: '1' } });
  expect(seen).toEqual([
    { touched: [change('a')], position: 1 },
    { touched: [change('a'), change('b')], position: 2 },
  ]);
});

test('a set in the middle of which something fails leaves the group as it was', () => {
  const { connection } = openTestBackend().backend.context;
  write(connection, 'word', '1', 'entry.text');
  const before = connection.sql('SELECT * FROM change');
  expect(() =>
    changeSet(connection, { name: 'entry.text', label: '', atMs: 0, group: 'word' }, (set) => {
      set.update('setting', { key: 'a' }, { value: '2' });
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(connection.sql('SELECT * FROM change')).toEqual(before);
  expect(connection.sql('SELECT seq FROM change_set')).toEqual([{ seq: 1 }]);
});
