import { useQueryClient } from '@tanstack/react-query';
import { FolderSync } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupList } from '#shared/contract/backups.ts';
import { desktop, query } from '../../app/api.ts';
import { isDesktop } from '../../app/connection.ts';
import type { FolderChoice } from '../../app/desktop-port.ts';
import { useFormat } from '../../app/format.ts';
import { notices, notify, notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { useFocusAfterRemoval } from '../../ui/use-focus-after-removal.ts';
import { Place } from './place.tsx';
import styles from './backups.module.css';

type Second = NonNullable<BackupList['second']>;

const problemKeys = {
  unreachable: 'second.unreachable',
  'disk-full': 'second.diskFull',
  failed: 'second.failed',
} as const satisfies Record<NonNullable<Second['problem']>, string>;

/** The folder to which every backup is copied: chosen where there are native dialogs, shown everywhere. */
export function SecondFolder({ second }: { second: Second | null }): ReactElement {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const ask = async (question: () => Promise<FolderChoice>, done: string): Promise<void> => {
    setBusy(true);
    try {
      const answer = await question();
      if (answer === 'done') notify(done);
      if (answer === 'refused') notices.add({ message: t('second.refused'), kind: 'problem' });
    } catch (error) {
      notifyError(error);
    }
    setBusy(false);
    await client.invalidateQueries({ queryKey: query.backups.key() });
  };
  const box = useFocusAfterRemoval<HTMLDivElement>('button', second === null ? 'none' : 'chosen');
  return (
    <div className={styles.part}>
      <h3 className={styles.subtitle}>{t('second.title')}</h3>
      {second === null ? (
        <p>{t('second.none')}</p>
      ) : (
        <p>
          <Place path={second.folder} />
          <br />
          <span className={styles.muted}>
            {second.lastAtMs === null
              ? t('second.never')
              : t('second.last', { moment: format.moment(second.lastAtMs) })}
          </span>
        </p>
      )}
      {second?.problem && <p className={styles.problem}>{t(problemKeys[second.problem])}</p>}
      {isDesktop ? (
        <div {...box} className={styles.buttons}>
          <Button isPending={isBusy} onPress={() => void ask(() => desktop.chooseBackupFolder(), t('second.set'))}>
            <FolderSync aria-hidden />
            {second === null ? t('second.choose') : t('second.change')}
          </Button>
          {second && (
            <Button
              kind="quiet"
              isPending={isBusy}
              onPress={() => void ask(() => desktop.forgetBackupFolder(), t('second.forgotten'))}
            >
              {t('second.forget')}
            </Button>
          )}
        </div>
      ) : (
        <p className={styles.muted}>{t('second.elsewhere')}</p>
      )}
    </div>
  );
}
