import { useQuery } from '@tanstack/react-query';
import { Circle, CircleCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { ReadinessLine } from '#shared/contract/preparation.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './preparation.module.css';
import { doneKeys, openKeys, placeOf } from './readiness-words.ts';

/** What a secretary checks before the meeting; each line leads to where it is put right. */
export function Readiness({ meeting }: { meeting: Meeting }): ReactElement {
  const { t } = useTranslation('preparation');
  const { data, error } = useQuery(query.preparation.readiness.queryOptions({ input: { meetingId: meeting.id } }));
  const open = data?.filter((line) => !line.isReady) ?? [];
  const done = data?.filter((line) => line.isReady) ?? [];
  return (
    <Section title={t('readiness.title')}>
      {error && <p role="alert">{describeError(error)}</p>}
      {data && (
        <p role="status" className={styles.state} data-ready={open.length === 0 || undefined}>
          {open.length === 0 && <CircleCheck aria-hidden />}
          {open.length === 0 ? t('readiness.ready') : t('readiness.toDo', { open: open.length, all: data.length })}
        </p>
      )}
      <div className={styles.columns}>
        <Lines title={t('readiness.open.heading')} lines={open} meetingId={meeting.id} />
        <Lines title={t('readiness.done.heading')} lines={done} meetingId={meeting.id} />
      </div>
    </Section>
  );
}

interface LinesProps {
  title: string;
  lines: readonly ReadinessLine[];
  meetingId: string;
}

function Lines({ title, lines, meetingId }: LinesProps): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line, index) => (
          <li key={index} className={styles.line} data-ready={line.isReady || undefined}>
            {line.isReady ? <CircleCheck aria-hidden /> : <Circle aria-hidden />}
            <Line line={line} meetingId={meetingId} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ line, meetingId }: { line: ReadinessLine; meetingId: string }): ReactElement {
  const { t } = useTranslation('preparation');
  const hasLabel = Object.values(line.label).some((text) => text.trim() !== '');
  return (
    <Link href={placeOf(line, meetingId)} className={styles.link}>
      {line.isReady ? t(doneKeys[line.code], { count: line.count }) : t(openKeys[line.code], { count: line.count })}
      {hasLabel && (
        <span className={styles.about}>
          {' · '}
          <FallbackText value={line.label} />
        </span>
      )}
    </Link>
  );
}
