import { useQuery } from '@tanstack/react-query';
import { CalendarClock, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './home-page.module.css';

const iconSize = 14;
const waitingKeys = { invitation: 'waiting.invitation', circulation: 'waiting.circulation' } as const;
const tabs = { invitation: 'invitations', circulation: 'agreement' } as const;

/** Letters that people have not answered, what is late first; nothing where nobody is waited for. */
export function Waiting({ today }: { today: string }): ReactElement | null {
  const { t } = useTranslation(['home', 'common']);
  const { data, error } = useQuery(query.letters.waiting.queryOptions());
  if (error) throw error;
  const lines = (data ?? []).toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
  if (lines.length === 0) return null;
  return (
    <Section title={t('home:waiting.title')}>
      <ul className={styles.list}>
        {lines.map(({ meetingId, title, kind, due, waiting }) => (
          <li key={`${meetingId} ${kind}`} className={styles.item}>
            <span className={styles.main}>
              <Link href={`/meetings/${meetingId}/${tabs[kind]}`}>
                <FallbackText value={title} empty={t('common:unnamed')} />
              </Link>
              <span className={styles.below}>{t(waitingKeys[kind], { ns: 'home', count: waiting })}</span>
            </span>
            {due !== null && <AnswerBy due={due} isLate={due < today} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AnswerBy({ due, isLate }: { due: string; isLate: boolean }): ReactElement {
  const { t } = useTranslation('home');
  const format = useFormat();
  return isLate ? (
    <Badge tone="bad">
      <TriangleAlert aria-hidden size={iconSize} />
      {t('waiting.overdue', { date: format.date(due) })}
    </Badge>
  ) : (
    <Badge tone="info">
      <CalendarClock aria-hidden size={iconSize} />
      {t('waiting.due', { date: format.date(due) })}
    </Badge>
  );
}
