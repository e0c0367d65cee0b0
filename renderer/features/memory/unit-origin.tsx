import { FileText } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MemoryUnit } from '#shared/contract/memory.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import styles from './memory.module.css';

/** Where a unit of the memory is from: the meeting that agreed it, or a file. */
export function UnitOrigin({ unit }: { unit: Pick<MemoryUnit, 'meeting' | 'source'> }): ReactElement {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const { meeting, source } = unit;
  if (meeting === null) {
    return (
      <span className={styles.origin}>
        <FileText aria-hidden />
        {t('unit.file')} <span translate="no">{source}</span>
      </span>
    );
  }
  return (
    <span className={styles.origin}>
      <Link href={`/meetings/${meeting.id}/minutes`}>
        <FallbackText value={meeting.title} empty={t('unit.untitled')} />
      </Link>
      {meeting.date !== '' && <span className={styles.date}>{format.date(meeting.date)}</span>}
    </span>
  );
}
