import { FileX, ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementFile } from '#shared/contract/agreements.ts';
import { api } from '../../app/api.ts';
import { errorCode } from '../../app/errors.ts';
import { notifyError } from '../../app/notify.ts';
import { Badge } from '../../ui/badge.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { FileRow } from '../attachments/index.ts';
import styles from './signed-documents.module.css';
import { codesOf, fileKindKeys } from './words.ts';

/** What a comparison with the fingerprint found. */
export type FileState = 'sound' | 'changed' | 'missing';

export interface AgreementFileRowProps {
  file: AgreementFile;
  /** undefined: not compared yet. */
  state: FileState | undefined;
  isReadOnly: boolean;
  /** Its content is not what it was when it was opened. */
  onDamaged: () => void;
  onRemoved: () => void;
}

export function AgreementFileRow(props: AgreementFileRowProps): ReactElement {
  const { file, state, isReadOnly, onDamaged, onRemoved } = props;
  const { id } = file;
  return (
    <FileRow
      file={file}
      isReadOnly={isReadOnly}
      hasFingerprint
      badge={state !== undefined && <StateBadge state={state} />}
      tools={<FileKind file={file} isReadOnly={isReadOnly} />}
      onUpdate={(change) => api.agreements.updateFile({ id, ...change })}
      onSaveCopy={async () => {
        try {
          return await api.agreements.downloadFile({ id });
        } catch (error) {
          if (errorCode(error) === 'CONTENT_DAMAGED') onDamaged();
          throw error;
        }
      }}
      onRemove={() => api.agreements.removeFile({ id })}
      onRemoved={onRemoved}
    />
  );
}

/** What the file is of its document: the scan, a text … */
function FileKind({ file, isReadOnly }: Pick<AgreementFileRowProps, 'file' | 'isReadOnly'>): ReactElement {
  const { t } = useTranslation('signed-documents');
  const { id, name } = file;
  const shown = t(fileKindKeys[file.kind]);
  if (isReadOnly) return <span className={styles.muted}>{shown}</span>;
  return (
    <ChoiceMenu
      label={t('files.kindOf', { name, kind: shown })}
      value={file.kind}
      choices={codesOf(fileKindKeys).map((kind) => ({ id: kind, label: t(fileKindKeys[kind]) }))}
      onChoose={(kind) => void api.agreements.updateFile({ id, kind }).catch(notifyError)}
    >
      {shown}
    </ChoiceMenu>
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
