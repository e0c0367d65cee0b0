import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryKind } from '#shared/contract/entries.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { useFormat } from '../../../app/format.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { useLanguageNames } from '../../../ui/localized.tsx';
import { entryKindKeys, kindsByDigit } from '../entry-kinds.ts';

/** How far a row is written in a language. */
export type Mark = 'filled' | 'outdated' | 'missing';
export type RowOperation = 'time' | 'history' | 'document' | 'up' | 'down' | 'remove';

/**
 * The words on the rows, each translated once: to ask for them in every row takes longer than to draw it.
 */
export interface RowWords {
  uiLanguage: Language;
  /** Clock time with seconds of an instant. */
  clock: (atMs: number) => string;
  kinds: Readonly<Record<EntryKind, string>>;
  /** Names the button that changes the kind; the number is empty for speech and notes. */
  kindOf: (kind: EntryKind, number: string) => string;
  /** Names a text field, e.g. «Decision 3.1 – Russian». */
  fieldName: (name: string, language: Language) => string;
  speaker: Readonly<Record<'unknown' | 'none' | 'continues', string>>;
  speakerOf: (name: string, isContinued: boolean) => string;
  marks: (en: Mark, ru: Mark, zh: Mark) => string;
  languageNames: Readonly<Record<Language, string>>;
  takenDownIn: (language: Language) => string;
  operations: Readonly<Record<RowOperation, string>>;
  menuOf: (name: string) => string;
}

const markKeys: Record<Language, Record<Mark, `rows.marks.${Language}.${Mark}`>> = {
  en: { filled: 'rows.marks.en.filled', outdated: 'rows.marks.en.outdated', missing: 'rows.marks.en.missing' },
  ru: { filled: 'rows.marks.ru.filled', outdated: 'rows.marks.ru.outdated', missing: 'rows.marks.ru.missing' },
  zh: { filled: 'rows.marks.zh.filled', outdated: 'rows.marks.zh.outdated', missing: 'rows.marks.zh.missing' },
};

export function useRowWords(): RowWords {
  const { t } = useTranslation(['live', 'minutes', 'common']);
  const format = useFormat();
  const uiLanguage = useUiLanguage();
  const languageNames = useLanguageNames();
  return useMemo(() => {
    const kinds = Object.fromEntries(
      kindsByDigit.map((kind) => [kind, t(entryKindKeys[kind], { ns: 'minutes' })]),
    ) as Record<EntryKind, string>;
    return {
      uiLanguage,
      clock: (atMs) => format.clock(atMs),
      kinds,
      kindOf: remember((kind: EntryKind, number: string) => t('minutes:kindOf', { kind: kinds[kind], number }).trim()),
      fieldName: remember((name: string, language: Language) =>
        t('common:languages.fieldIn', { field: name, language: languageNames[language] }),
      ),
      speaker: {
        unknown: t('live:rows.speaker.unknown'),
        none: t('live:rows.speaker.none'),
        continues: t('live:rows.speaker.continues'),
      },
      speakerOf: remember((name: string, isContinued: boolean) =>
        isContinued ? t('live:rows.speaker.ofContinued', { name }) : t('live:rows.speaker.of', { name }),
      ),
      marks: remember((...marks: [Mark, Mark, Mark]) =>
        format.list(
          languages.map((language, index) => t(markKeys[language][marks[index] ?? 'missing'], { ns: 'live' })),
        ),
      ),
      languageNames,
      takenDownIn: remember((language: Language) =>
        t('live:rows.language', { code: language.toUpperCase(), language: languageNames[language] }),
      ),
      operations: {
        time: t('live:rows.menu.time'),
        history: t('live:rows.menu.history'),
        document: t('live:rows.menu.document'),
        up: t('live:rows.menu.up'),
        down: t('live:rows.menu.down'),
        remove: t('live:rows.menu.remove'),
      },
      menuOf: remember((name: string) => t('live:rows.menu.of', { name })),
    };
  }, [t, format, uiLanguage, languageNames]);
}

function remember<Args extends readonly (string | boolean)[]>(
  make: (...args: Args) => string,
): (...args: Args) => string {
  const known = new Map<string, string>();
  return (...args) => {
    const key = args.join('\n');
    const found = known.get(key) ?? make(...args);
    known.set(key, found);
    return found;
  };
}
