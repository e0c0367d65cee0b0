import type { LinkKind } from '#shared/contract/follow-up.ts';
import { dateHere } from '#shared/domain/date-here.ts';
import { commit } from '../../context.ts';
import type { RecordLinkRow } from '../../db/follow-up-rows.ts';
import { os } from '../../implement.ts';
import { listLinked } from './references.ts';
import { endsOf, findLabel, isLinked, isThere } from './repository.ts';

export const linksHandlers = {
  add: os.links.add.handler(({ context, input, errors }) => {
    const { connection } = context;
    const row = linkRow(input);
    for (const end of [
      { kind: row.from_kind, id: row.from_id },
      { kind: row.to_kind, id: row.to_id },
    ]) {
      if (!isThere(connection, end)) throw errors.NOT_FOUND({ data: { kind: end.kind } });
    }
    if (isLinked(connection, row)) return {};
    const label = findLabel(connection, { kind: row.from_kind, id: row.from_id });
    commit(context, { name: 'link.add', label }, (write) => {
      write.insert('record_link', row);
    });
    return {};
  }),

  remove: os.links.remove.handler(({ context, input, errors }) => {
    const { connection } = context;
    const row = linkRow(input);
    if (!isLinked(connection, row)) throw errors.NOT_FOUND({ data: { kind: 'link' } });
    const label = findLabel(connection, { kind: row.from_kind, id: row.from_id });
    commit(context, { name: 'link.remove', label }, (write) => {
      write.remove('record_link', row);
    });
    return {};
  }),

  of: os.links.of.handler(({ context, input, errors }) => {
    if (!isThere(context.connection, input)) throw errors.NOT_FOUND({ data: { kind: input.kind } });
    return listLinked(context.connection, input, dateHere(context.clock()));
  }),
};

function linkRow({ kind, fromId, toId }: { kind: LinkKind; fromId: string; toId: string }) {
  const { from, to } = endsOf[kind];
  return { from_kind: from, from_id: fromId, to_kind: to, to_id: toId } satisfies RecordLinkRow;
}
