import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ChangeName, ChangeSetSummary } from '#shared/contract/history.ts';
import type history from '#resources/locales/en/history.json';
import { api, query } from './api.ts';
import { notify, notifyError } from './notify.ts';
import { flushAll } from './saving.ts';

type NameKey = Exclude<keyof typeof history, 'undone' | 'redone' | 'named'>;

/** Literal keys, so that the catalogue check sees each of them. */
const nameKeys: Record<ChangeName, NameKey> = {
  'person.create': 'personCreate',
  'person.update': 'personUpdate',
  'person.remove': 'personRemove',
  'organization.create': 'organizationCreate',
  'organization.update': 'organizationUpdate',
  'organization.remove': 'organizationRemove',
  'person.merge': 'personMerge',
  'person.distinct': 'personDistinct',
  'organization.merge': 'organizationMerge',
  'organization.distinct': 'organizationDistinct',
  'people.import': 'peopleImport',
  'organizations.import': 'organizationsImport',
  'group.create': 'groupCreate',
  'group.update': 'groupUpdate',
  'group.remove': 'groupRemove',
  'meeting.create': 'meetingCreate',
  'meeting.update': 'meetingUpdate',
  'meeting.remove': 'meetingRemove',
  'attendance.add': 'attendanceAdd',
  'attendance.update': 'attendanceUpdate',
  'attendance.presence': 'attendancePresence',
  'attendance.import': 'attendanceImport',
  'attendance.refresh': 'attendanceRefresh',
  'attendance.remove': 'attendanceRemove',
  'agenda.add': 'agendaAdd',
  'agenda.update': 'agendaUpdate',
  'agenda.remove': 'agendaRemove',
  'entry.add': 'entryAdd',
  'entry.update': 'entryUpdate',
  'entry.kind': 'entryKind',
  'entry.speaker': 'entrySpeaker',
  'entry.action': 'entryAction',
  'entry.move': 'entryMove',
  'entry.text': 'entryText',
  'entry.replace': 'entryReplace',
  'entry.split': 'entrySplit',
  'entry.merge': 'entryMerge',
  'entry.paste': 'entryPaste',
  'entry.remove': 'entryRemove',
  'agreement.add': 'agreementAdd',
  'agreement.update': 'agreementUpdate',
  'agreement.remove': 'agreementRemove',
  'meeting.prepare': 'meetingPrepare',
  'meeting.carry': 'meetingCarry',
  'meeting.parent': 'meetingParent',
  'meeting.move': 'meetingMove',
  'attendance.arrange': 'attendanceArrange',
  'action.review': 'actionReview',
  'letter.draft': 'letterDraft',
  'letter.sent': 'letterSent',
  'letter.remove': 'letterRemove',
  'letterhead.update': 'letterheadUpdate',
  'letterhead.logo': 'letterheadLogo',
  'letterhead.template': 'letterheadTemplate',
  'circulation.open': 'circulationOpen',
  'circulation.close': 'circulationClose',
  'circulation.withdraw': 'circulationWithdraw',
  'comment.add': 'commentAdd',
  'comment.update': 'commentUpdate',
  'comment.settle': 'commentSettle',
  'comment.import': 'commentImport',
  'comment.remove': 'commentRemove',
  'version.keep': 'versionKeep',
  'version.agree': 'versionAgree',
  'version.unagree': 'versionUnagree',
  'version.amend': 'versionAmend',
  'version.dropAmendment': 'versionDropAmendment',
  'attachment.add': 'attachmentAdd',
  'attachment.update': 'attachmentUpdate',
  'attachment.remove': 'attachmentRemove',
  'text.heading': 'textHeading',
  'text.source': 'textSource',
  'text.reviewed': 'textReviewed',
  'text.draft': 'textDraft',
  'text.right': 'textRight',
  'text.notNeeded': 'textNotNeeded',
  'text.needed': 'textNeeded',
  'finding.accept': 'findingAccept',
  'finding.reopen': 'findingReopen',
  'handOver.import': 'handOverImport',
  'glossary.save': 'glossarySave',
  'glossary.remove': 'glossaryRemove',
  'glossary.import': 'glossaryImport',
  'memory.fill': 'memoryFill',
  'memory.import': 'memoryImport',
  'memory.remove': 'memoryRemove',
  'action.report': 'actionReport',
  'action.assign': 'actionAssign',
  'decision.state': 'decisionState',
  'proposal.update': 'proposalUpdate',
  'proposal.stage': 'proposalStage',
  'agreement.terms': 'agreementTerms',
  'agreement.renew': 'agreementRenew',
  'agreement.state': 'agreementState',
  'agreement.fileAdd': 'agreementFileAdd',
  'agreement.fileUpdate': 'agreementFileUpdate',
  'agreement.fileRemove': 'agreementFileRemove',
  'area.save': 'areaSave',
  'area.remove': 'areaRemove',
  'area.set': 'areaSet',
  'link.add': 'linkAdd',
  'link.remove': 'linkRemove',
  'settings.update': 'settingsUpdate',
  'record.import': 'recordImport',
  'sample.load': 'sampleLoad',
  'bundle.import': 'bundleImport',
  'trash.restore': 'trashRestore',
  'person.erase': 'personErase',
};

/** A kind of change in words, e.g. «change to a contact»; null for none that is known. `name` is a {@link ChangeName}. */
export function describeChange(name: string): string | null {
  const key = (nameKeys as Partial<Record<string, NameKey>>)[name];
  return key === undefined ? null : i18next.getFixedT(null, 'history')(key);
}

/** What undo and redo would do now, in words; null where there is nothing. */
export function useHistory(): { undo: string | null; redo: string | null } {
  const { t } = useTranslation('history');
  const { data } = useQuery(query.history.state.queryOptions());
  const words = (change: ChangeSetSummary | null | undefined) => {
    if (!change) return null;
    const what = t(nameKeys[change.name]);
    return change.label === '' ? what : t('named', { what, label: change.label });
  };
  return { undo: words(data?.undo), redo: words(data?.redo) };
}

/** Undoes the last change of all, after saving what is being typed, and says what it was. */
export async function undo(): Promise<void> {
  await step('undone', () => api.history.undo());
}

export async function redo(): Promise<void> {
  await step('redone', () => api.history.redo());
}

async function step(said: 'undone' | 'redone', call: () => Promise<ChangeSetSummary>): Promise<void> {
  const t = i18next.getFixedT(null, 'history');
  try {
    await flushAll();
    const change = await call();
    notify(t(said, { what: t(nameKeys[change.name]) }));
  } catch (error) {
    notifyError(error);
  }
}
