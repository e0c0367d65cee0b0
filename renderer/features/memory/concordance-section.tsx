import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '#shared/domain/language.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Section } from '../../ui/section.tsx';
import { MarkedWords } from './marked-words.tsx';
import styles from './memory.module.css';
import { UnitOrigin } from './unit-origin.tsx';
import { type Concordance, useConcordance } from './use-concordance.ts';

/** The search keeps its words while a meeting is looked at. */
let remembered = '';

/** How words were put before: units of the memory that have them, in three languages side by side. */
export function ConcordanceSection(): ReactElement {
  const { t } = useTranslation('memory');
  const concordance = useConcordance(remembered);
  useEffect(() => {
    remembered = concordance.query;
  }, [concordance.query]);
  return (
    <Section title={t('concordance.title')}>
      <SearchField label={t('concordance.field')} asked={concordance.query} onAsk={concordance.ask} />
      <Found concordance={concordance} />
    </Section>
  );
}

function Found({ concordance }: { concordance: Concordance }): ReactElement {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const { query, units, isMore, error, more } = concordance;
  return (
    <>
      <p role="status" className={styles.note}>
        {query === '' && t('concordance.help')}
        {error !== null && describeError(error)}
        {units?.length === 0 && t('concordance.nothing', { query })}
        {units !== undefined &&
          units.length > 0 &&
          (isMore
            ? t('concordance.first', { count: units.length, formatted: format.number(units.length) })
            : t('concordance.count', { count: units.length, formatted: format.number(units.length) }))}
      </p>
      {units !== undefined && units.length > 0 && <UnitTable concordance={concordance} />}
      {more && (
        <div>
          <Button onPress={more}>{t('concordance.more')}</Button>
        </div>
      )}
    </>
  );
}

function UnitTable({ concordance: { query, units = [] } }: { concordance: Concordance }): ReactElement {
  const { t } = useTranslation('memory');
  const names = useLanguageNames();
  return (
    <table className={styles.table} aria-label={t('concordance.title')}>
      <thead>
        <tr>
          {languages.map((language) => (
            <th key={language} scope="col">
              {names[language]}
            </th>
          ))}
          <th scope="col">{t('unit.origin')}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            {languages.map((language) => (
              <td key={language} data-head={names[language]}>
                {unit.texts[language] === '' ? (
                  <span className={styles.none}>{t('unit.noText')}</span>
                ) : (
                  <MarkedWords text={unit.texts[language]} language={language} query={query} />
                )}
              </td>
            ))}
            <td data-head={t('unit.origin')}>
              <UnitOrigin unit={unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
