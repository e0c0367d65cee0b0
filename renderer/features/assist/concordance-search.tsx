import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#shared/domain/language.ts';
import { describeError } from '../../app/errors.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { MarkedWords, UnitOrigin, useConcordance } from '../memory/index.ts';
import styles from './assist.module.css';

/** How certain words were put before. `language`: of the text at the caret, which comes first. */
export function ConcordanceSearch({ language }: { language: Language | null }): ReactElement {
  const { t } = useTranslation('assist');
  const names = useLanguageNames();
  const { query, units, error, more, ask } = useConcordance();
  const order = language === null ? languages : [language, ...languages.filter((code) => code !== language)];
  return (
    <div className={styles.search}>
      <SearchField label={t('memory.search')} asked={query} onAsk={ask} />
      <p role="status" className={styles.note}>
        {units?.length === 0 && t('memory.nothingFound')}
        {error !== null && describeError(error)}
      </p>
      {units && units.length > 0 && (
        <ul className={styles.list} aria-label={t('memory.search')}>
          {units.map((unit) => (
            <li key={unit.id} className={styles.item}>
              {order
                .filter((code) => unit.texts[code] !== '')
                .map((code) => (
                  <p key={code}>
                    <span className={styles.aside}>{names[code]}</span>{' '}
                    <MarkedWords text={unit.texts[code]} language={code} query={query} />
                  </p>
                ))}
              <UnitOrigin unit={unit} />
            </li>
          ))}
        </ul>
      )}
      {more && (
        <div>
          <Button onPress={more}>{t('memory.more')}</Button>
        </div>
      )}
    </div>
  );
}
