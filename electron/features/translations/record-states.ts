import type { EntryText } from '#shared/contract/entries.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { HeadingState, MeetingRecord } from '#shared/contract/records.ts';
import { languages } from '#shared/domain/language.ts';
import { inFileOrder, type RecordStates } from '#shared/domain/translations/record-states.ts';
import { isCurrent, usualSource } from '#shared/domain/translations/source.ts';
import type { Translated } from '#shared/domain/translations/state.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { type TextRows, toTexts } from '../../db/heading-rows.ts';
import type { AcceptedFindingRow } from '../../db/schema.ts';
import { findHeading, headingPlaces, readStates } from './headings.ts';
import { writeSaid } from './texts-repository.ts';

type Parts = Pick<MeetingDetail, 'meeting' | 'agenda' | 'agreements'>;

export function listRecordStates(connection: Connection, parts: Parts): RecordStates {
  return inFileOrder({
    headingStates: listHeadingStates(connection, parts),
    acceptedFindings: connection
      .sql<AcceptedFindingRow>('SELECT * FROM accepted_finding WHERE meeting_id = ?', parts.meeting.id)
      .map(({ kind, record_id: id, language, code, detail }) => ({ kind, id, language, code, detail })),
  });
}

function listHeadingStates(connection: Connection, parts: Parts): HeadingState[] {
  const places = headingPlaces(parts);
  const { texts, sources } = readStates(
    connection,
    places.map(({ id }) => id),
  );
  return places.map(({ kind, id, text }) => {
    const source = sources.get(`${kind}/${id}`);
    const { en, ru, zh } = toTexts(text, texts.get(`${kind}/${id}`) ?? noRows);
    return {
      kind,
      id,
      ...(source !== undefined && { sourceLanguage: source }),
      texts: { en: withoutText(en), ru: withoutText(ru), zh: withoutText(zh) },
    };
  });
}

const noRows: TextRows = new Map();

const withoutText = ({ revision, baseRevision, status, isNotNeeded }: EntryText): Omit<EntryText, 'text'> => ({
  revision,
  baseRevision,
  status,
  ...(isNotNeeded === true && { isNotNeeded }),
});

/** Of a meeting that was not here. */
export function insertRecordStates(write: Write, meetingId: string, states: RecordStates): void {
  for (const heading of states.headingStates ?? []) insertHeadingState(write, heading);
  for (const { id, ...finding } of states.acceptedFindings ?? []) {
    write.insert('accepted_finding', { meeting_id: meetingId, record_id: id, ...finding });
  }
}

function insertHeadingState(write: Write, { kind, id, sourceLanguage, texts }: HeadingState): void {
  if (sourceLanguage !== undefined) {
    write.insert('heading_source', { kind, record_id: id, language: sourceLanguage });
  }
  for (const language of languages) {
    const state = texts[language];
    if (state === undefined) continue;
    write.insert('heading_text', {
      kind,
      record_id: id,
      language,
      revision: state.revision,
      base_revision: state.baseRevision,
      status: state.status,
      is_not_needed: state.isNotNeeded === true ? 1 : 0,
    });
  }
}

/**
 * To be called when the records of a meeting read again as they were kept: says of their titles what was said then. A
 * text that came back has a new revision; a translation that was right for its source then is right for it again.
 */
export function restoreHeadingStates(connection: Connection, write: Write, kept: MeetingRecord): void {
  const states = new Map((kept.headingStates ?? []).map((heading) => [`${heading.kind}/${heading.id}`, heading]));
  for (const { kind, id, text } of headingPlaces(kept)) {
    const now = findHeading(connection, kind, id);
    const source = usualSource(text, kept.meeting.workingLanguages);
    if (now === undefined || source === undefined) continue;
    const state = states.get(`${kind}/${id}`);
    const { en, ru, zh } = state?.texts ?? {};
    const then: Translated = {
      sourceLanguage: state?.sourceLanguage ?? source,
      texts: {
        en: { ...unsaid, ...en, text: text.en },
        ru: { ...unsaid, ...ru, text: text.ru },
        zh: { ...unsaid, ...zh, text: text.zh },
      },
    };
    const isBack = languages.every((language) => now.texts[language].revision === 0);
    if (now.sourceLanguage !== then.sourceLanguage) {
      const key = { kind, record_id: id };
      const { sourceLanguage: language } = then;
      if (!write.update('heading_source', key, { language })) write.insert('heading_source', { ...key, language });
    }
    for (const language of languages) {
      const { revision, status, isNotNeeded, baseRevision } = then.texts[language];
      const base = isBack ? baseRevision : baseNow(then, now, language);
      const said = { base_revision: base, status, is_not_needed: isNotNeeded === true ? 1 : 0 };
      const { texts } = now;
      const isSaid =
        texts[language].baseRevision === base &&
        texts[language].status === status &&
        texts[language].isNotNeeded === isNotNeeded;
      if (isSaid && (!isBack || revision === 0)) continue;
      writeSaid(write, { kind, id }, language, now, isBack ? { ...said, revision } : said);
    }
  }
}

const unsaid = { revision: 0, baseRevision: null, status: 'draft' } as const;

function baseNow(then: Translated, now: Translated, language: (typeof languages)[number]): number | null {
  const { sourceLanguage: source, texts } = then;
  const { baseRevision } = texts[language];
  const revision = now.texts[source].revision;
  if (language === source || baseRevision === null) return null;
  if (revision === texts[source].revision) return baseRevision;
  return isCurrent(then, language) ? revision : 0;
}
