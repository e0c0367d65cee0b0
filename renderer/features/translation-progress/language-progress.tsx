import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TextCounts, TranslationProgress } from '#shared/contract/translations.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { useLanguageNames } from '../../ui/localized.tsx';
import styles from './translation-progress.module.css';

/** A line for each language: how many texts are reviewed, and what is still to be done. Each leads to the grid. */
export function LanguageProgress({ meetingId, languages: counts }: TranslationProgress): ReactElement {
  return (
    <ul className={styles.languages}>
      {languages.map((language) => (
        <li key={language}>
          <LanguageLine meetingId={meetingId} language={language} counts={counts[language]} />
        </li>
      ))}
    </ul>
  );
}

interface LanguageLineProps {
  meetingId: string;
  language: Language;
  counts: TextCounts;
}

function LanguageLine({ meetingId, language, counts }: LanguageLineProps): ReactElement {
  const { t } = useTranslation('progress');
  const names = useLanguageNames();
  const wanted = counts.total - counts.notNeeded;
  const facts = [
    t('reviewed', { reviewed: counts.reviewed, total: wanted }),
    ...(counts.outdated > 0 ? [t('outdated', { number: counts.outdated })] : []),
    ...(counts.empty > 0 ? [t('missing', { number: counts.empty })] : []),
  ];
  return (
    <Link href={`/meetings/${meetingId}/review?language=${language}`} className={styles.language}>
      <span className={styles.name}>{names[language]}</span>
      <span className={styles.bar} aria-hidden>
        <span className={styles.reviewed} style={{ flexGrow: counts.reviewed }} />
        <span className={styles.draft} style={{ flexGrow: counts.filled - counts.reviewed }} />
        <span style={{ flexGrow: counts.outdated + counts.empty + (wanted === 0 ? 1 : 0) }} />
      </span>
      <span className={styles.facts}>{facts.join(' · ')}</span>
    </Link>
  );
}
