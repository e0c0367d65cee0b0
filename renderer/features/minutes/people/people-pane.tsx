import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStorePart } from '../../../app/store.ts';
import { useLive } from '../live/context.ts';
import styles from './people.module.css';
import { PeopleList } from './people-list.tsx';
import { PeopleTools } from './people-tools.tsx';
import { SaidLine } from './said-line.tsx';
import { SideCounts } from './side-counts.tsx';

/** Attendance as it happens: who is there, who comes and goes, and whether the sides have their quorum. */
export function PeoplePane(): ReactElement {
  const { t } = useTranslation('live');
  const { session } = useLive();
  const isEmpty = useStorePart(session.state, ({ attendance }) => attendance.length === 0);
  const [markedId, setMarkedId] = useState<string | null>(null);
  return (
    <div className={styles.pane}>
      <PeopleTools onCheckedIn={setMarkedId} />
      <SaidLine />
      <SideCounts />
      {isEmpty ? <p className={styles.none}>{t('people.none')}</p> : <PeopleList markedId={markedId} />}
    </div>
  );
}
