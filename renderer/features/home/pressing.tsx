import { useQuery } from '@tanstack/react-query';
import { Archive, CircleCheck, FileClock } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import type { ActionListItem } from '#shared/contract/actions.ts';
import type { AgreementListItem } from '#shared/contract/agreements.ts';
import type { Overview } from '#shared/contract/overview.ts';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Badge } from '../../ui/badge.tsx';
import { classes } from '../../ui/classes.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Section } from '../../ui/section.tsx';
import { Due } from '../registers/index.ts';
import styles from './home-page.module.css';

const iconSize = 14;

/** What of the follow-up presses over all groups; undefined while it is read. */
export function useOverview(today: string): Overview | undefined {
  const { data, error } = useQuery(query.overview.get.queryOptions({ input: { today } }));
  if (error) throw error;
  return data;
}

export interface PressingProps {
  overview: Overview;
  today: string;
}

/** What is late, soon due or about to end, the most urgent first; one calm line where nothing is. */
export function Pressing({ overview, today }: PressingProps): ReactElement {
  const { t } = useTranslation('home');
  const { overdue, dueSoon, expiring, otherOpen } = overview;
  const isCalm = overdue.count + dueSoon.count + expiring.count === 0;
  return (
    <>
      {overdue.count > 0 && (
        <Section
          title={t('overdue', { count: overdue.count })}
          actions={<Link href="/registers/actions?due=overdue">{t('allOverdue')}</Link>}
        >
          <ActionLines items={overdue.first} today={today} />
        </Section>
      )}
      {dueSoon.count > 0 && (
        <Section
          title={t('dueSoon', { count: dueSoon.count })}
          actions={<Link href="/registers/actions?due=soon">{t('allDueSoon')}</Link>}
        >
          <ActionLines items={dueSoon.first} today={today} />
        </Section>
      )}
      {expiring.count > 0 && (
        <Section
          title={t('expiring.title', { count: expiring.count })}
          actions={
            <Link href={`/registers/agreements?standing=${expiring.first[0]?.standing ?? 'expiring'}`}>
              {t('expiring.all')}
            </Link>
          }
        >
          <ul className={styles.list}>
            {expiring.first.map((item) => (
              <ExpiringLine key={item.agreementId} item={item} />
            ))}
          </ul>
        </Section>
      )}
      {isCalm && (
        <Quiet icon={<CircleCheck aria-hidden size={iconSize} />}>
          {t('calm')} {otherOpen > 0 && <Link href="/registers/actions">{t('otherOpen', { count: otherOpen })}</Link>}
        </Quiet>
      )}
      {!isCalm && otherOpen > 0 && (
        <Quiet>
          <Link href="/registers/actions">{t('otherOpen', { count: otherOpen })}</Link>
        </Quiet>
      )}
    </>
  );
}

function Quiet({ icon, children }: { icon?: ReactNode; children: ReactNode }): ReactElement {
  return (
    <p className={classes(styles.quiet, styles.calm)}>
      {icon}
      <span>{children}</span>
    </p>
  );
}

function ActionLines({ items, today }: { items: readonly ActionListItem[]; today: string }): ReactElement {
  const { t } = useTranslation(['home', 'common']);
  const language = useUiLanguage();
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.entryId} className={styles.item}>
          <span className={styles.main}>
            <Link href={`/registers/actions?open=${item.entryId}`} className={styles.clamped}>
              {item.number} <FallbackText value={item.text} empty={t('common:unnamed')} />
            </Link>
            <span className={styles.below}>
              {item.owners.length === 0
                ? t('home:noOwner')
                : format.list(item.owners.map(({ name }) => chooseText(name, language).text || t('common:unnamed')))}
            </span>
            <span className={classes(styles.aside, styles.oneLine)}>
              {format.date(item.meeting.date)} · <FallbackText value={item.meeting.title} empty={t('common:unnamed')} />
            </span>
          </span>
          <Due action={item} today={today} />
        </li>
      ))}
    </ul>
  );
}

function ExpiringLine({ item }: { item: AgreementListItem }): ReactElement {
  const { t } = useTranslation(['home', 'common']);
  const language = useUiLanguage();
  const format = useFormat();
  const parties = item.parties.flatMap(({ name }) => chooseText(name, language).text || []);
  const date = format.shortDate(item.validTo ?? '');
  return (
    <li className={styles.item}>
      <span className={styles.main}>
        <Link href={`/registers/agreements?open=${item.agreementId}`} className={styles.clamped}>
          {item.number} <FallbackText value={item.title} empty={t('common:unnamed')} />
        </Link>
        {parties.length > 0 && <span className={styles.below}>{format.list(parties)}</span>}
      </span>
      {item.validTo !== null && (
        <Badge tone={item.standing === 'expired' ? 'bad' : 'warning'}>
          <FileClock aria-hidden size={iconSize} />
          {item.standing === 'expired' ? t('home:expiring.ended', { date }) : t('home:expiring.ends', { date })}
        </Badge>
      )}
    </li>
  );
}

/** Circulated minutes to which sides have not agreed yet. */
export function WaitingForAgreement({ overview }: { overview: Overview }): ReactElement | null {
  const { t } = useTranslation(['home', 'common']);
  const language = useUiLanguage();
  const format = useFormat();
  const waiting = overview.waitingForAgreement;
  if (waiting.length === 0) return null;
  return (
    <Section title={t('home:agreement.title')}>
      <ul className={styles.list}>
        {waiting.map(({ meetingId, title, date, missing }) => (
          <li key={meetingId} className={styles.item}>
            <span className={styles.main}>
              <Link href={`/meetings/${meetingId}/agreement`}>
                <FallbackText value={title} empty={t('common:unnamed')} />
              </Link>
              <span className={styles.below}>
                {format.date(date)} ·{' '}
                {missing.length === 0
                  ? t('home:agreement.all')
                  : t('home:agreement.missing', {
                      sides: format.list(missing.map((name) => chooseText(name, language).text || t('common:unnamed'))),
                    })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** When the data was last copied to another place. */
export function LastBackup({ overview }: { overview: Overview }): ReactElement {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { lastBackupAtMs } = overview;
  return (
    <p className={classes(styles.quiet, styles.calm)}>
      <Archive aria-hidden size={iconSize} />
      <span>
        {lastBackupAtMs === null ? t('backup.none') : t('backup.last', { moment: format.moment(lastBackupAtMs) })}{' '}
        <Link href="/settings?part=backups">{t('backup.all')}</Link>
      </span>
    </p>
  );
}
