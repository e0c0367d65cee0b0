import { createHash } from 'node:crypto';
import { type HandOverFate, type HandOverPreview, type HandOverRow } from '#shared/contract/hand-overs.ts';
import type { TextReference } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import type { MeetingText } from '../translations/index.ts';
import type { HandedText, HandOver } from './repository.ts';
import { cleanSource } from './returned.ts';
import type { ReturnedText } from './table.ts';

/** What came back, beside what stands in the minutes now; rows in the order of the hand-over. */
export function comparePreview(
  { id, sourceLanguage, targetLanguage, atMs, texts }: HandOver,
  returned: ReadonlyMap<string, ReturnedText>,
  meetingTexts: readonly MeetingText[],
): HandOverPreview {
  const present = new Map(meetingTexts.map((text) => [keyOf(text.reference), text]));
  const rows = texts.map((handed) =>
    compareRow(handed, returned.get(handed.code), present.get(keyOf(handed)), targetLanguage),
  );
  const stamp = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  return { handOverId: id, sourceLanguage, targetLanguage, handedOverAtMs: atMs, stamp, rows };
}

export const keyOf = ({ kind, id }: TextReference): string => `${kind}/${id}`;

function compareRow(
  handed: HandedText,
  returned: ReturnedText | undefined,
  present: MeetingText | undefined,
  language: Language,
): HandOverRow {
  const { kind, id, code, number, sourceLanguage, source, target } = handed;
  const row = {
    reference: { kind, id },
    code,
    number: present?.number ?? number,
    entryKind: present?.entryKind ?? null,
    sourceLanguage,
    sourceThen: source,
    sourceNow: present?.texts[sourceLanguage].text ?? '',
    sourceBack: returned === undefined ? source : cleanSource(returned.source, handed),
    then: target,
    now: present?.texts[language].text ?? '',
    back: returned?.target ?? '',
  };
  return { ...row, fate: judge(row, handed, returned !== undefined, present) };
}

function judge(
  { then, now, back }: Pick<HandOverRow, 'then' | 'now' | 'back'>,
  handed: HandedText,
  isReturned: boolean,
  present: MeetingText | undefined,
): HandOverFate {
  if (!isReturned) return 'left-out';
  if (back.trim() === '') return 'empty';
  if (present === undefined) return 'gone';
  // What the translator did not touch says nothing against what was written here meanwhile.
  if (back === now || back === then) return 'same';
  if (now !== then) return 'conflict';
  return isSourceChanged(handed, present) ? 'source-changed' : 'change';
}

/** The text that was translated, or what that itself is a translation of, reads differently now. */
export function isSourceChanged(handed: HandedText, present: MeetingText): boolean {
  const { sourceLanguage, source, originLanguage, origin } = handed;
  if (present.texts[sourceLanguage].text !== source) return true;
  return present.sourceLanguage === originLanguage && present.texts[originLanguage].text !== origin;
}
