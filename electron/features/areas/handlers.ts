import type { Area } from '#shared/contract/follow-up.ts';
import { chooseText } from '#shared/domain/language.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import {
  countAreaUses,
  findArea,
  isHolderThere,
  listAreas,
  listAreasOf,
  writeArea,
  writeAreasOf,
} from './repository.ts';

export const areasHandlers = {
  list: os.areas.list.handler(({ context }) => listAreas(context.connection)),

  save: os.areas.save.handler(({ context, input }) => {
    commit(context, { name: 'area.save', label: areaLabel(input) }, (write) => {
      writeArea(write, input);
    });
    return { id: input.id };
  }),

  remove: os.areas.remove.handler(({ context, input, errors }) => {
    const stored = findArea(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'area' } });
    const uses = countAreaUses(context.connection, input.id);
    if (uses.length > 0) throw errors.IN_USE({ data: { uses } });
    commit(context, { name: 'area.remove', label: areaLabel(stored) }, (write) => {
      write.remove('area', { id: input.id });
    });
    return { id: input.id };
  }),

  of: os.areas.of.handler(({ context, input }) => [
    ...(listAreasOf(context.connection, input.kind, [input.id]).get(input.id) ?? []),
  ]),

  set: os.areas.set.handler(({ context, input: { areaIds, ...holder }, errors }) => {
    const { connection } = context;
    if (!isHolderThere(connection, holder)) throw errors.NOT_FOUND({ data: { kind: holder.kind } });
    const areas = areaIds.map((id) => findArea(connection, id));
    if (areas.includes(undefined)) throw errors.NOT_FOUND({ data: { kind: 'area' } });
    const label = areas.flatMap((area) => (area === undefined ? [] : areaLabel(area))).join(', ');
    commit(context, { name: 'area.set', label }, (write) => {
      writeAreasOf(connection, write, holder, areaIds);
    });
    return {};
  }),
};

const areaLabel = (area: Area): string => chooseText(area.name, 'en').text;
