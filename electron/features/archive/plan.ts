import type { AgreementFile } from '#shared/contract/agreements.ts';
import type { Attachment } from '#shared/contract/attachments.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Amendment, Version } from '#shared/contract/versions.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import type { Connection } from '../../db/connection.ts';
import { exporters } from '../../formats.ts';
import { listAgreementFiles } from '../agreements/index.ts';
import { type KeptFile, listAttachments } from '../attachments/index.ts';
import { describeFileName } from '../../documents/file-name.ts';
import { loadRecord } from '../records/index.ts';
import { listAmendments, listVersions } from '../versions/index.ts';
import { nameFolder, PathList } from './names.ts';
import { listArchivedIds } from './repository.ts';

/** What a file of the archive is, as its manifest says it. */
export type ArchivedKind =
  'minutes_pdf' | 'minutes_docx' | 'record' | 'scan' | 'document' | 'signed_document' | 'read_me';

/** A file whose content is kept, and when that was. */
export interface ArchivedContent extends KeptFile {
  addedAtMs: number;
}

/** A file of the archive. */
export interface PlannedFile {
  path: string;
  what: ArchivedKind;
  language: Language | null;
  /** Number of the version that it was made with, or whose signed copy it is. */
  version: number | null;
  /** Of the agenda item that a document belongs to, from 1. */
  agendaItem: number | null;
  source: { kept: ArchivedContent } | { rendered: 'pdf' | 'docx'; language: Language } | { record: true };
}

export interface PlannedMeeting {
  record: MeetingRecord;
  folder: string;
  /** Nobody has agreed to what the folder holds. */
  isDraft: boolean;
  /** The version in force; undefined: none is kept here. */
  agreed: Version | undefined;
  /** Agreed before an amendment, oldest first. */
  superseded: Version[];
  amendments: Amendment[];
  attachments: Attachment[];
  /** Of what was signed at the meeting, in the order of the minutes; `place` counts from 1. */
  signed: { place: number; file: AgreementFile }[];
  files: PlannedFile[];
}

const keptKinds = {
  version_pdf: 'minutes_pdf',
  version_docx: 'minutes_docx',
  version_record: 'record',
  scan: 'scan',
  document: 'document',
} as const satisfies Record<Attachment['kind'], ArchivedKind>;

/** What the archive of a meeting or an event holds, the meeting itself first; undefined when there is no such meeting. */
export function planArchive(connection: Connection, meetingId: string): PlannedMeeting[] | undefined {
  const folders = new PathList();
  const planned = listArchivedIds(connection, meetingId).flatMap((id) => {
    const record = loadRecord(connection, id);
    return record === undefined ? [] : [planMeeting(connection, record, folders)];
  });
  return planned.length === 0 ? undefined : planned;
}

function planMeeting(connection: Connection, record: MeetingRecord, folders: PathList): PlannedMeeting {
  const { id, date, title, status } = record.meeting;
  const agreedVersions = listVersions(connection, id).filter(({ agreedAtMs }) => agreedAtMs !== null);
  const agreed = agreedVersions.at(-1);
  const isDraft = agreed === undefined && !isLocked(status);
  const meeting: Omit<PlannedMeeting, 'files'> = {
    record,
    folder: folders.take('', nameFolder(date, title, isDraft)),
    isDraft,
    agreed,
    superseded: agreedVersions.slice(0, -1),
    amendments: listAmendments(connection, id),
    attachments: listAttachments(connection, id),
    signed: [...record.agreements]
      .sort(compareByOrderKey)
      .flatMap((agreement, index) =>
        listAgreementFiles(connection, agreement.id).map((file) => ({ place: index + 1, file })),
      ),
  };
  return { ...meeting, files: planFiles(meeting, agreedVersions) };
}

function planFiles(meeting: Omit<PlannedMeeting, 'files'>, agreedVersions: readonly Version[]): PlannedFile[] {
  const { folder, agreed, superseded, attachments, signed, record } = meeting;
  const paths = new PathList();
  const numbers = new Map(agreedVersions.map(({ id, number }) => [id, number]));
  const items = record.agenda.map(({ id }) => id);
  const keep = (file: Attachment, within: string, name = file.name): PlannedFile => ({
    path: paths.take(within, name),
    what: keptKinds[file.kind],
    language: file.language,
    version: (file.versionId === null ? undefined : numbers.get(file.versionId)) ?? null,
    agendaItem: file.agendaItemId === null ? null : items.indexOf(file.agendaItemId) + 1,
    source: { kept: file },
  });
  const ofVersion = ({ files }: Version, within: string): PlannedFile[] =>
    files.filter(({ kind }) => kind !== 'scan').map((file) => keep(file, within));
  const scans = attachments.filter(({ kind }) => kind === 'scan');
  const documents = attachments.filter(({ kind }) => kind === 'document');
  return [
    ...(agreed === undefined ? planStanding(meeting, paths) : ofVersion(agreed, folder)),
    ...scans.map((file) => {
      const number = file.versionId === null ? undefined : numbers.get(file.versionId);
      const isPlain = number === undefined || agreedVersions.length < 2;
      return keep(file, `${folder}/scans`, isPlain ? file.name : `Version ${number} – ${file.name}`);
    }),
    ...documents.map((file) => {
      const item = file.agendaItemId === null ? -1 : items.indexOf(file.agendaItemId);
      return keep(file, `${folder}/documents`, item < 0 ? file.name : `Item ${item + 1} – ${file.name}`);
    }),
    ...signed.map(({ place, file }): PlannedFile => {
      const name = record.agreements.length === 1 ? file.name : `Document ${place} – ${file.name}`;
      const path = paths.take(`${folder}/signed documents`, name);
      const { language } = file;
      return { path, what: 'signed_document', language, version: null, agendaItem: null, source: { kept: file } };
    }),
    ...superseded.flatMap((version) => ofVersion(version, `${folder}/earlier versions/version ${version.number}`)),
  ];
}

/** No agreed version is kept: the minutes as they stand now. */
function planStanding({ record, folder, isDraft }: Omit<PlannedMeeting, 'files'>, paths: PathList): PlannedFile[] {
  const name = (of: readonly Language[], extension: string): string =>
    `${isDraft ? 'DRAFT ' : ''}${describeFileName(record, of, extension)}`;
  const plain = { version: null, agendaItem: null };
  return [
    ...languages.flatMap((language) =>
      (['pdf', 'docx'] as const).map((format) => ({
        ...plain,
        path: paths.take(folder, name([language], exporters[format].extension)),
        what: format === 'pdf' ? ('minutes_pdf' as const) : ('minutes_docx' as const),
        language,
        source: { rendered: format, language },
      })),
    ),
    {
      ...plain,
      path: paths.take(folder, name([], exporters.record.extension)),
      what: 'record',
      language: null,
      source: { record: true },
    },
  ];
}
