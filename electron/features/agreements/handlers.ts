import type { Agreement } from '#shared/contract/agreements.ts';
import { chooseText } from '#shared/domain/language.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { attendMeeting, findAgreement, insertAgreement, removeAgreement, updateAgreement } from './repository.ts';

export const agreementsHandlers = {
  add: os.agreements.add.handler(({ context, input, errors }) => {
    const [meeting] = context.connection.sql('SELECT 1 FROM meeting WHERE id = ?', input.meetingId);
    if (meeting === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    if (!attendMeeting(context.connection, input.meetingId, signatoryIds(input))) {
      throw errors.NOT_FOUND({ data: { kind: 'attendance' } });
    }
    commit(context, { name: 'agreement.add', label: agreementLabel(input) }, (write) => {
      insertAgreement(write, input);
    });
    return { id: input.id };
  }),

  update: os.agreements.update.handler(({ context, input, errors }) => {
    const stored = findAgreement(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement' } });
    const next = { ...stored, ...input };
    if (!attendMeeting(context.connection, next.meetingId, signatoryIds(next))) {
      throw errors.NOT_FOUND({ data: { kind: 'attendance' } });
    }
    commit(context, { name: 'agreement.update', label: agreementLabel(next) }, (write) => {
      updateAgreement(write, stored, next);
    });
    return { id: input.id };
  }),

  remove: os.agreements.remove.handler(({ context, input, errors }) => {
    const stored = findAgreement(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement' } });
    commit(context, { name: 'agreement.remove', label: agreementLabel(stored) }, (write) => {
      removeAgreement(write, stored);
    });
    return { id: input.id };
  }),
};

const agreementLabel = (agreement: Agreement): string => chooseText(agreement.title, 'en').text;

const signatoryIds = (agreement: Agreement): string[] =>
  (agreement.signatories ?? []).map(({ attendanceId }) => attendanceId);
