import type { RecordProblem } from '#shared/contract/errors.ts';
import { maxRecordBytes, type MeetingRecord, meetingRecord } from '#shared/contract/records.ts';
import type { AgreementSignatory } from '#shared/contract/agreements.ts';
import type { Group } from '#shared/contract/groups.ts';
import type { z } from 'zod';
import { emptyText, filledLanguages } from '#shared/domain/language.ts';
import { inFileOrder } from '#shared/domain/translations/record-states.ts';
import { inFollowUpOrder } from './follow-up.ts';
import { findReferenceProblems } from './references.ts';

export type ParsedRecord = { record: MeetingRecord } | { problems: RecordProblem[] };

/** Reads the bytes of a record file. Either all of it is sound, or the first twenty problems with their places. */
export function parseRecord(bytes: Uint8Array): ParsedRecord {
  if (bytes.byteLength > maxRecordBytes) return refused('too-large', '', String(maxRecordBytes));
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return refused('not-json', '', error instanceof Error ? error.message.slice(0, 200) : '');
  }
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'trilogue-record') {
    return refused('not-a-record', '', '');
  }
  if (!('version' in value) || value.version !== 1) {
    return refused('wrong-version', 'version', 'version' in value ? String(value.version).slice(0, 20) : '');
  }
  const parsed = meetingRecord.safeParse(value);
  if (!parsed.success) return { problems: parsed.error.issues.slice(0, 20).map((issue) => toProblem(issue, value)) };
  const problems = findReferenceProblems(parsed.data);
  return problems.length > 0 ? { problems: problems.slice(0, 20) } : { record: asStored(parsed.data) };
}

/**
 * `signatories` and `mentions` are absent when nobody is named, as everywhere else; a file that says `[]` means the
 * same. Mentions have no order, nor have the states of texts and the follow-up.
 */
function asStored(record: MeetingRecord): MeetingRecord {
  const agreements = record.agreements.map(({ signatories, ...agreement }) =>
    signatories === undefined || signatories.length === 0
      ? agreement
      : { ...agreement, signatories: signatories.map(signatoryAsStored) },
  );
  const entries = record.entries.map(({ mentions = [], ...entry }) =>
    mentions.length === 0 ? entry : { ...entry, mentions: [...new Set(mentions)].sort() },
  );
  const rest = { ...record, agreements, entries, group: record.group && groupAsStored(record.group) };
  delete rest.headingStates;
  delete rest.acceptedFindings;
  delete rest.followUp;
  const followUp = inFollowUpOrder(record.followUp);
  return { ...rest, ...inFileOrder(record), ...(followUp !== undefined && { followUp }) };
}

/** Who attended is named by the attendance alone, anybody else by name and office. */
function signatoryAsStored({ id, attendanceId, personId, partyId, name, position }: AgreementSignatory) {
  return {
    id,
    attendanceId,
    ...(attendanceId === null && personId !== undefined && { personId }),
    ...(partyId !== undefined && { partyId }),
    ...(attendanceId === null && { name: name ?? emptyText(), position: position ?? emptyText() }),
  };
}

/** A mandate of which nothing is written is absent. */
function groupAsStored({ mandate, ...group }: Group): Group {
  return mandate === undefined || filledLanguages(mandate).length === 0 ? group : { ...group, mandate };
}

function refused(code: RecordProblem['code'], path: string, detail: string): ParsedRecord {
  return { problems: [{ code, path, detail }] };
}

function toProblem(issue: z.core.$ZodIssue, value: unknown): RecordProblem {
  const path = formatPath(issue.path);
  if (issue.code === 'too_big') return { code: 'too-long', path, detail: String(issue.maximum) };
  if (issue.code === 'unrecognized_keys')
    return { code: 'unknown-field', path, detail: issue.keys.join(', ').slice(0, 200) };
  const found = valueAt(value, issue.path);
  if (found === undefined) return { code: 'missing-field', path, detail: '' };
  const detail = typeof found === 'string' || typeof found === 'number' ? String(found).slice(0, 60) : '';
  return {
    code: issue.code === 'invalid_format' && issue.format === 'date' ? 'wrong-date' : 'wrong-value',
    path,
    detail,
  };
}

/** `entries[3].texts.en.text` */
function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${String(part)}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}
