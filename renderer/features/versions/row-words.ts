import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import type { ComparedRow } from '#shared/contract/versions.ts';
import type { MeetingField } from '#shared/domain/versions/lines.ts';

const fieldKeys = {
  group: 'versions:field.group',
  minutesKind: 'versions:field.minutesKind',
  number: 'versions:field.number',
  title: 'versions:field.title',
  date: 'versions:field.date',
  time: 'versions:field.time',
  format: 'versions:field.format',
  places: 'versions:field.places',
  remotePlaces: 'versions:field.remotePlaces',
  framework: 'versions:field.framework',
  theme: 'versions:field.theme',
  partOf: 'versions:field.partOf',
  sides: 'versions:field.sides',
  organizers: 'versions:field.organizers',
  headCount: 'versions:field.headCount',
  nextMeeting: 'versions:field.nextMeeting',
} as const satisfies Record<MeetingField, string>;

const entryKeys = {
  speech: 'minutes:kind.speech',
  decision: 'minutes:kind.decision',
  action: 'minutes:kind.action',
  proposal: 'minutes:kind.proposal',
  note: 'minutes:kind.note',
} as const satisfies Record<Entry['kind'], string>;

const partKeys = {
  meeting: 'versions:part.meeting',
  participants: 'versions:part.participants',
  agenda: 'versions:part.agenda',
  entries: 'versions:part.entries',
  agreements: 'versions:part.agreements',
} as const satisfies Record<ComparedRow['part'], string>;

const isField = (what: string): what is MeetingField => what in fieldKeys;
const isEntryKind = (what: string): what is Entry['kind'] => what in entryKeys;

/** Names a line of a comparison: «Decision 3.1», «Place». */
export function useRowWords(): (row: ComparedRow) => string {
  const { t } = useTranslation(['versions', 'minutes']);
  return ({ part, what, before, after }) => {
    const name =
      part === 'meeting' && isField(what)
        ? t(fieldKeys[what])
        : part === 'entries' && isEntryKind(what)
          ? t(entryKeys[what])
          : t(partKeys[part]);
    const number = after?.number ?? before?.number ?? '';
    return number === '' || part === 'participants' || part === 'meeting' ? name : `${name} ${number}`;
  };
}
