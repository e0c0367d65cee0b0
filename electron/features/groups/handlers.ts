import { chooseText } from '#shared/domain/language.ts';
import type { Group } from '#shared/contract/groups.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { loadGroupAsOf } from './as-of.ts';
import { countGroupUses, findGroup, insertGroup, listGroups, removeGroup, updateGroup } from './repository.ts';

export const groupsHandlers = {
  list: os.groups.list.handler(({ context }) => listGroups(context.connection)),

  get: os.groups.get.handler(({ context, input, errors }) => {
    const group = findGroup(context.connection, input.id);
    if (group === undefined) throw errors.NOT_FOUND({ data: { kind: 'group' } });
    return group;
  }),

  asOf: os.groups.asOf.handler(({ context, input, errors }) => {
    const group = findGroup(context.connection, input.id);
    if (group === undefined) throw errors.NOT_FOUND({ data: { kind: 'group' } });
    return loadGroupAsOf(context.connection, group, input.on);
  }),

  create: os.groups.create.handler(({ context, input }) => {
    commit(context, { name: 'group.create', label: groupLabel(input) }, (write) => {
      insertGroup(write, input);
    });
    return { id: input.id };
  }),

  update: os.groups.update.handler(({ context, input, errors }) => {
    const stored = findGroup(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'group' } });
    const next = { ...stored, ...input };
    commit(context, { name: 'group.update', label: groupLabel(next) }, (write) => {
      updateGroup(write, stored, next);
    });
    return { id: input.id };
  }),

  remove: os.groups.remove.handler(({ context, input, errors }) => {
    const stored = findGroup(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'group' } });
    const uses = countGroupUses(context.connection, input.id);
    if (uses.length > 0) throw errors.IN_USE({ data: { uses } });
    commit(context, { name: 'group.remove', label: groupLabel(stored) }, (write) => {
      removeGroup(write, stored);
    });
    return { id: input.id };
  }),
};

const groupLabel = (group: Group): string => chooseText(group.name, 'en').text;
