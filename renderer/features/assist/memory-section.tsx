import { CornerDownLeft } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemorySuggestion } from '#shared/contract/memory.ts';
import { languages, languageTags } from '#shared/domain/language.ts';
import { diffWords } from '#shared/domain/versions/diff-words.ts';
import { describeError } from '../../app/errors.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DiffText } from '../../ui/diff-text.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { UnitOrigin } from '../memory/index.ts';
import styles from './assist.module.css';
import type { SectionProps } from './terms-section.tsx';
import { useSuggestions } from './use-suggestions.ts';

/** What was written before for texts like the source. */
export function MemorySection({ workbench, target }: SectionProps): ReactElement {
  const { t } = useTranslation(['assist', 'common']);
  const { suggestions, error } = useSuggestions(workbench, target);
  if (target.isSource) return <p className={styles.note}>{t('assist:memory.inSource')}</p>;
  if (error !== null) return <p className={styles.note}>{describeError(error)}</p>;
  if (suggestions === undefined) return <p className={styles.note}>{t('common:loading')}</p>;
  if (suggestions.length === 0) return <p className={styles.note}>{t('assist:memory.none')}</p>;
  const hasDifferences = suggestions.some(({ score }) => score < 1);
  return (
    <>
      {hasDifferences && <p className={styles.note}>{t('assist:memory.legend')}</p>}
      <ol className={styles.list}>
        {suggestions.map((suggestion, index) => (
          <li key={suggestion.id} className={styles.item}>
            <Suggestion workbench={workbench} target={target} suggestion={suggestion} isFirst={index === 0} />
          </li>
        ))}
      </ol>
    </>
  );
}

interface SuggestionProps extends SectionProps {
  suggestion: MemorySuggestion;
  isFirst: boolean;
}

function Suggestion({ workbench, target, suggestion, isFirst }: SuggestionProps): ReactElement {
  const { t } = useTranslation('assist');
  const names = useLanguageNames();
  const { source, place, sourceText } = target;
  const { texts, score } = suggestion;
  const text = texts[place.language];
  const third = languages.filter((language) => language !== source && language !== place.language);
  const percent = Math.floor(score * 100);
  return (
    <>
      <div className={styles.head}>
        <Badge tone={score === 1 ? 'good' : 'info'}>{t('memory.score', { percent })}</Badge>
        <UnitOrigin unit={suggestion} />
      </div>
      <p lang={languageTags[source]} className={styles.text}>
        <DiffText parts={diffWords(texts[source], sourceText, source)} />
      </p>
      {text === '' ? (
        <p className={styles.note}>{t('memory.noText', { language: names[place.language] })}</p>
      ) : (
        <p lang={languageTags[place.language]} className={styles.offered}>
          {text}
        </p>
      )}
      {third
        .filter((language) => texts[language] !== '')
        .map((language) => (
          <p key={language} className={styles.third}>
            <span className={styles.aside}>{names[language]}</span>{' '}
            <span lang={languageTags[language]} className={styles.text}>
              {texts[language]}
            </span>
          </p>
        ))}
      {text !== '' && !workbench.isReadOnly && (
        <div>
          <Button
            aria-label={t('memory.takeThis', { percent })}
            {...(isFirst && { command: 'review.match' as const })}
            onPress={() => workbench.put(place, text)}
          >
            <CornerDownLeft aria-hidden />
            {t('memory.take')}
          </Button>
        </div>
      )}
    </>
  );
}
