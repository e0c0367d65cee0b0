import { useQuery } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone, type FileDropItem } from 'react-aria-components';
import type { Attachment } from '#shared/contract/attachments.ts';
import { acceptedFiles } from '#shared/domain/media-types.ts';
import { desktop, query } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { AttachmentRow } from './attachment-row.tsx';
import styles from './attachments.module.css';
import { useAddFiles } from './use-add-files.ts';

export interface AttachmentsProps {
  meetingId: string;
  kind: 'document' | 'scan';
  /** Documents of one item; without it those of the meeting as a whole. */
  agendaItemId?: string;
  /** The signed copy of one version; null: scans that belong to none; left out: all are shown, a new one belongs to none. */
  versionId?: string | null;
  /** Files can be read and nothing else: documents of agreed minutes. */
  isReadOnly?: boolean;
}

/** Files that go with a meeting, with the ways to add one: a button, and dropping or pasting it. */
export function Attachments(props: AttachmentsProps): ReactElement | null {
  const { meetingId, kind, agendaItemId = null, versionId, isReadOnly = false } = props;
  const { t } = useTranslation('versions');
  const { data } = useQuery(query.attachments.list.queryOptions({ input: { meetingId } }));
  const { adding, add } = useAddFiles({ meetingId, kind, agendaItemId, versionId: versionId ?? null });
  const addBox = useRef<HTMLDivElement>(null);
  if (!data) return null;
  const files = data.filter(
    (file) =>
      file.kind === kind &&
      file.agendaItemId === agendaItemId &&
      (versionId === undefined || file.versionId === versionId),
  );
  // The focus must not fall out of the list with the row that had it.
  const keepFocus = () => addBox.current?.querySelector('button')?.focus();
  const list = <FileList files={files} isReadOnly={isReadOnly} onRemoved={keepFocus} />;
  if (isReadOnly) return files.length === 0 ? <p className={styles.muted}>{t('file.none')}</p> : list;

  const choose = () => void desktop.openFile(acceptedFiles[kind]).then((file) => file && add([file]), notifyError);
  const addLabel = kind === 'scan' ? t('file.addScan') : t('file.addDocument');
  return (
    <DropZone
      className={styles.drop}
      aria-label={t('file.drop')}
      getDropOperation={() => 'copy'}
      onDrop={({ items }) => {
        const dropped = items.filter((item) => item.kind === 'file');
        void Promise.all(dropped.map(readDropped)).then(add, notifyError);
      }}
    >
      {files.length > 0 && list}
      <div ref={addBox} className={styles.add}>
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

interface FileListProps {
  files: readonly Attachment[];
  isReadOnly: boolean;
  onRemoved: () => void;
}

function FileList({ files, isReadOnly, onRemoved }: FileListProps): ReactElement {
  const { t } = useTranslation('versions');
  return (
    <ul className={styles.files} aria-label={t('file.list')}>
      {files.map((file) => (
        <AttachmentRow key={file.id} file={file} isReadOnly={isReadOnly} onRemoved={onRemoved} />
      ))}
    </ul>
  );
}
