import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportedFile } from '#shared/contract/documents.ts';
import { desktop } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import styles from './export-tab.module.css';

export type SavedFile = ExportedFile & { saved: boolean; location: string | undefined };

/** So many hexadecimal digits tell two files apart by eye; the rest is in the tooltip. */
const shownDigits = 12;

export function ExportResults({ files }: { files: readonly SavedFile[] }): ReactElement {
  const { t } = useTranslation('minutes');
  const format = useFormat();
  return (
    <ul className={styles.results}>
      {files.map((made) => {
        const { location } = made;
        const facts = [
          t('export.kilobytes', { size: format.number(Math.ceil(made.file.size / 1024)) }),
          made.pages !== null && t('export.pages', { count: made.pages }),
        ].filter((fact) => fact !== false);
        return (
          <li key={made.sha256} className={styles.result}>
            <span className={styles.file} translate="no">
              {made.file.name}
            </span>
            <span className={styles.muted}>
              {made.saved ? facts.join(' · ') : t('export.notSaved')}
              {' · '}
              <span title={made.sha256}>{t('export.hash', { hash: made.sha256.slice(0, shownDigits) })}</span>
            </span>
            {location !== undefined && (
              <Button onPress={() => void desktop.showInFolder(location).catch(notifyError)}>{t('export.show')}</Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
