import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Placeholder, placeholders as allPlaceholders } from '#shared/contract/letterheads.ts';
import styles from './letterheads.module.css';
import { placeholderKeys, writePlaceholder } from './words.ts';

/** What may stand in a letterhead file, folded: it is read once. */
export function PlaceholderList(): ReactElement {
  const { t } = useTranslation('letterheads');
  return (
    <details>
      <summary>{t('placeholder.summary')}</summary>
      <p className={styles.muted}>{t('placeholder.explain')}</p>
      <Placeholders names={allPlaceholders} />
    </details>
  );
}

/** Placeholders, and what stands in their places afterwards. */
export function Placeholders({ names }: { names: readonly Placeholder[] }): ReactElement {
  const { t } = useTranslation('letterheads');
  return (
    <dl className={styles.placeholders}>
      {names.map((name) => (
        <div key={name} className={styles.placeholder}>
          <dt>
            <code translate="no">{writePlaceholder(name)}</code>
          </dt>
          <dd>{t(placeholderKeys[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
