import { duplicateKinds } from '#shared/contract/duplicates.ts';
import { chooseText } from '#shared/domain/language.ts';
import { commit } from '../../context.ts';
import { applyHistory, ChangedSince } from '../../db/changes.ts';
import { os } from '../../implement.ts';
import { indexAlongside } from '../../search-index/index.ts';
import { readOrganizationNames } from './compare-organizations.ts';
import { readForms } from './compare-people.ts';
import { insertDistinct, listDistinctPairs, removeDistinct } from './distinct.ts';
import { noFacts, readEmails } from './evidence.ts';
import { mergeRecords } from './merge.ts';
import { findMerge, listMerges } from './merges-repository.ts';
import { findOrganizationCandidates, findPersonCandidates, listDuplicates } from './service.ts';
import { describeSide, type Side } from './sides.ts';

export const duplicatesHandlers = {
  list: os.duplicates.list.handler(async ({ context, input }) => {
    const kinds = input.kind === undefined ? duplicateKinds : [input.kind];
    const listed = [];
    for (const kind of kinds) listed.push(...(await listDuplicates(context.connection, kind)));
    return listed;
  }),

  personCandidates: os.duplicates.personCandidates.handler(({ context, input }) => {
    const { id, names, aliases, email } = input;
    const facts = { ...noFacts, emails: readEmails(email) };
    return findPersonCandidates(context.connection, { id, ...readForms(names, aliases), facts });
  }),

  organizationCandidates: os.duplicates.organizationCandidates.handler(({ context, input }) => {
    const { id, name, abbreviation } = input;
    return findOrganizationCandidates(context.connection, {
      id,
      ...readOrganizationNames(name, abbreviation, []),
      facts: noFacts,
    });
  }),

  merge: os.duplicates.merge.handler(({ context, input, errors }) => {
    const seq = mergeRecords(context, input.kind, input.keepId, input.mergeId);
    if (seq === undefined) throw errors.NOT_FOUND({ data: { kind: input.kind } });
    return { seq };
  }),

  setDistinct: os.duplicates.setDistinct.handler(({ context, input, errors }) => {
    const { kind, aId, bId } = input;
    const [a, b] = [describeSide(context.connection, kind, aId), describeSide(context.connection, kind, bId)];
    if (aId === bId || a === undefined || b === undefined) throw errors.NOT_FOUND({ data: { kind } });
    const head = { name: `${kind}.distinct`, label: pairLabel(a, b) } as const;
    return { done: commit(context, head, (write) => insertDistinct(write, kind, aId, bId), indexAlongside) };
  }),

  forgetDistinct: os.duplicates.forgetDistinct.handler(({ context, input }) => {
    const { kind, aId, bId } = input;
    const [a, b] = [describeSide(context.connection, kind, aId), describeSide(context.connection, kind, bId)];
    const head = { name: `${kind}.distinct`, label: pairLabel(a, b) } as const;
    return { done: commit(context, head, (write) => removeDistinct(write, kind, aId, bId), indexAlongside) };
  }),

  listDistinct: os.duplicates.listDistinct.handler(({ context }) =>
    duplicateKinds.flatMap((kind) =>
      listDistinctPairs(context.connection, kind).flatMap(([aId, bId]) => {
        const [a, b] = [describeSide(context.connection, kind, aId), describeSide(context.connection, kind, bId)];
        return a === undefined || b === undefined ? [] : { kind, a, b };
      }),
    ),
  ),

  listMerges: os.duplicates.listMerges.handler(({ context }) => listMerges(context.connection)),

  undoMerge: os.duplicates.undoMerge.handler(({ context, input, errors }) => {
    const merge = findMerge(context.connection, input.seq);
    if (merge === undefined) throw errors.NOT_FOUND({ data: { kind: 'merge' } });
    try {
      const target = { seq: merge.seq, name: `${merge.kind}.merge` as const, label: merge.label, atMs: merge.atMs };
      const { position, tables } = applyHistory(context.connection, target, 'undo', context.clock(), indexAlongside);
      if (position !== null) context.events.publish('change', { position, tables });
      return { seq: merge.seq };
    } catch (error) {
      if (error instanceof ChangedSince) throw errors.CHANGED_SINCE({ data: { changedBy: error.changedBy } });
      // A dropped double pointed to something (a group, a meeting) that was deleted since.
      if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
        throw errors.CHANGED_SINCE({ data: { changedBy: '' } });
      }
      throw error;
    }
  }),
};

function pairLabel(...sides: (Side | undefined)[]): string {
  return sides.map((side) => (side === undefined ? '' : chooseText(side.label, 'en').text)).join(' ≠ ');
}
