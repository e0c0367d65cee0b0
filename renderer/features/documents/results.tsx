import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportedFile } from '#shared/contract/documents.ts';
import type { MeetingSide } from '#shared/contract/meetings.ts';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { desktop } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { useFileSize } from '../attachments/index.ts';
import styles from './documents.module.css';

export type SavedFile = ExportedFile & { saved: boolean; location: string | undefined };

/** So many hexadecimal digits tell two files apart by eye; the rest is in the tooltip. */
export const shownDigits = 12;

export interface ResultsProps {
  files: readonly SavedFile[];
  sides: readonly MeetingSide[];
}

/** What the last export made, file by file. */
export function Results({ files, sides }: ResultsProps): ReactElement {
  const { t } = useTranslation('export');
  const fileSize = useFileSize();
  return (
    <ul className={styles.results} aria-label={t('save.results')}>
      {files.map((made, index) => {
        const { location } = made;
        const facts = [
          fileSize(made.file.size),
          made.pages !== null && t('preview.pageCount', { count: made.pages }),
        ].filter((fact) => fact !== false);
        return (
          <li key={index} className={styles.result}>
            <span className={styles.file} translate="no">
              {made.file.name}
            </span>
            <span className={styles.muted}>
              <CopyOf sideId={made.keeperSideId} sides={sides} />
              {made.saved ? facts.join(' · ') : t('save.notSaved')}
              {' · '}
              <span title={made.sha256}>{t('save.hash', { hash: made.sha256.slice(0, shownDigits) })}</span>
            </span>
            {location !== undefined && (
              <Button isForReading onPress={() => void desktop.showInFolder(location).catch(notifyError)}>
                {t('save.show')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** For which side a copy is; nothing where it is none. */
function CopyOf({ sideId, sides }: { sideId: string | null; sides: readonly MeetingSide[] }): ReactElement | null {
  const { t } = useTranslation('export');
  const uiLanguage = useUiLanguage();
  const side = sides.find(({ id }) => id === sideId);
  if (!side) return null;
  const name = chooseText(side.name, uiLanguage);
  return (
    <>
      <span {...(name.isFallback && { lang: languageTags[name.language] })}>
        {t('save.keeper', { side: name.text })}
      </span>
      {' · '}
    </>
  );
}
