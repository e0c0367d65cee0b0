import type { TextPlace } from '#shared/contract/translations.ts';
import { cleanText } from '#shared/domain/clean-text.ts';
import { limits } from '#shared/contract/fields.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { stateOf } from '#shared/domain/translations/state.ts';
import { commitAt, type Context } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { startSlices } from '../../slices.ts';
import { cleanHeading, listTexts, type MeetingText, writeTranslations } from '../translations/index.ts';
import { listNewest } from './index-repository.ts';
import { listVisibleBlocks, loadUnits, type StoredUnit } from './repository.ts';
import { keyTokenOf, plainText, wordsOf } from './words.ts';

export type FilledText = TextPlace & { text: string };

/** Undefined: there is no such meeting. */
export async function listExactMatches(
  connection: Connection,
  meetingId: string,
): Promise<(FilledText & { unitId: number })[] | undefined> {
  const texts = listTexts(connection, meetingId);
  if (texts === undefined) return undefined;
  const slices = startSlices();
  const matches: (FilledText & { unitId: number })[] = [];
  for (const text of texts) {
    if (slices.areDue()) await slices.pause();
    matches.push(...matchesOf(connection, text));
  }
  return matches;
}

function matchesOf(connection: Connection, item: MeetingText): (FilledText & { unitId: number })[] {
  const { reference, sourceLanguage, texts } = item;
  const missing = languages.filter((language) => language !== sourceLanguage && stateOf(item, language) === 'empty');
  if (missing.length === 0) return [];
  const units = listEqual(connection, sourceLanguage, texts[sourceLanguage].text, missing);
  return missing.flatMap((language) => {
    const unit = units.get(language);
    if (unit === undefined) return [];
    const text = fitting({ kind: reference.kind, text: unit.texts[language] });
    return text === undefined ? [] : [{ ...reference, language, text, unitId: unit.id }];
  });
}

const page = 20;

/** By language, the newest unit whose text in `source` is this one and that has the language. */
function listEqual(
  connection: Connection,
  source: Language,
  text: string,
  wanted: readonly Language[],
): Map<Language, StoredUnit> {
  const found = new Map<Language, StoredUnit>();
  const words = wordsOf(text);
  if (words.length === 0) return found;
  const plain = plainText(text);
  const blocks = listVisibleBlocks(connection);
  for (let offset = 0; found.size < wanted.length; offset += page) {
    const ids = listNewest(connection, `${source} : "${keyTokenOf(words)}"`, blocks, page, offset);
    for (const unit of loadUnits(connection, ids)) {
      if (plainText(unit.texts[source]) !== plain) continue;
      for (const language of wanted) {
        if (unit.texts[language] !== '' && !found.has(language)) found.set(language, unit);
      }
    }
    if (ids.length < page) break;
  }
  return found;
}

/** As its place keeps it; undefined where it has no room. */
function fitting({ kind, text }: Pick<FilledText, 'kind' | 'text'>): string | undefined {
  const clean = cleanText(text);
  if (clean.trim() === '') return undefined;
  if (kind !== 'entry') return cleanHeading(kind, clean);
  return clean.length > limits.text ? undefined : clean;
}

/** Fills what is empty still. The meeting is there and its minutes are not agreed. */
export function fillTexts(
  context: Context,
  meeting: { id: string; label: string },
  texts: readonly FilledText[],
): { position: number; filled: number } {
  const { connection } = context;
  const stored = new Map((listTexts(connection, meeting.id) ?? []).map((text) => [nameOf(text.reference), text]));
  const taken = new Map<string, FilledText>();
  for (const place of texts) {
    const item = stored.get(nameOf(place));
    const text = fitting(place);
    if (item === undefined || text === undefined || item.sourceLanguage === place.language) continue;
    const name = `${nameOf(place)}/${place.language}`;
    if (stateOf(item, place.language) === 'empty' && !taken.has(name)) taken.set(name, { ...place, text });
  }
  const { result, position } = commitAt(context, { name: 'memory.fill', label: meeting.label }, (write) =>
    writeTranslations(connection, write, [...taken.values()], context.clock()),
  );
  return { position, filled: result };
}

const nameOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}/${id}`;
