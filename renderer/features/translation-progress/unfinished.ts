import type { MeetingListItem } from '#shared/contract/meetings.ts';
import type { TranslationProgress } from '#shared/contract/translations.ts';
import { languages } from '#shared/domain/language.ts';
import type { MeetingStatus } from '#shared/domain/meeting-moves.ts';

/** Those whose minutes are being written: before there is nothing to review, and afterwards nothing more to change. */
const openStatuses: ReadonlySet<MeetingStatus> = new Set(['live', 'draft', 'circulated']);
const looked = 40;

/** Meetings whose texts may have to be reviewed, newest first; as many as are worth asking for. */
export function meetingsToAsk(meetings: readonly MeetingListItem[]): MeetingListItem[] {
  return meetings
    .filter(({ status }) => openStatuses.has(status))
    .sort((a, b) => b.date.localeCompare(a.date))
    .slice(0, looked);
}

/** Whether something of the meeting is not reviewed in some language in which it is needed. */
export function isUnfinished({ languages: counts }: TranslationProgress): boolean {
  return languages.some((language) => counts[language].reviewed + counts[language].notNeeded < counts[language].total);
}
