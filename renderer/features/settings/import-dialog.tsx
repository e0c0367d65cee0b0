import { useMutation, useQuery } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordProblem } from '#shared/contract/errors.ts';
import type { ImportPreview } from '#shared/contract/records.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Facts } from '../../ui/section.tsx';
import styles from './settings.module.css';

export interface ImportDialogProps {
  file: File;
  onClose: () => void;
  onImported: () => void;
}

/** Says what an import would do before it does it. */
export function ImportDialog({ file, onClose, onImported }: ImportDialogProps): ReactElement {
  const { t } = useTranslation(['settings', 'common']);
  // Keyed by the file's facts: bytes are no query key.
  const preview = useQuery({
    queryKey: ['import-preview', file.name, file.size, file.lastModified],
    queryFn: () => api.records.preview({ file }),
    gcTime: 0,
  });
  const importing = useMutation(query.records.import.mutationOptions({ onSuccess: onImported }));
  const error = importing.error ?? preview.error;
  const canImport = preview.data?.outcome === 'new' && !error;
  return (
    <Dialog
      title={t('settings:import.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{canImport ? t('common:cancel') : t('common:close')}</Button>
          {canImport && (
            <Button kind="primary" isPending={importing.isPending} onPress={() => importing.mutate({ file })}>
              {t('settings:import.confirm')}
            </Button>
          )}
        </>
      }
    >
      {preview.isPending && <p>{t('common:loading')}</p>}
      {error ? <Refusal error={error} /> : preview.data && <Preview file={file} preview={preview.data} />}
    </Dialog>
  );
}

const groupKeys = {
  none: 'import.groupNone',
  created: 'import.groupCreated',
  same: 'import.groupSame',
  kept: 'import.groupKept',
} as const;

function Preview({ file, preview }: { file: File; preview: ImportPreview }): ReactElement {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <>
      <Facts
        facts={[
          { term: t('import.file'), value: file.name },
          { term: t('import.meeting'), value: <FallbackText value={preview.meeting.title} /> },
          { term: t('import.date'), value: format.date(preview.meeting.date) },
          { term: t('import.entries'), value: format.number(preview.entries) },
          { term: t('import.people'), value: t('import.counts', preview.people) },
          { term: t('import.organizations'), value: t('import.counts', preview.organizations) },
          { term: t('import.group'), value: t(groupKeys[preview.group]) },
        ]}
      />
      {preview.outcome === 'same' && <p>{t('import.same')}</p>}
    </>
  );
}

function Refusal({ error }: { error: unknown }): ReactElement {
  const { t } = useTranslation('settings');
  const problems = problemsOf(error);
  return (
    <div role="alert">
      <p>{describeError(error)}</p>
      <ul className={styles.problems}>
        {problems.map((problem, index) => (
          <li key={index} className={styles.problem}>
            {t(problemKeys[problem.code], { detail: problem.detail })}
            {problem.path !== '' && (
              <div className={styles.place} translate="no">
                {t('import.place', { path: problem.path })}
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function problemsOf(error: unknown): RecordProblem[] {
  if (!(error instanceof ORPCError) || error.code !== 'RECORD_REFUSED') return [];
  return (error.data as { problems: RecordProblem[] }).problems;
}

const problemKeys = {
  'not-json': 'problem.notJson',
  'not-a-record': 'problem.notARecord',
  'wrong-version': 'problem.wrongVersion',
  'too-large': 'problem.tooLarge',
  'too-long': 'problem.tooLong',
  'wrong-date': 'problem.wrongDate',
  'wrong-value': 'problem.wrongValue',
  'missing-field': 'problem.missingField',
  'unknown-field': 'problem.unknownField',
  'duplicate-id': 'problem.duplicateId',
  'dangling-id': 'problem.danglingId',
  'id-taken': 'problem.idTaken',
  'meeting-differs': 'problem.meetingDiffers',
} as const satisfies Record<RecordProblem['code'], string>;
