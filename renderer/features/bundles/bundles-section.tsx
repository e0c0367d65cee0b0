import { FileInput, Package } from 'lucide-react';
import { type ReactElement, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './bundles.module.css';
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';

/** Handing meetings over to somebody else, and taking them over. */
export function BundlesSection(): ReactElement {
  const { t } = useTranslation('bundles');
  const [isExporting, setExporting] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const closeExport = useCallback(() => setExporting(false), []);
  const closeImport = useCallback(() => setFile(null), []);
  return (
    <Section title={t('title')}>
      <p className={styles.muted}>{t('about')}</p>
      <div className={styles.buttons}>
        <Button onPress={() => setExporting(true)}>
          <Package aria-hidden />
          {t('export')}
        </Button>
        <Button onPress={() => void desktop.openFile('.zip,.age').then(setFile, notifyError)}>
          <FileInput aria-hidden />
          {t('import')}
        </Button>
      </div>
      {isExporting && <ExportDialog onClose={closeExport} />}
      {file && <ImportDialog file={file} onClose={closeImport} />}
    </Section>
  );
}
