import { useMutation } from '@tanstack/react-query';
import { Archive, FileDown, FileInput } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/contract/backups.ts';
import { api } from '../../app/api.ts';
import { bringUp } from '../../app/bring-up.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Button } from '../../ui/button.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { BackupRows } from './backup-rows.tsx';
import styles from './backups.module.css';
import { chooseBackupFile } from './choose-backup-file.ts';
import { Place } from './place.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { SecondFolder } from './second-folder.tsx';
import { useBackups, useBackupsStale } from './use-backups.ts';
import type { RestoreSource } from './words.ts';

export interface BackupsSectionProps {
  /** The address leads to this part of the page. */
  isAskedFor: boolean;
}

/** What there is of backups, and everything that can be done with them. */
export function BackupsSection({ isAskedFor }: BackupsSectionProps): ReactElement {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const { data, error } = useBackups();
  const { forgetList, forgetNewest } = useBackupsStale();
  const [restored, setRestored] = useState<RestoreSource | null>(null);
  const [saved, setSaved] = useState<Backup | 'now' | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const make = useMutation({
    mutationFn: async () => {
      await flushAll();
      return api.backups.make();
    },
    onError: notifyError,
    onSuccess: ({ atMs }) => {
      forgetNewest();
      notify(t('made', { moment: format.moment(atMs) }));
    },
    onSettled: forgetList,
  });

  const isRead = data !== undefined;

  // Once more when the list has come: without it the page may be too short to bring this part to the top.
  useEffect(() => {
    if (isAskedFor && place.current) return bringUp(place.current);
    return undefined;
  }, [isAskedFor, isRead]);

  // Both may have made a backup, and older ones go by it.
  const close = (set: (value: null) => void) => () => {
    set(null);
    forgetList();
  };
  return (
    <div ref={place}>
      <Section
        title={t('title')}
        actions={
          <Button isPending={make.isPending} onPress={() => make.mutate()}>
            <Archive aria-hidden />
            {make.isPending ? t('making') : t('make')}
          </Button>
        }
      >
        <p className={styles.muted}>{t('about')}</p>
        {error && <p role="alert">{describeError(error)}</p>}
        {data && (
          <>
            <Facts facts={[{ term: t('folder'), value: <Place path={data.folder} /> }]} />
            {data.backups.length === 0 ? (
              <p className={styles.muted}>{t('none')}</p>
            ) : (
              <BackupRows backups={data.backups} onRestore={setRestored} onSave={setSaved} />
            )}
          </>
        )}
        <div className={styles.buttons}>
          <Button onPress={() => setSaved('now')}>
            <FileDown aria-hidden />
            {t('saveFile')}
          </Button>
          <Button onPress={() => void chooseBackupFile(setRestored)}>
            <FileInput aria-hidden />
            {t('fromFile')}
          </Button>
        </div>
        {data && <SecondFolder second={data.second} />}
      </Section>
      {restored && <RestoreDialog source={restored} onClose={close(setRestored)} />}
      {saved && <SaveDialog backup={saved === 'now' ? null : saved} onClose={close(setSaved)} />}
    </div>
  );
}
