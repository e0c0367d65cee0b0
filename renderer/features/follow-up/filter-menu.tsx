import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTags } from '#shared/domain/language.ts';
import { ChoiceMenu, type Choice } from '../../ui/choice-menu.tsx';
import styles from './filter-menu.module.css';

export interface FilterMenuProps<Code extends string> {
  /** What is filtered, e.g. «State». */
  label: string;
  choices: readonly Choice<Code>[];
  /** null: all. */
  value: Code | null;
  onChange: (value: Code | null) => void;
}

const all = 'all';

/** Leaves the records of one kind in a register, or all: «State: all». */
export function FilterMenu<Code extends string>(props: FilterMenuProps<Code>): ReactElement {
  const { label, choices, value, onChange } = props;
  const { t } = useTranslation('follow-up');
  const chosen = choices.find(({ id }) => id === value);
  const shown = chosen?.label ?? t('filter.all');
  return (
    <ChoiceMenu<Code | typeof all>
      label={t('filter.named', { label, value: shown })}
      kind="normal"
      choices={[{ id: all, label: t('filter.all') }, ...choices]}
      value={chosen?.id ?? all}
      onChoose={(id) => onChange(id === all ? null : id)}
    >
      <span className={styles.label}>{label}:</span>{' '}
      <span className={styles.value} {...(chosen?.language && { lang: languageTags[chosen.language] })}>
        {shown}
      </span>
    </ChoiceMenu>
  );
}

export interface GroupingMenuProps<Code extends string> {
  choices: readonly Choice<Code>[];
  value: Code;
  onChange: (value: Code) => void;
}

/** By what the rows of a register stand together. */
export function GroupingMenu<Code extends string>({ choices, value, onChange }: GroupingMenuProps<Code>): ReactElement {
  const { t } = useTranslation('follow-up');
  const label = t('filter.grouping');
  const shown = choices.find(({ id }) => id === value)?.label ?? '';
  return (
    <ChoiceMenu
      label={t('filter.named', { label, value: shown })}
      kind="normal"
      choices={choices}
      value={value}
      onChoose={onChange}
    >
      <span className={styles.label}>{label}:</span> {shown}
    </ChoiceMenu>
  );
}
