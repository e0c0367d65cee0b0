import { Paperclip } from 'lucide-react';
import type { ReactElement, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone, type FileDropItem } from 'react-aria-components';
import { desktop } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import styles from './attachments.module.css';

export interface FileDropAreaProps {
  /** Of the button. */
  addLabel: string;
  /** As in `<input accept>`. */
  accept: string;
  /** Names of the files that are on their way. */
  adding: readonly string[];
  onAdd: (files: readonly File[]) => Promise<void>;
  /** Around the button, for a focus that would fall out of the list. */
  buttonBox?: Ref<HTMLDivElement>;
  /** The files that are there. */
  children: ReactNode;
}

/** A list of files with the ways to add one: a button, and dropping or pasting it. */
export function FileDropArea(props: FileDropAreaProps): ReactElement {
  const { addLabel, accept, adding, onAdd, buttonBox, children } = props;
  const { t } = useTranslation('versions');
  const choose = () => void desktop.openFile(accept).then((file) => file && onAdd([file]), notifyError);
  return (
    <DropZone
      className={styles.drop}
      aria-label={t('file.drop')}
      getDropOperation={() => 'copy'}
      onDrop={({ items }) => {
        const dropped = items.filter((item) => item.kind === 'file');
        void Promise.all(dropped.map(readDropped)).then(onAdd, notifyError);
      }}
    >
      {children}
      <div ref={buttonBox} className={styles.add}>
        <Button onPress={choose}>
          <Paperclip aria-hidden />
          {addLabel}
        </Button>
        <span className={styles.muted}>{t('file.orDrop')}</span>
      </div>
      <div role="status" className={styles.adding}>
        {adding.map((name, index) => (
          <div key={index} className={styles.add}>
            <progress aria-label={t('file.adding', { name })} />
            <span translate="no">{t('file.adding', { name })}</span>
          </div>
        ))}
      </div>
    </DropZone>
  );
}

const readDropped = (item: FileDropItem): Promise<File> => item.getFile();
