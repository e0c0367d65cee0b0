import { FileDown, ShieldCheck } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/contract/backups.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { notices, notify, notifyError } from '../../app/notify.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { useFocusAfterRemoval } from '../../ui/use-focus-after-removal.ts';
import { useFileSize } from '../attachments/index.ts';
import styles from './backups.module.css';
import { reasonKeys } from './words.ts';

const shownFirst = 5;

export interface BackupRowsProps {
  /** The newest first. */
  backups: readonly Backup[];
  onRestore: (backup: Backup) => void;
  onSave: (backup: Backup) => void;
}

/** The newest backups, and all of them when asked for. */
export function BackupRows({ backups, onRestore, onSave }: BackupRowsProps): ReactElement {
  const { t } = useTranslation(['backups', 'common']);
  const [isOpen, setOpen] = useState(false);
  const [damaged, setDamaged] = useState<ReadonlySet<string>>(new Set());
  // One row behind a button would be longer than the row.
  const isFolded = !isOpen && backups.length > shownFirst + 1;
  const shown = isFolded ? backups.slice(0, shownFirst) : backups;
  const box = useFocusAfterRemoval<HTMLDivElement>('button', shown.map(({ name }) => name).join());
  return (
    <div {...box} className={styles.box}>
      <ul className={styles.list} aria-label={t('backups:list')}>
        {shown.map((backup) => (
          <BackupRow
            key={backup.name}
            backup={backup}
            isDamaged={damaged.has(backup.name)}
            onRestore={onRestore}
            onSave={onSave}
            onDamaged={({ name }) => setDamaged((known) => new Set([...known, name]))}
          />
        ))}
      </ul>
      {isFolded && (
        <div>
          <Button
            kind="quiet"
            aria-label={t('common:list.showAllOf', { title: t('backups:title'), total: backups.length })}
            onPress={() => setOpen(true)}
          >
            {t('common:list.showAll', { total: backups.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

interface BackupRowProps extends Pick<BackupRowsProps, 'onRestore' | 'onSave'> {
  backup: Backup;
  isDamaged: boolean;
  onDamaged: (backup: Backup) => void;
}

function BackupRow({ backup, isDamaged, onRestore, onSave, onDamaged }: BackupRowProps): ReactElement {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const size = useFileSize();
  const [isChecking, setChecking] = useState(false);
  const moment = format.moment(backup.atMs);
  const verify = async (): Promise<void> => {
    setChecking(true);
    try {
      const { state } = await api.backups.verify({ name: backup.name });
      if (state === 'sound') notify(t('sound', { moment }));
      else {
        onDamaged(backup);
        notices.add({ message: t('damaged', { moment }), kind: 'problem' });
      }
    } catch (error) {
      notifyError(error);
    }
    setChecking(false);
  };
  return (
    <li className={styles.row}>
      <span className={styles.facts}>
        <span className={styles.strong}>{moment}</span>
        <span className={styles.muted}>{t(reasonKeys[backup.reason])}</span>
        <span className={styles.muted}>{size(backup.sizeBytes)}</span>
        {isDamaged && <Badge tone="bad">{t('damagedBadge')}</Badge>}
      </span>
      <span className={styles.buttons}>
        <IconButton
          label={t('verifyNamed', { moment })}
          icon={<ShieldCheck aria-hidden />}
          isPending={isChecking}
          onPress={() => void verify()}
        />
        <IconButton label={t('saveNamed', { moment })} icon={<FileDown aria-hidden />} onPress={() => onSave(backup)} />
        <Button aria-label={t('restoreNamed', { moment })} onPress={() => onRestore(backup)}>
          {t('restore')}
        </Button>
      </span>
    </li>
  );
}
