import { type ClipboardEvent, createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryKind } from '#shared/contract/entries.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { useLanguageNames } from '../../../ui/localized.tsx';
import { entryKindKeys, kindsByDigit } from '../entry-kinds.ts';
import { type Adding, useAdding } from '../people/use-adding.ts';
import type { RowField } from './typing.ts';
import { usePaste } from './use-paste.ts';

/** What all rows need and what is too dear to be made for each of them. */
export interface RowTools extends Adding {
  kindWords: Readonly<Record<EntryKind, string>>;
  /** Names a text field, e.g. «Decision 3.1 – Russian». */
  fieldName: (name: string, language: Language) => string;
  paste: (event: ClipboardEvent, field: RowField) => void;
}

export const RowToolsContext = createContext<RowTools | null>(null);

export function useRowTools(): RowTools {
  const tools = useContext(RowToolsContext);
  if (tools === null) throw new Error('outside of the rows');
  return tools;
}

export function useMakeRowTools(): RowTools {
  const { t } = useTranslation(['minutes', 'common']);
  const names = useLanguageNames();
  const adding = useAdding();
  const paste = usePaste();
  return useMemo(() => {
    const known = Object.fromEntries(languages.map((language) => [language, new Map<string, string>()])) as Record<
      Language,
      Map<string, string>
    >;
    return {
      ...adding,
      paste,
      kindWords: Object.fromEntries(
        kindsByDigit.map((kind) => [kind, t(entryKindKeys[kind], { ns: 'minutes' })]),
      ) as Record<EntryKind, string>,
      fieldName(name, language) {
        const found =
          known[language].get(name) ?? t('common:languages.fieldIn', { field: name, language: names[language] });
        known[language].set(name, found);
        return found;
      },
    };
  }, [adding, names, paste, t]);
}
