import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoreCondition } from '#shared/contract/app.ts';
import type { Backup } from '#shared/contract/backups.ts';
import { languages } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { ownLanguageNames, switchLanguage, useUiLanguage } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { BackupRows } from './backup-rows.tsx';
import styles from './backups.module.css';
import { chooseBackupFile } from './choose-backup-file.ts';
import { Place } from './place.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { useBackups, useBackupsStale } from './use-backups.ts';
import type { RestoreSource } from './words.ts';

export interface RecoveryProps {
  condition: Extract<StoreCondition, 'damaged' | 'missing'>;
  /** To what was on the screen before, where there is something. */
  onBack?: () => void;
}

const titleKeys = { damaged: 'recovery.damaged', missing: 'recovery.missing' } as const;
const whatKeys = { damaged: 'recovery.whatDamaged', missing: 'recovery.whatMissing' } as const;
const nothingKeys = { damaged: 'recovery.nothing', missing: 'recovery.nothingMissing' } as const;
const safeKeys = { damaged: 'recovery.safe', missing: 'recovery.safeMissing' } as const;

/** Instead of every other screen while there is no data file that can be read: what happened, what is safe, the way on. */
export function Recovery({ condition, onBack }: RecoveryProps): ReactElement {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const { data: state } = useQuery(query.app.state.queryOptions());
  const { data, error } = useBackups();
  const { forgetList } = useBackupsStale();
  const [restored, setRestored] = useState<RestoreSource | null>(null);
  const [saved, setSaved] = useState<Backup | null>(null);
  const newest = data?.backups[0];
  const title = t(titleKeys[condition]);

  const heading = useRef<HTMLHeadingElement>(null);
  const isAlone = condition === 'missing' && data?.backups.length === 0;
  const isOverScreen = onBack !== undefined;

  useEffect(() => {
    const before = document.title;
    document.title = `${title} – Trilogue`;
    return () => {
      document.title = before;
    };
  }, [title]);
  // The button that led here is hidden with the screen.
  useEffect(() => {
    if (isOverScreen) heading.current?.focus();
  }, [isOverScreen]);

  const close = (set: (value: null) => void) => () => {
    set(null);
    forgetList();
  };
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <div className={styles.head}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          <LanguageChoice />
        </div>
        <p role="alert">{isAlone ? t('recovery.whatMissingAlone') : t(whatKeys[condition])}</p>
        {state && <Facts facts={[{ term: t('recovery.place'), value: <Place path={state.place} /> }]} />}
        {newest && (
          <section>
            <h2 className={styles.subtitle}>{t('recovery.safeTitle')}</h2>
            <p>{t(safeKeys[condition])}</p>
          </section>
        )}
        {error && <p role="alert">{describeError(error)}</p>}
        {data && (
          <section className={styles.form}>
            <div>
              <h2 className={styles.subtitle}>{t('recovery.nextTitle')}</h2>
              <p>{newest ? t('recovery.next') : t(nothingKeys[condition])}</p>
              {newest && <p>{t('recovery.after', { moment: format.moment(newest.atMs) })}</p>}
            </div>
            <div className={styles.buttons}>
              {newest && (
                <Button kind="primary" onPress={() => setRestored(newest)}>
                  {t('recovery.newest')}
                </Button>
              )}
              <Button onPress={() => void chooseBackupFile(setRestored)}>
                <FileInput aria-hidden />
                {t('fromFile')}
              </Button>
              {onBack && <Button onPress={onBack}>{t('bar.back')}</Button>}
            </div>
            <Facts facts={[{ term: t('folder'), value: <Place path={data.folder} /> }]} />
            {newest && <BackupRows backups={data.backups} onRestore={setRestored} onSave={setSaved} />}
          </section>
        )}
      </div>
      {restored && <RestoreDialog source={restored} onClose={close(setRestored)} />}
      {saved && <SaveDialog backup={saved} onClose={close(setSaved)} />}
    </main>
  );
}

/** The chosen language is in the file that cannot be read. */
function LanguageChoice(): ReactElement {
  const { t } = useTranslation('backups');
  const language = useUiLanguage();
  return (
    <div className={styles.language}>
      <Select
        label={t('recovery.language')}
        isLabelHidden
        value={language}
        onChange={(chosen) => void switchLanguage(chosen)}
        options={languages.map((each) => ({ id: each, label: ownLanguageNames[each] }))}
      />
    </div>
  );
}
