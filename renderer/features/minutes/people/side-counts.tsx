import { CircleCheck, TriangleAlert } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { useStorePart } from '../../../app/store.ts';
import { useLive } from '../live/context.ts';
import styles from './people.module.css';
import { countSides, type SideCount } from './presence.ts';

/** How many of each side are in the room, and whether that makes its quorum. */
export function SideCounts(): ReactElement | null {
  const { t } = useTranslation('live');
  const { session } = useLive();
  const sides = useStorePart(session.state, ({ meeting }) => meeting.sides);
  const attendance = useStorePart(session.state, (state) => state.attendance);
  const counts = useMemo(() => countSides(sides, attendance), [sides, attendance]);
  if (attendance.length === 0 && counts.every(({ missing }) => missing === null)) return null;
  return (
    <ul className={styles.sides} aria-label={t('people.sides')}>
      {counts.filter(isWorthSaying).map((count) => (
        <SideLine key={count.number} count={count} />
      ))}
    </ul>
  );
}

/** Of those of no side, who may be interpreters or secretaries only, nothing is said until somebody is there. */
const isWorthSaying = ({ side, all, others }: SideCount): boolean => side !== null || all + others > 0;

function SideLine({ count }: { count: SideCount }): ReactElement {
  const { t } = useTranslation('live');
  const language = useUiLanguage();
  const { side, number, present, all, others, missing } = count;
  const name = side && chooseText(side.name, language);
  const shown = name?.text ? name.text : side ? t('people.side', { number }) : t('people.noSide');
  return (
    <li className={styles.side}>
      <span className={styles.sideName} {...(name?.text && { lang: languageTags[name.language] })}>
        {shown}
      </span>{' '}
      <span className={styles.sideCount}>
        {t('people.present', { present, all })}
        {others > 0 && ` ${t('people.others', { count: others })}`}
      </span>
      {missing !== null && side?.quorum !== undefined && (
        <span className={styles.quorum} data-reached={missing === 0 || undefined}>
          {missing === 0 ? <CircleCheck aria-hidden /> : <TriangleAlert aria-hidden />}
          {missing === 0
            ? t('people.quorumReached', { quorum: side.quorum })
            : t('people.quorumMissing', { quorum: side.quorum, count: missing })}
        </span>
      )}
    </li>
  );
}
