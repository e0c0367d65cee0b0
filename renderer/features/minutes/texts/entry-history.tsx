import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import { languageTags } from '#shared/domain/language.ts';
import { query } from '../../../app/api.ts';
import { describeError } from '../../../app/errors.ts';
import { useFormat } from '../../../app/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguageNames } from '../../../ui/localized.tsx';
import type { MinutesSession } from '../model/types.ts';
import styles from './minutes-tab.module.css';

export interface EntryHistoryProps {
  entry: Entry;
  name: string;
  session: MinutesSession;
  /** Older texts can be read, not put back. */
  isReadOnly?: boolean;
  onClose: () => void;
}

/** Every text the entry ever had, newest first; nothing overwritten is gone. */
export function EntryHistory({ entry, name, session, isReadOnly = false, onClose }: EntryHistoryProps): ReactElement {
  const { t } = useTranslation(['minutes', 'common']);
  const format = useFormat();
  const names = useLanguageNames();
  const { data, error } = useQuery(query.entries.history.queryOptions({ input: { entryId: entry.id } }));
  return (
    <Dialog
      title={t('minutes:history', { name })}
      isOpen
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('common:close')}</Button>}
    >
      {error && <p role="alert">{describeError(error)}</p>}
      {data?.length === 0 && <p>{t('minutes:historyEmpty')}</p>}
      <ul className={styles.revisions}>
        {data?.map((revision) => {
          const at = `${format.date(localDay(revision.atMs))} ${format.clock(revision.atMs)}`;
          const isCurrent = entry.texts[revision.language].revision === revision.revision;
          return (
            <li key={`${revision.language}${revision.revision}`} className={styles.revision}>
              <div>
                <span className={styles.label}>
                  {names[revision.language]} · {at}
                </span>
                <p lang={languageTags[revision.language]}>
                  {revision.text === '' ? t('minutes:emptyText') : revision.text}
                </p>
              </div>
              {isCurrent && <span className={styles.label}>{t('minutes:current')}</span>}
              {!isCurrent && !isReadOnly && (
                <Button
                  aria-label={t('minutes:restoreOf', { language: names[revision.language], at })}
                  onPress={() => {
                    void session.text(entry.id, revision.language).replace(revision.text);
                    onClose();
                  }}
                >
                  {t('minutes:restore')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** The calendar day of an instant on this machine. */
function localDay(atMs: number): string {
  const at = new Date(atMs);
  return [at.getFullYear(), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')].join(
    '-',
  );
}
