import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import type { ActionListItem } from '#shared/contract/actions.ts';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Badge } from '../../ui/badge.tsx';
import { classes } from '../../ui/classes.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './home-page.module.css';

const shownActions = 8;

/** Action items still open, the earliest due first, those without a date last. */
export function OpenActions({ today }: { today: string }): ReactElement | null {
  const { t } = useTranslation('home');
  const language = useUiLanguage();
  const format = useFormat();
  const { data, error } = useQuery(query.actions.list.queryOptions());
  if (error) throw error;
  if (!data) return null;

  const open = data
    .filter(({ action }) => action.status === 'open' || action.status === 'in_progress')
    .sort((a, b) => (a.action.due ?? '9999').localeCompare(b.action.due ?? '9999'));
  return (
    <Section
      title={open.length === 0 ? t('noActions') : t('actions', { count: open.length })}
      actions={<Link href="/registers">{t('allActions')}</Link>}
    >
      <ul className={styles.list}>
        {open.slice(0, shownActions).map((item) => (
          <li key={item.entryId} className={styles.item}>
            <span className={styles.main}>
              <span className={styles.clamped}>
                {item.number} <FallbackText value={item.text} />
              </span>
              <span className={styles.aside}>
                {item.owners.length === 0
                  ? t('noOwner')
                  : format.list(item.owners.map((owner) => chooseText(owner, language).text))}
              </span>
              <Link href={`/meetings/${item.meetingId}`} className={classes(styles.aside, styles.oneLine)}>
                {format.date(item.meetingDate)} · <FallbackText value={item.meetingTitle} />
              </Link>
            </span>
            <Due item={item} today={today} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Due({ item, today }: { item: ActionListItem; today: string }): ReactElement {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { due, dueAtNextMeeting } = item.action;
  if (due !== null && due < today) return <Badge tone="bad">{t('overdue', { date: format.shortDate(due) })}</Badge>;
  if (due !== null) return <Badge tone="info">{t('due', { date: format.shortDate(due) })}</Badge>;
  return <Badge>{dueAtNextMeeting ? t('dueNextMeeting') : t('noDue')}</Badge>;
}
