import type { DocumentFinding, DocumentKind } from '../../contract/documents.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import type { Language } from '../language.ts';
import { checkMinutes } from '../minutes/check.ts';
import { printedHeadings, printedRows } from './printed.ts';

type Code = DocumentFinding['code'];

const head: Code[] = ['title-missing', 'side-name-missing'];
const setting: Code[] = ['time-missing', 'place-missing'];
const personal: Code[] = ['name-missing', 'position-missing', 'organization-missing'];
const outcome: Code[] = [
  'text-missing',
  'text-outdated',
  'action-without-owner',
  'action-without-due',
  'action-due-before-meeting',
];

/** What each kind prints, so that a gap in it is seen. */
const asked: Record<Exclude<DocumentKind, 'minutes'>, ReadonlySet<Code>> = {
  short_minutes: new Set<Code>([
    ...[...head, ...setting, ...personal, ...outcome],
    ...(['theme-missing', 'agenda-title-missing', 'agreement-title-missing'] as const),
    ...(['chair-missing', 'secretary-missing', 'attendance-unsettled'] as const),
  ]),
  extract: new Set<Code>([
    ...[...head, ...setting, ...outcome],
    ...(['theme-missing', 'agenda-title-missing', 'secretary-missing'] as const),
  ]),
  actions: new Set<Code>([...head, ...outcome]),
  agenda: new Set<Code>([...head, ...setting, ...personal, 'agenda-title-missing']),
  attendance_sheet: new Set<Code>([...head, ...setting, ...personal]),
  invitation: new Set<Code>(['title-missing', ...setting]),
  news: new Set<Code>([
    ...[...head, ...personal],
    ...(['theme-missing', 'place-missing', 'text-missing', 'text-outdated'] as const),
    ...(['speaker-unknown', 'agreement-title-missing'] as const),
  ]),
};

/**
 * What a reader of a document of this kind would miss, in the order of the minutes; of an extract, only what concerns
 * the organisation.
 */
export function checkDocument(
  record: MeetingRecord,
  kind: DocumentKind,
  languages: readonly Language[],
  organizationId: string | null = null,
): DocumentFinding[] {
  const rows = printedRows(record, kind, organizationId);
  const headings = printedHeadings(record, kind, organizationId);
  const findings = checkMinutes(record, languages, headings);
  if (kind === 'minutes') return findings;
  return findings.filter(({ code, ref }) => {
    // Only headings that are printed were looked at.
    if (code === 'heading-outdated') return true;
    if (!asked[kind].has(code)) return false;
    if (ref.kind === 'attendance') return rows.attendance.has(ref.id);
    if (ref.kind === 'entry') return rows.entries.has(ref.id);
    return ref.kind !== 'agenda' || rows.items.has(ref.id);
  });
}
