import type { ReactElement } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { draftGroupings } from '#shared/contract/letters.ts';
import styles from './letters.module.css';
import type { DraftGrouping } from './use-letter-plan.ts';

export interface GroupingChoiceProps {
  value: DraftGrouping;
  onChange: (grouping: DraftGrouping) => void;
}

const keys = {
  recipient: 'options.perRecipient',
  language: 'options.perLanguage',
} as const satisfies Record<DraftGrouping, string>;

/** A draft for each, or one for all who read the same language. */
export function GroupingChoice({ value, onChange }: GroupingChoiceProps): ReactElement {
  const { t } = useTranslation('letters');
  return (
    <RadioGroup value={value} onChange={(chosen) => onChange(chosen as DraftGrouping)} className={styles.radios}>
      <Label className={styles.muted}>{t('options.grouping')}</Label>
      {draftGroupings.map((grouping) => (
        <RadioField key={grouping} value={grouping}>
          <RadioButton className={styles.radio}>
            <span className={styles.disc} />
            <span>{t(keys[grouping])}</span>
          </RadioButton>
        </RadioField>
      ))}
      {value === 'language' && <p className={styles.muted}>{t('options.perLanguageHint')}</p>}
    </RadioGroup>
  );
}
