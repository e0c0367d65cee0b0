import { Download, Pencil, Trash2 } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/language.ts';
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

export interface FileRowProps {
  file: {
    name: string;
    /** null: none, or several. */
    language: Language | null;
    sizeBytes: number;
    addedAtMs: number;
    sha256: string;
  };
  isReadOnly: boolean;
  /** Whether the file is one that somebody will want to compare. */
  hasFingerprint: boolean;
  /** What is known of its content, beside the name. */
  badge?: ReactNode;
  /** What else can be said of it, before its language. */
  tools?: ReactNode;
  onUpdate: (change: { language: Language | null } | { name: string }) => Promise<unknown>;
  /** Makes the copy that is saved. */
  onSaveCopy: () => Promise<File>;
  onRemove: () => Promise<unknown>;
  /** Called when it is removed, before its row goes. */
  onRemoved: () => void;
}

/** A kept file: what it is, and what can be done with it. */
export function FileRow(props: FileRowProps): ReactElement {
  const { file, isReadOnly, hasFingerprint, badge, tools, onUpdate, onSaveCopy, onRemove, onRemoved } = props;
  const { t } = useTranslation(['versions', 'common']);
  const format = useFormat();
  const size = useFileSize();
  const save = useSaveFile();
  const [isRenaming, setRenaming] = useState(false);
  const { name } = file;

  const remove = async () => {
    try {
      await onRemove();
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
      {badge}
      <span className={styles.facts}>
        <span>{size(file.sizeBytes)}</span>
        <span>{format.moment(file.addedAtMs)}</span>
        {hasFingerprint && <Fingerprint sha256={file.sha256} name={name} />}
      </span>
      <span className={styles.tools}>
        {tools}
        <FileLanguage
          file={file}
          isReadOnly={isReadOnly}
          onChange={(language) => void onUpdate({ language }).catch(notifyError)}
        />
        <IconButton
          label={t('versions:file.saveCopy', { name })}
          icon={<Download aria-hidden />}
          isForReading
          onPress={() => void save(onSaveCopy)}
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
        <RenameDialog name={name} onRename={(typed) => onUpdate({ name: typed })} onClose={() => setRenaming(false)} />
      )}
    </li>
  );
}
