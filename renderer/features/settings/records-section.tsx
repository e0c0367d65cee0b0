import { useMutation } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop, query } from '../../app/api.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { undo } from '../../app/history.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './settings.module.css';
import { ImportDialog } from './import-dialog.tsx';

export function RecordsSection(): ReactElement {
  const { t } = useTranslation(['settings', 'common']);
  const [file, setFile] = useState<File | null>(null);
  const undoAction = { label: t('common:undo'), run: () => void undo() };
  const sample = useMutation(
    query.records.loadSample.mutationOptions({
      onError: notifyError,
      onSuccess: ({ added }) =>
        added === 0
          ? notify(t('settings:sampleThere'))
          : notify(t('settings:sampleLoaded', { count: added }), undoAction),
    }),
  );
  return (
    <Section title={t('settings:records')}>
      <p className={styles.hint}>{t('settings:recordsHint')}</p>
      <div className={styles.buttons}>
        <Button onPress={() => void desktop.openFile('.json').then(setFile, notifyError)}>
          <FileInput aria-hidden />
          {t('settings:importRecord')}
        </Button>
        <Button isPending={sample.isPending} onPress={() => sample.mutate(undefined)}>
          {t('settings:loadSample')}
        </Button>
      </div>
      {file && (
        <ImportDialog
          file={file}
          onClose={() => setFile(null)}
          onImported={() => {
            setFile(null);
            notify(t('settings:import.done'), undoAction);
          }}
        />
      )}
    </Section>
  );
}
