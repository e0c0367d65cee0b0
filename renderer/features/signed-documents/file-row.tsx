import { Download, FileX, Pencil, ShieldAlert, ShieldCheck, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementFile } from '#shared/contract/agreements.ts';
import { api } from '../../app/api.ts';
import { errorCode } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { languageProps } from '../../ui/text-field.tsx';
import { FileLanguage, Fingerprint, RenameDialog, useFileSize } from '../attachments/index.ts';
import styles from './signed-documents.module.css';
import { codesOf, fileKindKeys } from './words.ts';

/** What a comparison with the fingerprint found. */
export type FileState = 'sound' | 'changed' | 'missing';

export interface FileRowProps {
  file: AgreementFile;
  /** undefined: not compared yet. */
  state: FileState | undefined;
  isReadOnly: boolean;
  /** Its content is not what it was when it was opened. */
  onDamaged: () => void;
  onRemoved: () => void;
}

export function FileRow({ file, state, isReadOnly, onDamaged, onRemoved }: FileRowProps): ReactElement {
  const { t } = useTranslation(['signed-documents', 'versions', 'common']);
  const format = useFormat();
  const size = useFileSize();
  const save = useSaveFile();
  const [isRenaming, setRenaming] = useState(false);
  const { id, name } = file;
  const update = (change: Partial<Pick<AgreementFile, 'kind' | 'language' | 'name'>>) =>
    api.agreements.updateFile({ id, ...change });
  const remove = async () => {
    try {
      await api.agreements.removeFile({ id });
      onRemoved();
      notify(t('versions:file.removed', { name }), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };
  const open = () =>
    save(async () => {
      try {
        return await api.agreements.downloadFile({ id });
      } catch (error) {
        if (errorCode(error) === 'CONTENT_DAMAGED') onDamaged();
        throw error;
      }
    });
  return (
    <li className={styles.file}>
      <span className={styles.fileName} translate="no" {...languageProps(file.language ?? undefined)}>
        {name}
      </span>
      {state !== undefined && <StateBadge state={state} />}
      <span className={styles.fileFacts}>
        <span>{size(file.sizeBytes)}</span>
        <span>{format.moment(file.addedAtMs)}</span>
        <Fingerprint sha256={file.sha256} name={name} />
      </span>
      <span className={styles.fileTools}>
        {isReadOnly ? (
          <span className={styles.muted}>{t(fileKindKeys[file.kind], { ns: 'signed-documents' })}</span>
        ) : (
          <ChoiceMenu
            label={t('signed-documents:files.kindOf', {
              name,
              kind: t(fileKindKeys[file.kind], { ns: 'signed-documents' }),
            })}
            value={file.kind}
            choices={codesOf(fileKindKeys).map((kind) => ({
              id: kind,
              label: t(fileKindKeys[kind], { ns: 'signed-documents' }),
            }))}
            onChoose={(kind) => void update({ kind }).catch(notifyError)}
          >
            {t(fileKindKeys[file.kind], { ns: 'signed-documents' })}
          </ChoiceMenu>
        )}
        <FileLanguage
          file={file}
          isReadOnly={isReadOnly}
          onChange={(language) => void update({ language }).catch(notifyError)}
        />
        <IconButton
          label={t('versions:file.saveCopy', { name })}
          icon={<Download aria-hidden />}
          isForReading
          onPress={() => void open()}
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
        <RenameDialog name={name} onRename={(typed) => update({ name: typed })} onClose={() => setRenaming(false)} />
      )}
    </li>
  );
}

const iconSize = 14;

function StateBadge({ state }: { state: FileState }): ReactElement {
  const { t } = useTranslation('signed-documents');
  switch (state) {
    case 'sound':
      return (
        <Badge tone="good">
          <ShieldCheck aria-hidden size={iconSize} />
          {t('files.sound')}
        </Badge>
      );
    case 'changed':
      return (
        <Badge tone="bad">
          <ShieldAlert aria-hidden size={iconSize} />
          {t('files.changed')}
        </Badge>
      );
    case 'missing':
      return (
        <Badge tone="bad">
          <FileX aria-hidden size={iconSize} />
          {t('files.missing')}
        </Badge>
      );
  }
}
