import type { ChangeName } from '#shared/contract/history.ts';
import type { TextReference, Verdict } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import { stateOf, type Translated } from '#shared/domain/translations/state.ts';
import type { Said } from './texts-repository.ts';

/** A row or a heading as it is stored. */
export interface SettledText extends Translated {
  reference: TextReference;
  language: Language;
  /** Of its text only the status may change: the minutes are agreed. */
  isLocked: boolean;
}

export const nameOfVerdict: Record<Verdict, ChangeName> = {
  reviewed: 'text.reviewed',
  draft: 'text.draft',
  right: 'text.right',
  not_needed: 'text.notNeeded',
  needed: 'text.needed',
};

/** What a verdict says of a text; null where it is so already, or cannot be said of it. */
export function judge(text: SettledText, verdict: Verdict): Said | null {
  const { language, sourceLanguage, texts } = text;
  const { status, baseRevision, isNotNeeded } = texts[language];
  const state = stateOf(text, language);
  const isWritten = state === 'filled' || state === 'outdated';
  const sourceRevision = language === sourceLanguage ? null : texts[sourceLanguage].revision;
  // Where nothing was said of its source, it counts as right for it; of agreed minutes there is no need to say it.
  const isUnsaid = baseRevision === null && text.isLocked;
  const isHeld = language === sourceLanguage || baseRevision === sourceRevision || isUnsaid;
  const held: Said = isHeld ? {} : { base_revision: sourceRevision };
  switch (verdict) {
    case 'reviewed':
      return isWritten ? orNull({ ...held, ...(status !== 'reviewed' && { status: 'reviewed' }) }) : null;
    case 'draft':
      return isWritten && status !== 'draft' ? { status: 'draft' } : null;
    case 'right':
      return state === 'outdated' ? orNull(held) : null;
    case 'not_needed':
      return state === 'empty' ? { is_not_needed: 1 } : null;
    case 'needed':
      return state === 'not_needed' && isNotNeeded === true ? { is_not_needed: 0 } : null;
  }
}

const orNull = (said: Said): Said | null => (Object.keys(said).length === 0 ? null : said);
