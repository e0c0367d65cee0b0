import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { draftGroupings } from '#shared/contract/letters.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
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
    <RadioGroup
      label={t('options.grouping')}
      value={value}
      onChange={onChange}
      options={draftGroupings.map((id) => ({ id, label: t(keys[id]) }))}
    >
      {value === 'language' && <p className={styles.muted}>{t('options.perLanguageHint')}</p>}
    </RadioGroup>
  );
}
