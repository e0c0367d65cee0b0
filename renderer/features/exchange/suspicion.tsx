import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameMatch, OrganizationMatch } from '#shared/domain/name-match.ts';
import { useMatchWords } from '../../app/match-words.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import styles from './exchange.module.css';
import { FileText } from './file-rows.tsx';

export interface SuspicionProps<Decision extends string> {
  /** Of the row in the file. */
  label: string;
  /** The record that is or may be meant. */
  record: { label: string } | null;
  /** Stands in its place where there is none. */
  otherwise?: string;
  match: NameMatch | OrganizationMatch | null;
  choices: readonly { id: Decision; label: string }[];
  decision: Decision;
  onDecide: (decision: Decision) => void;
  isLocked: boolean;
}

/** The record that may be the same, why, and what to do. */
export function Suspicion<Decision extends string>(props: SuspicionProps<Decision>): ReactElement {
  const { label, record, otherwise, match, choices, decision, onDecide, isLocked } = props;
  const { t } = useTranslation('exchange');
  const words = useMatchWords();
  const shown = choices.find(({ id }) => id === decision)?.label ?? '';
  return (
    <div className={styles.suspicion}>
      <div>
        {record ? <FileText text={record.label} isStrong /> : otherwise}
        {match && (
          <div className={styles.muted}>
            {t('preview.why', { verdict: words.verdict(match.verdict), reason: words.reason(match) })}
          </div>
        )}
      </div>
      {!isLocked && (
        <ChoiceMenu
          label={t('decide.one', { name: label, decision: shown })}
          choices={choices}
          value={decision}
          kind="normal"
          onChoose={onDecide}
        >
          {shown}
        </ChoiceMenu>
      )}
    </div>
  );
}
