import { X } from 'lucide-react';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordReference } from '#shared/contract/follow-up.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './follow-up.module.css';
import { RecordLink } from './record-link.tsx';
import { RecordState } from './record-state.tsx';
import { kindKeys } from './record-words.ts';
import { useFocusAfterRemoval } from './use-focus-after-removal.ts';

export interface LinkedRecordsProps {
  records: readonly RecordReference[];
  /** The accessible name of the list. */
  label?: string;
  /** Takes the link away, not the record; absent: the list can only be read. */
  onRemove?: (record: RecordReference) => void;
}

/** Records that belong to this one: what each is, where it stands in its register, how it stands. Nothing where there are none. */
export function LinkedRecords({ records, label, onRemove }: LinkedRecordsProps): ReactElement | null {
  const { t } = useTranslation(['follow-up', 'common']);
  const language = useUiLanguage();
  const list = useRef<HTMLUListElement>(null);
  const focusAfter = useFocusAfterRemoval(list, records.length);
  if (records.length === 0) return null;
  return (
    <ul ref={list} className={styles.records} {...(label !== undefined && { 'aria-label': label })}>
      {records.map((record, index) => (
        <li key={`${record.kind}/${record.id}`} className={styles.recordLine}>
          <span className={styles.kind}>{t(kindKeys[record.kind])}</span>
          <RecordLink reference={record} />
          <RecordState kind={record.kind} state={record.state} />
          {onRemove && (
            <span className={styles.tools} data-removal>
              <IconButton
                label={t('follow-up:links.remove', {
                  kind: t(kindKeys[record.kind]),
                  name: record.number === '' ? chooseText(record.text, language).text : record.number,
                })}
                icon={<X aria-hidden />}
                onPress={() => {
                  focusAfter(index);
                  onRemove(record);
                }}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
