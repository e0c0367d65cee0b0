import { type ReactNode, useMemo } from 'react';
import { chooseText, type LocalizedText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../app/i18n.ts';
import type { TableColumn } from './data-table.tsx';
import { FallbackText } from './fallback-text.tsx';

export interface TextColumn<Row> extends Omit<TableColumn<Row>, 'cell'> {
  text: (row: Row) => LocalizedText;
  /** Shown where no language has a text. Default: an empty cell. */
  empty?: string;
  /** Default: the text alone. */
  cell?: (row: Row) => ReactNode;
}

/** Makes columns of texts in three languages: shown with their fallback, sorted by what is shown. */
export function useTextColumn(): <Row>(column: TextColumn<Row>) => TableColumn<Row> {
  const language = useUiLanguage();
  return useMemo(() => {
    return ({ text, empty = '', ...column }) => ({
      cell: (row) => <FallbackText value={text(row)} empty={empty} />,
      sortText: (row) => chooseText(text(row), language).text,
      ...column,
    });
  }, [language]);
}
