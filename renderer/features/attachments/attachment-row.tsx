import { Download, Pencil, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/contract/attachments.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { IconButton } from '../../ui/button.tsx';
import { languageProps } from '../../ui/text-field.tsx';
import styles from './attachments.module.css';
import { FileLanguage } from './file-language.tsx';
import { useFileSize } from './file-size.ts';
import { Fingerprint } from './fingerprint.tsx';
import { RenameDialog } from './rename-dialog.tsx';

export interface AttachmentRowProps {
  file: Attachment;
  isReadOnly: boolean;
  onRemoved: () => void;
}

export function AttachmentRow({ file, isReadOnly, onRemoved }: AttachmentRowProps): ReactElement {
  const { t } = useTranslation(['versions', 'common']);
  const format = useFormat();
  const size = useFileSize();
  const save = useSaveFile();
  const [isRenaming, setRenaming] = useState(false);
  const { id, name } = file;

  const remove = async () => {
    try {
      await api.attachments.remove({ id });
      onRemoved();
      notify(t('versions:file.removed', { name }), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };

  return (
    <li className={styles.file}>
      <span className={styles.name} translate="no" {...languageProps(file.language ?? undefined)}>
        {name}
      </span>
      <span className={styles.facts}>
        <span>{size(file.sizeBytes)}</span>
        <span>{format.moment(file.addedAtMs)}</span>
        {file.kind === 'scan' && <Fingerprint sha256={file.sha256} name={name} />}
      </span>
      <span className={styles.tools}>
        <FileLanguage
          file={file}
          isReadOnly={isReadOnly}
          onChange={(language) => void api.attachments.update({ id, language }).catch(notifyError)}
        />
        <IconButton
          label={t('versions:file.saveCopy', { name })}
          icon={<Download aria-hidden />}
          isForReading
          onPress={() => void save(() => api.attachments.download({ id }))}
        />
        {!isReadOnly && (
          <>
            <IconButton
              label={t('versions:file.rename', { name })}
              icon={<Pencil aria-hidden />}
              onPress={() => setRenaming(true)}
            />
            <IconButton
              label={t('versions:file.remove', { name })}
              icon={<Trash2 aria-hidden />}
              onPress={() => void remove()}
            />
          </>
        )}
      </span>
      {isRenaming && (
        <RenameDialog
          name={name}
          onRename={(typed) => api.attachments.update({ id, name: typed })}
          onClose={() => setRenaming(false)}
        />
      )}
    </li>
  );
}
