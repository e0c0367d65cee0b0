import { FileInput } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone } from 'react-aria-components';
import { desktop } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import styles from './exchange.module.css';

export interface FileDropProps {
  /** As in `<input accept>`, e.g. `.csv,.xlsx`. */
  accept: string;
  /** The kinds of files that are understood, in words. */
  kinds: string;
  /** Another one was chosen before. */
  isChosen: boolean;
  isLocked: boolean;
  onChoose: (file: File) => void;
}

/** Where a file is dropped or chosen. */
export function FileDrop({ accept, kinds, isChosen, isLocked, onChoose }: FileDropProps): ReactElement {
  const { t } = useTranslation('exchange');
  return (
    <DropZone
      isDisabled={isLocked}
      aria-label={t('file.drop')}
      className={styles.drop}
      onDrop={({ items }) => {
        const [dropped] = items.filter((item) => item.kind === 'file');
        if (dropped) void dropped.getFile().then(onChoose, notifyError);
      }}
    >
      <p>{t('file.drop')}</p>
      <Button
        kind={isChosen ? 'normal' : 'primary'}
        isDisabled={isLocked}
        onPress={() => void desktop.openFile(accept).then((chosen) => chosen && onChoose(chosen), notifyError)}
      >
        <FileInput aria-hidden />
        {isChosen ? t('file.chooseOther') : t('file.choose')}
      </Button>
      <p className={styles.muted}>{kinds}</p>
    </DropZone>
  );
}
