import type { TFunction } from 'i18next';
import type { DocumentKind } from '#shared/contract/documents.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { adjectiveOfSide } from '#shared/domain/documents/country-words.ts';
import { fillFileNamePattern, usualFileNamePattern } from '#shared/domain/documents/file-name.ts';
import { chooseText, type Language } from '#shared/domain/language.ts';
import { wordsIn } from './labels.ts';

export interface NamedDocument {
  kind: DocumentKind;
  /** In their order; the words of the name are those of the first, English where there is none. */
  languages: readonly Language[];
  /** Without a stop. */
  extension: string;
  /** Of an extract: for whom it is. */
  organizationId?: string | null;
  /** The side that keeps this copy. */
  keeperSideId?: string | null;
  versionNumber?: number | null;
  /** Empty or not usable: the usual one. */
  pattern?: string;
}

/**
 * «2020-06-16 Minutes 3 (EN).pdf», «2020-06-16 Протокол (RU).docx», «2020-06-16 会谈纪要 (ZH-RU-EN) 中方存本 v2.pdf»:
 * by the usual pattern the date comes first, so that a folder sorts itself. Safe on every file system.
 */
export function nameDocument(record: MeetingRecord, named: NamedDocument): string {
  const language = named.languages[0] ?? 'en';
  const t = wordsIn(language);
  const { meeting, group } = record;
  const { versionNumber } = named;
  return fillFileNamePattern(
    named.pattern ?? usualFileNamePattern,
    {
      date: meeting.date,
      kind: describeKind(t, named.kind, meeting.minutesKind),
      number: meeting.number,
      title: chooseText(meeting.title, language).text,
      group: group === null ? '' : chooseText(group.name, language).text,
      organization: describeOrganization(record, named.organizationId ?? null, language),
      languages: named.languages.map((code) => code.toUpperCase()).join('-'),
      copy: describeCopy(t, record, named.keeperSideId ?? null, language),
      version: versionNumber === null || versionNumber === undefined ? '' : `v${versionNumber}`,
    },
    named.extension,
  );
}

/** The name of minutes by the usual pattern; a version has its number at the end: «2020-06-16 Minutes 3 (EN) v2.pdf». */
export function describeFileName(
  record: MeetingRecord,
  languages: readonly Language[],
  extension: string,
  version?: number,
): string {
  return nameDocument(record, { kind: 'minutes', languages, extension, versionNumber: version ?? null });
}

function describeKind(t: TFunction, kind: DocumentKind, minutesKind: MeetingRecord['meeting']['minutesKind']): string {
  const words: Record<DocumentKind, string> = {
    minutes: minutesKind === 'minutes' ? t('documents:fileName.minutes') : t('documents:fileName.minutesOfTalks'),
    short_minutes: t('documents:fileName.shortMinutes'),
    extract: t('documents:fileName.extract'),
    actions: t('documents:fileName.actions'),
    agenda: t('documents:fileName.agenda'),
    attendance_sheet: t('documents:fileName.attendanceSheet'),
    invitation: t('documents:fileName.invitation'),
    news: t('documents:fileName.news'),
  };
  return words[kind];
}

/** The short name, where the language has one. */
function describeOrganization(record: MeetingRecord, id: string | null, language: Language): string {
  const organization = record.organizations.find((candidate) => candidate.id === id);
  if (organization === undefined) return '';
  const short = organization.abbreviation[language].trim();
  return short === '' ? chooseText(organization.name, language).text : short;
}

/** «copy for the Chinese side», «экземпляр китайской стороны», 中方存本. */
function describeCopy(t: TFunction, record: MeetingRecord, keeperSideId: string | null, language: Language): string {
  const { sides } = record.meeting;
  const keeper = sides.find(({ id }) => id === keeperSideId);
  if (keeper === undefined) return '';
  const isOnlyOne = sides.filter(({ country }) => country === keeper.country).length === 1;
  const adjective = isOnlyOne ? adjectiveOfSide(keeper.country, language) : null;
  if (adjective !== null) return t('documents:fileName.copyForSide', { side: adjective });
  const name = chooseText(keeper.name, language).text;
  return t('documents:fileName.copyFor', { name: name === '' ? String(sides.indexOf(keeper) + 1) : name });
}
