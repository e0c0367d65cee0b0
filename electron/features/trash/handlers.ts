import { chooseText } from '#shared/domain/language.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { indexAlongside } from '../../search-index/index.ts';
import { startSlices } from '../../slices.ts';
import { describeRemoval } from './describe.ts';
import { type NetChange, readNetChanges, readRemoved } from './removals.ts';
import { findRemovals, RecordsMissing, restoreRecords } from './restore.ts';

const maximumListed = 2_000;

export const trashHandlers = {
  list: os.trash.list.handler(async ({ context: { connection, clock } }) => {
    const removed = await readRemoved(connection, clock());
    const slices = startSlices();
    const newest = removed
      .list()
      .sort((a, b) => b.seq - a.seq)
      .slice(0, maximumListed);
    const items = [];
    let last: { seq: number; changes: NetChange[] } | undefined;
    for (const removal of newest) {
      if (last?.seq !== removal.seq) last = { seq: removal.seq, changes: readNetChanges(connection, removal.seq) };
      items.push(describeRemoval(connection, removal, last.changes));
      if (slices.areDue()) await slices.pause();
    }
    return items;
  }),

  restore: os.trash.restore.handler(async ({ context, input, errors }) => {
    const { connection } = context;
    const removed = await readRemoved(connection, context.clock());
    const { found, lost } = findRemovals(removed, input.keys);
    const [first] = found;
    if (lost !== undefined || first === undefined) throw errors.NOT_FOUND({ data: { kind: lost?.kind ?? '' } });
    const label = chooseText(describeRemoval(connection, first).title, 'en').text;
    try {
      const rows = commit(
        context,
        { name: 'trash.restore', label },
        (write) => restoreRecords(connection, write, found, removed),
        indexAlongside,
      );
      return { rows };
    } catch (error) {
      if (error instanceof RecordsMissing) {
        throw errors.TRASH_REFUSED({ data: { reason: 'missing', missing: error.missing } });
      }
      if (isTaken(error)) throw errors.TRASH_REFUSED({ data: { reason: 'replaced', missing: [] } });
      throw error;
    }
  }),
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
