import { ShieldCheck } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { AgreementFile } from '#shared/contract/agreements.ts';
import { acceptedFiles } from '#shared/domain/media-types.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { FileDropArea, useAddFiles } from '../attachments/index.ts';
import { AgreementFileRow, type FileState } from './agreement-file-row.tsx';
import { guessFileKind } from './file-kind.ts';
import styles from './signed-documents.module.css';

export interface FilesProps {
  agreementId: string;
  files: readonly AgreementFile[];
  /** Files can be opened and compared with their fingerprints, and nothing else. */
  isReadOnly?: boolean;
}

/** The files of a signed document. Each is compared with its fingerprint when it is opened; all of them on demand. */
export function Files({ agreementId, files, isReadOnly = false }: FilesProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const { states, checkedAtMs, isChecking, check } = useFileStates(agreementId);
  const { adding, add } = useAddFiles((file) =>
    api.agreements.addFile({ id: newId(), agreementId, kind: guessFileKind(file.name), language: null, file }),
  );
  const buttonBox = useRef<HTMLDivElement>(null);
  const list = (
    <>
      {files.length === 0 && <p className={styles.muted}>{t('files.none')}</p>}
      {files.length > 0 && (
        <ul className={styles.files} aria-label={t('files.title')}>
          {files.map((file) => (
            <AgreementFileRow
              key={file.id}
              file={file}
              state={states.get(file.id)}
              isReadOnly={isReadOnly}
              onDamaged={() => void check()}
              // The focus must not fall out of the list with the row that had it.
              onRemoved={() => buttonBox.current?.querySelector('button')?.focus()}
            />
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <div className={styles.buttons}>
          <Button isDisabled={isChecking} isForReading onPress={() => void check()}>
            <ShieldCheck aria-hidden />
            {t('files.verify')}
          </Button>
          <Verdict files={files} states={states} checkedAtMs={checkedAtMs} />
        </div>
      )}
    </>
  );
  if (isReadOnly) return <div className={styles.part}>{list}</div>;
  return (
    <FileDropArea
      addLabel={t('files.add')}
      accept={acceptedFiles.document}
      adding={adding}
      onAdd={add}
      buttonBox={buttonBox}
    >
      {list}
    </FileDropArea>
  );
}

interface VerdictProps {
  files: readonly AgreementFile[];
  states: ReadonlyMap<string, FileState>;
  checkedAtMs: number | null;
}

/** What the last comparison found, of the files that are there now. */
function Verdict({ files, states, checkedAtMs }: VerdictProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const format = useFormat();
  const checked = files.filter(({ id }) => states.has(id));
  const damaged = checked.filter(({ id }) => states.get(id) !== 'sound').length;
  return (
    <p role="status" className={damaged > 0 ? styles.problem : styles.muted}>
      {checkedAtMs !== null &&
        checked.length > 0 &&
        (damaged > 0
          ? t('files.damaged', { count: damaged })
          : t('files.allSound', { count: checked.length, time: format.clock(checkedAtMs) }))}
    </p>
  );
}

interface FileStates {
  states: ReadonlyMap<string, FileState>;
  /** null: nothing has been compared yet. */
  checkedAtMs: number | null;
  isChecking: boolean;
  check: () => Promise<void>;
}

function useFileStates(agreementId: string): FileStates {
  const [found, setFound] = useState<{ states: ReadonlyMap<string, FileState>; checkedAtMs: number } | null>(null);
  const [isChecking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    try {
      const lines = await api.agreements.verifyFiles({ agreementId });
      setFound({ states: new Map(lines.map(({ id, state }) => [id, state])), checkedAtMs: Date.now() });
    } catch (error) {
      notifyError(error);
    }
    setChecking(false);
  };
  return {
    states: found?.states ?? new Map<string, FileState>(),
    checkedAtMs: found?.checkedAtMs ?? null,
    isChecking,
    check,
  };
}
