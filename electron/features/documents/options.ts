import {
  type DocumentFormat,
  documentKinds,
  documentOptions,
  type DocumentOptions,
  type UnsuitableReason,
  unsuitableReasons,
} from '#shared/contract/documents.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { concernsOrganization } from '#shared/domain/documents/belongs.ts';
import { findUnsuitable } from '#shared/domain/documents/traits.ts';
import { languages } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { canHaveLetterhead } from '../letterheads/index.ts';
import { findLastOptions } from './repository.ts';

/** Why the options do not go together, or ask for what the meeting has not; null if all is well. */
export function findObstacle(
  record: MeetingRecord,
  options: DocumentOptions,
  formats: readonly DocumentFormat[],
): UnsuitableReason | null {
  const reason = findUnsuitable(options, formats, record.meeting.sides.length);
  if (reason !== null || options.kind !== 'extract' || options.organizationId === null) return reason;
  return concernsOrganization(record, options.organizationId) ? null : 'organization-not-in-meeting';
}

/** What is given up for options to suit again. The formats are not among them, so one reason cannot come up. */
const remedies: Record<UnsuitableReason, Partial<DocumentOptions>> = {
  'layout-not-for-kind': { layout: 'single' },
  'columns-need-languages': { layout: 'single' },
  'columns-too-many': { layout: 'sequential' },
  'format-not-for-kind': {},
  'organization-needed': { kind: 'minutes' },
  'organization-not-in-meeting': { kind: 'minutes', organizationId: null },
  'copies-not-for-kind': { alternat: 'off' },
  'copies-need-two-sides': { alternat: 'off' },
  'language-not-chosen': { authenticity: { kind: 'unsaid' } },
};

/** The options of the last export of the meeting as far as they still suit; where there was none, the usual ones. */
export function suggestOptions(connection: Connection, record: MeetingRecord): DocumentOptions {
  const meetingId = record.meeting.id;
  const stored = findLastOptions(connection, meetingId, documentKinds);
  // Another version of the program may have written them.
  const parsed = stored === undefined ? undefined : documentOptions.safeParse(JSON.parse(stored)).data;
  if (parsed === undefined) return usualOptions(record);
  const hasLost = parsed.letterheadId !== null && !canHaveLetterhead(connection, parsed.letterheadId);
  let options: DocumentOptions = { ...parsed, meetingId, letterheadId: hasLost ? null : parsed.letterheadId };
  for (let given = 0; given <= unsuitableReasons.length; given++) {
    const obstacle = findObstacle(record, options, []);
    if (obstacle === null) return options;
    options = { ...options, ...remedies[obstacle] };
  }
  return usualOptions(record);
}

/** Minutes in the working languages of the meeting; where two sides sign them, one after another in one file. */
function usualOptions({ meeting }: MeetingRecord): DocumentOptions {
  return documentOptions.parse({
    meetingId: meeting.id,
    languages: meeting.workingLanguages.length === 0 ? [...languages] : meeting.workingLanguages,
    layout: meeting.sides.length === 2 ? 'sequential' : 'single',
  });
}
