import type { Agreement } from '#shared/contract/agreements.ts';
import { commit } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { os } from '../../implement.ts';
import { findMeetingDate } from '../attendance/index.ts';
import { findPerson } from '../people/index.ts';
import { findUnknown } from './checks.ts';
import { fileHandlers } from './file-handlers.ts';
import { findAgreement, insertAgreement, removeAgreement, updateAgreement } from './repository.ts';
import { agreementLabel } from './rules.ts';
import { detachSignatories, withNames } from './signatories.ts';
import { termsHandlers } from './terms-handlers.ts';

export const agreementsHandlers = {
  ...termsHandlers,
  ...fileHandlers,

  add: os.agreements.add.handler(({ context, input, errors }) => {
    const unknown = findUnknown(context.connection, input);
    if (unknown !== undefined) throw errors.NOT_FOUND({ data: { kind: unknown } });
    commit(context, { name: 'agreement.add', label: agreementLabel(input) }, (write) => {
      insertAgreement(write, named(context.connection, input));
    });
    return { id: input.id };
  }),

  update: os.agreements.update.handler(({ context, input, errors }) => {
    const { connection } = context;
    const stored = findAgreement(connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement' } });
    const next = { ...stored, ...input, ...(input.signatories === undefined && follow(connection, stored, input)) };
    const unknown = findUnknown(connection, next);
    if (unknown !== undefined) throw errors.NOT_FOUND({ data: { kind: unknown } });
    commit(context, { name: 'agreement.update', label: agreementLabel(next) }, (write) => {
      updateAgreement(write, stored, named(connection, next));
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

function named(connection: Connection, agreement: Agreement): Agreement {
  const { meetingId, signedOn } = agreement;
  const meetingDate = meetingId === null ? undefined : findMeetingDate(connection, meetingId);
  const signatories = withNames(agreement, signedOn ?? meetingDate ?? null, (id) => findPerson(connection, id));
  return { ...agreement, ...(signatories !== undefined && { signatories }) };
}

/** The signatories of whom a patch says nothing, when the meeting at which they signed or their party is no longer named. */
function follow(
  connection: Connection,
  stored: Agreement,
  { meetingId, parties }: Partial<Agreement>,
): Pick<Agreement, 'signatories'> {
  if (stored.signatories === undefined) return {};
  const isMoved = meetingId !== undefined && meetingId !== stored.meetingId;
  const signatories = isMoved ? detachSignatories(connection, stored) : stored.signatories;
  if (parties === undefined) return { signatories };
  const known = new Set(parties.map(({ id }) => id));
  return {
    signatories: signatories.map(({ partyId, ...signatory }) =>
      partyId === undefined || !known.has(partyId) ? signatory : { ...signatory, partyId },
    ),
  };
}
