import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import styles from './exchange.module.css';

export interface ProgressProps {
  /** What is going on, e.g. «Checking…». */
  label: string;
  /** null until the first word from the back end. */
  progress: { done: number; total: number } | null;
  onCancel: () => void;
}

/** A long piece of work, how far it is, and the way to stop it. */
export function Progress({ label, progress, onCancel }: ProgressProps): ReactElement {
  const { t } = useTranslation(['exchange', 'common']);
  const id = useId();
  return (
    <div className={styles.progress}>
      <label id={id} htmlFor={`${id}-bar`}>
        {label}
      </label>
      <progress
        id={`${id}-bar`}
        className={styles.bar}
        {...(progress && progress.total > 0 && { value: progress.done, max: progress.total })}
      />
      <span className={styles.muted}>
        {progress &&
          progress.total > 0 &&
          t('exchange:progress', { percent: Math.round((100 * progress.done) / progress.total) })}
      </span>
      <Button onPress={onCancel}>{t('common:cancel')}</Button>
    </div>
  );
}
