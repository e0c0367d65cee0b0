import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Attachment } from '#shared/contract/attachments.ts';
import { acceptedFiles } from '#shared/domain/media-types.ts';
import { api, query } from '../../app/api.ts';
import styles from './attachments.module.css';
import { FileDropArea } from './file-drop-area.tsx';
import { FileRow } from './file-row.tsx';
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
  const place = { meetingId, kind, agendaItemId, versionId: versionId ?? null };
  const { adding, add } = useAddFiles((file) => api.attachments.add({ ...place, id: newId(), language: null, file }));
  const buttonBox = useRef<HTMLDivElement>(null);
  if (!data) return null;
  const files = data.filter(
    (file) =>
      file.kind === kind &&
      file.agendaItemId === agendaItemId &&
      (versionId === undefined || file.versionId === versionId),
  );
  // The focus must not fall out of the list with the row that had it.
  const keepFocus = () => buttonBox.current?.querySelector('button')?.focus();
  const list = <FileList files={files} isReadOnly={isReadOnly} onRemoved={keepFocus} />;
  if (isReadOnly) return files.length === 0 ? <p className={styles.muted}>{t('file.none')}</p> : list;
  return (
    <FileDropArea
      addLabel={kind === 'scan' ? t('file.addScan') : t('file.addDocument')}
      accept={acceptedFiles[kind]}
      adding={adding}
      onAdd={add}
      buttonBox={buttonBox}
    >
      {files.length > 0 && list}
    </FileDropArea>
  );
}

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
        <FileRow
          key={file.id}
          file={file}
          isReadOnly={isReadOnly}
          hasFingerprint={file.kind === 'scan'}
          onUpdate={(change) => api.attachments.update({ id: file.id, ...change })}
          onSaveCopy={() => api.attachments.download({ id: file.id })}
          onRemove={() => api.attachments.remove({ id: file.id })}
          onRemoved={onRemoved}
        />
      ))}
    </ul>
  );
}
