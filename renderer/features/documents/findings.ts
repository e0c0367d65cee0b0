import type { DocumentFinding, DocumentReference } from '#shared/contract/documents.ts';
import type { Language } from '#shared/domain/language.ts';

type Code = DocumentFinding['code'];

/** The text is missing in one language. */
export const inLanguageKeys = {
  'text-missing': 'check.textMissingIn',
  'text-outdated': 'check.textOutdatedIn',
  'heading-outdated': 'check.headingOutdatedIn',
  'name-missing': 'check.nameMissingIn',
  'position-missing': 'check.positionMissingIn',
  'organization-missing': 'check.organizationMissingIn',
  'title-missing': 'check.titleMissingIn',
  'agenda-title-missing': 'check.agendaTitleMissingIn',
  'action-without-owner': 'check.actionWithoutOwner',
  'action-without-due': 'check.actionWithoutDue',
  'action-due-before-meeting': 'check.actionDueBeforeMeeting',
  'speaker-unknown': 'check.speakerUnknown',
  'place-missing': 'check.placeMissingIn',
  'side-name-missing': 'check.sideNameMissingIn',
  'theme-missing': 'check.themeMissingIn',
  'agreement-title-missing': 'check.agreementTitleMissingIn',
  'time-missing': 'check.timeMissing',
  'chair-missing': 'check.chairMissing',
  'secretary-missing': 'check.secretaryMissing',
  'proposal-unresolved': 'check.proposalUnresolved',
  'attendance-unsettled': 'check.attendanceUnsettled',
} as const satisfies Record<Code, string>;

/** It is written nowhere, or the gap has no language. */
export const nowhereKeys = {
  'text-missing': 'check.textMissing',
  'text-outdated': 'check.textOutdatedIn',
  'heading-outdated': 'check.headingOutdatedIn',
  'name-missing': 'check.nameMissing',
  'position-missing': 'check.positionMissing',
  'organization-missing': 'check.organizationMissing',
  'title-missing': 'check.titleMissing',
  'agenda-title-missing': 'check.agendaTitleMissing',
  'action-without-owner': 'check.actionWithoutOwner',
  'action-without-due': 'check.actionWithoutDue',
  'action-due-before-meeting': 'check.actionDueBeforeMeeting',
  'speaker-unknown': 'check.speakerUnknown',
  'place-missing': 'check.placeMissing',
  'side-name-missing': 'check.sideNameMissing',
  'theme-missing': 'check.themeMissing',
  'agreement-title-missing': 'check.agreementTitleMissing',
  'time-missing': 'check.timeMissing',
  'chair-missing': 'check.chairMissing',
  'secretary-missing': 'check.secretaryMissing',
  'proposal-unresolved': 'check.proposalUnresolved',
  'attendance-unsettled': 'check.attendanceUnsettled',
} as const satisfies Record<Code, string>;

/** Gaps of the meeting itself: the field of the overview, or the tab, where they are filled. */
const meetingPlaces: Partial<Record<Code, string>> = {
  'title-missing': 'overview?focus=title',
  'theme-missing': 'overview?focus=theme',
  'time-missing': 'overview?focus=startTime',
  'place-missing': 'overview?focus=venues',
  'chair-missing': 'participants',
  'secretary-missing': 'participants',
  'attendance-unsettled': 'participants',
};

const tabs = {
  meeting: 'overview',
  side: 'overview',
  agreement: 'overview',
  attendance: 'participants',
  agenda: 'agenda',
  entry: 'minutes',
} as const satisfies Record<DocumentFinding['ref']['kind'], string>;

/** The address of the field that a finding is about. */
export function placeOf({ code, language, ref }: DocumentFinding, meetingId: string): string {
  // There it is seen what has changed in the source.
  if (code === 'text-outdated' || code === 'heading-outdated') {
    return addressOf(`review?focus=${ref.id}`, language, meetingId);
  }
  if (ref.kind !== 'meeting') return placeOfReference(ref, language, meetingId);
  return addressOf(meetingPlaces[code] ?? tabs.meeting, language, meetingId);
}

/** The address of something that stands in a document, where it can be written. */
export function placeOfReference(ref: DocumentReference, language: Language | null, meetingId: string): string {
  return addressOf(ref.kind === 'meeting' ? tabs.meeting : `${tabs[ref.kind]}?focus=${ref.id}`, language, meetingId);
}

function addressOf(place: string, language: Language | null, meetingId: string): string {
  const inLanguage = language === null || !place.includes('?') ? '' : `&language=${language}`;
  return `/meetings/${meetingId}/${place}${inLanguage}`;
}
