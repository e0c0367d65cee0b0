import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownConcept } from '#shared/contract/glossary.ts';
import { chooseText, type Language, languages, languageTags } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Badge } from '../../ui/badge.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { useTextColumn } from '../../ui/text-column.tsx';
import styles from './glossary.module.css';
import { nameOf, termsOf } from './terms.ts';

/** A column for each language, the interface language naming the row; area; where the concept is from. */
export function useConceptColumns(): TableColumn<ShownConcept>[] {
  const { t } = useTranslation('glossary');
  const names = useLanguageNames();
  const uiLanguage = useUiLanguage();
  const textColumn = useTextColumn();
  return useMemo(
    () => [
      ...languages.map((language): TableColumn<ShownConcept> => ({
        id: language,
        title: names[language],
        share: 3,
        isRowHeader: language === uiLanguage,
        cell: (row) => <Terms concept={row} language={language} isName={language === uiLanguage} />,
        sortText: (row) => (language === uiLanguage ? chooseText(nameOf(row), language).text : nameOf(row)[language]),
      })),
      textColumn({ id: 'area', title: t('column.area'), share: 2, text: (row) => row.area }),
      {
        id: 'origin',
        title: t('column.origin'),
        share: 1.5,
        cell: (row) => (row.link ? <Badge tone="info">{t('linked.badge')}</Badge> : ''),
        compare: (a, b) => Number(a.link === null) - Number(b.link === null),
      },
    ],
    [t, names, uiLanguage, textColumn],
  );
}

interface TermsProps {
  concept: ShownConcept;
  language: Language;
  isName: boolean;
}

/** What to say, what may be said, what not. */
function Terms({ concept, language, isName }: TermsProps): ReactElement {
  const { t } = useTranslation('glossary');
  const preferred = termsOf(concept, language, 'preferred');
  const allowed = termsOf(concept, language, 'allowed');
  const forbidden = termsOf(concept, language, 'forbidden');
  if (preferred.length + allowed.length + forbidden.length === 0) {
    // The name of a row leads to its page: it must not be empty.
    return isName ? (
      <span className={styles.standIn}>
        <FallbackText value={nameOf(concept)} empty={t('unnamed')} />
      </span>
    ) : (
      <></>
    );
  }
  const stop = language === 'zh' ? '；' : '; ';
  return (
    <span lang={languageTags[language]}>
      {preferred.join(stop)}
      {allowed.length > 0 && (
        <span className={styles.allowed}>
          {preferred.length > 0 && stop}
          {allowed.join(stop)}
        </span>
      )}
      {forbidden.map((text) => (
        <del key={text} className={styles.forbidden}>
          {text}
        </del>
      ))}
    </span>
  );
}
