import type { AgendaItem } from '#shared/contract/agenda.ts';
import { chooseText } from '#shared/domain/language.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { countAgendaUses, findAgendaItem, insertAgendaItem, updateAgendaItem } from './repository.ts';

export const agendaHandlers = {
  add: os.agenda.add.handler(({ context, input, errors }) => {
    const known = findAgendaItem(context.connection, input.id);
    // Sent again, because the first answer was lost.
    if (known?.meetingId === input.meetingId) return known;
    const [meeting] = context.connection.sql('SELECT 1 FROM meeting WHERE id = ?', input.meetingId);
    if (meeting === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    commit(context, { name: 'agenda.add', label: agendaLabel(input) }, (write) => {
      insertAgendaItem(write, input);
    });
    return input;
  }),

  update: os.agenda.update.handler(({ context, input, errors }) => {
    const stored = findAgendaItem(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'agenda_item' } });
    const next = { ...stored, ...input };
    commit(context, { name: 'agenda.update', label: agendaLabel(next) }, (write) => {
      updateAgendaItem(write, next);
    });
    return next;
  }),

  remove: os.agenda.remove.handler(({ context, input, errors }) => {
    const stored = findAgendaItem(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'agenda_item' } });
    const uses = countAgendaUses(context.connection, input.id);
    if (uses.length > 0) throw errors.IN_USE({ data: { uses } });
    commit(context, { name: 'agenda.remove', label: agendaLabel(stored) }, (write) => {
      write.remove('agenda_item', { id: input.id });
    });
    return { id: input.id };
  }),
};

const agendaLabel = (item: AgendaItem): string => chooseText(item.title, 'en').text;
