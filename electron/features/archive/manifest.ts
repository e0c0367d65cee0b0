import type { Amendment, Version } from '#shared/contract/versions.ts';
import { chooseText } from '#shared/domain/language.ts';
import type { PlannedFile, PlannedMeeting } from './plan.ts';
import { describeCheck, layOutReadMe } from './read-me.ts';

/** A file as it went into the archive. */
export interface ArchivedFile extends Pick<PlannedFile, 'path' | 'what' | 'language' | 'version' | 'agendaItem'> {
  bytes: number;
  sha256: string;
  /** null: made for this archive. */
  addedAtMs: number | null;
}

export interface ArchiveHead {
  programVersion: string;
  createdAtMs: number;
}

export const manifestName = 'manifest.json';
export const sumsName = 'SHA256SUMS';
export const readMeName = 'READ ME.txt';

/** What `sha256sum -c` reads; no path has a sign that would have to be escaped. */
export function writeSums(files: readonly { path: string; sha256: string }[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** The archive for programs: what it is of, who agreed to what and when, and each file with its hash. */
export function writeManifest(
  head: ArchiveHead,
  meetings: readonly (PlannedMeeting & { archived: readonly ArchivedFile[] })[],
  others: readonly ArchivedFile[],
): string {
  const manifest = {
    format: 'trilogue-archive',
    version: 1,
    program: `Trilogue ${head.programVersion}`,
    createdAt: writeMoment(head.createdAtMs),
    state: meetings.some(({ isDraft }) => isDraft) ? 'DRAFT' : 'agreed',
    meetings: meetings.map((meeting) => ({
      id: meeting.record.meeting.id,
      title: meeting.record.meeting.title,
      date: meeting.record.meeting.date,
      status: meeting.record.meeting.status,
      state: meeting.isDraft ? 'DRAFT' : 'agreed',
      folder: meeting.folder,
      agreedVersion: meeting.agreed === undefined ? null : describeVersion(meeting, meeting.agreed),
      earlierVersions: meeting.superseded.map((version) => describeVersion(meeting, version)),
      amendments: meeting.amendments.map((amendment) => describeAmendment(meeting, amendment)),
      files: meeting.archived.map(describeFile),
    })),
    files: others.map(describeFile),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function describeVersion({ record }: PlannedMeeting, version: Version) {
  return {
    number: version.number,
    keptAt: writeMoment(version.atMs),
    reason: version.reason,
    contentSha256: version.contentSha256,
    agreedAt: version.agreedAtMs === null ? null : writeMoment(version.agreedAtMs),
    agreements: version.agreements.map((agreement) => ({
      side: record.meeting.sides.find(({ id }) => id === agreement.sideId)?.name ?? null,
      agreedOn: agreement.agreedOn,
      byName: agreement.byName,
      by: record.attendance.find(({ id }) => id === agreement.byAttendanceId)?.name ?? null,
      manner: agreement.manner,
      note: agreement.note,
    })),
  };
}

function describeAmendment({ agreed, superseded }: PlannedMeeting, amendment: Amendment) {
  const numberOf = (id: string | null): number | null =>
    [...superseded, ...(agreed === undefined ? [] : [agreed])].find((version) => version.id === id)?.number ?? null;
  return {
    reason: amendment.reason,
    openedAt: writeMoment(amendment.openedAtMs),
    /** null: under way. Closed without a version: given up. */
    closedAt: amendment.closedAtMs === null ? null : writeMoment(amendment.closedAtMs),
    ofVersion: numberOf(amendment.baseVersionId),
    version: numberOf(amendment.versionId),
  };
}

function describeFile(file: ArchivedFile) {
  return {
    path: file.path,
    what: file.what,
    size: file.bytes,
    sha256: file.sha256,
    ...(file.language !== null && { language: file.language }),
    ...(file.version !== null && { version: file.version }),
    ...(file.agendaItem !== null && { agendaItem: file.agendaItem }),
    ...(file.addedAtMs !== null && { addedAt: writeMoment(file.addedAtMs) }),
  };
}

const writeMoment = (atMs: number): string => new Date(atMs).toISOString();

/** What the archive is and how it is checked, for somebody who finds it in ten years and does not know this program. */
export function writeReadMe(head: ArchiveHead, meetings: readonly PlannedMeeting[]): string {
  const isDraft = meetings.some((meeting) => meeting.isDraft);
  return layOutReadMe((language, t, day) => [
    t('documents:archive.title'),
    ...meetings.map(({ record: { meeting } }) => `${meeting.date} ${chooseText(meeting.title, language).text}`),
    t('documents:archive.made', { date: day(head.createdAtMs), version: head.programVersion }),
    ...(isDraft ? ['', t('documents:archive.draft')] : []),
    '',
    t('documents:archive.contents'),
    `- ${t('documents:archive.minutes')}`,
    `- ${t('documents:archive.record')}`,
    `- ${t('documents:archive.scans')}`,
    `- ${t('documents:archive.documents')}`,
    `- ${t('documents:archive.signed')}`,
    `- ${t('documents:archive.earlier')}`,
    t('documents:archive.manifest'),
    '',
    ...describeCheck(t),
  ]);
}
