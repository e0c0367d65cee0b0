import { v7 as newId } from 'uuid';
import type { Agreement } from '#shared/contract/agreements.ts';
import { emptyText } from '#shared/domain/language.ts';

export function makeAgreement(changes: Partial<Agreement> = {}): Agreement {
  return {
    id: newId(),
    meetingId: null,
    kind: 'memorandum',
    title: { en: 'Memorandum of Cooperation', ru: 'Меморандум о сотрудничестве', zh: '合作备忘录' },
    signedOn: '2025-03-14',
    several: false,
    parties: [],
    orderKey: 'a0',
    ...changes,
  };
}

export const makeParty = (organizationId: string | null, description = emptyText()): Agreement['parties'][number] => ({
  id: newId(),
  organizationId,
  description,
});

/** Somebody said so on a day, outside every meeting. */
export const saidOn = (on: string, note = '') => ({ on, reporterId: null, reporter: '', meetingId: null, note });
