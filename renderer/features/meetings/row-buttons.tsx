import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button.tsx';
import styles from './rows.module.css';

export interface RowButtonsProps {
  /** Names the row in the buttons' accessible names. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}

/** Up, down and remove, the same for every list of a meeting. */
export function RowButtons({ name, isFirst, isLast, onMove, onRemove }: RowButtonsProps): ReactElement {
  const { t } = useTranslation('meetings');
  return (
    <div className={styles.buttons}>
      <IconButton
        label={t('row.up', { name })}
        icon={<ArrowUp aria-hidden />}
        isDisabled={isFirst}
        onPress={() => onMove(-1)}
      />
      <IconButton
        label={t('row.down', { name })}
        icon={<ArrowDown aria-hidden />}
        isDisabled={isLast}
        onPress={() => onMove(1)}
      />
      <IconButton label={t('row.remove', { name })} icon={<Trash2 aria-hidden />} onPress={onRemove} />
    </div>
  );
}
