import { Handshake } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Version } from '#shared/contract/versions.ts';
import { languageTags } from '#shared/domain/language.ts';
import { isLocked, movesFrom } from '#shared/domain/meeting-moves.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { AgreeDialog } from './agree-dialog.tsx';
import styles from './agreement.module.css';
import { SideCard } from './side-card.tsx';
import { newestVersion, type Standing, useSideName } from './standing.ts';
import { useAct } from './use-act.ts';

/** Whether each side agrees to the newest version, and what stands in the way. */
export function SidesSection({ standing }: { standing: Standing }): ReactElement {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  const { detail, state } = standing;
  const { meeting, isAmending } = detail;
  const [asked, setAsked] = useState<{ sideId: string | null } | null>(null);
  const canAgree = movesFrom({ status: meeting.status, isAmending }).some(({ by }) => by === 'agreement');
  const newest = newestVersion(state);
  // What was agreed before an amendment says nothing about the new text.
  const version = canAgree && newest !== undefined && newest.agreedAtMs !== null ? undefined : newest;
  const isFree = canAgree && version !== undefined && state.isCurrent && state.openComments === 0;
  return (
    <div data-focus="sides">
      <Section title={t('sides.title')}>
        {version && (
          <p>
            {t(
              version.agreedAtMs !== null
                ? 'sides.versionAgreed'
                : state.isCurrent
                  ? 'sides.versionCurrent'
                  : 'sides.version',
              {
                number: version.number,
                day: format.day(version.atMs),
              },
            )}
          </p>
        )}
        {canAgree && <Obstacles standing={standing} newest={newest} />}
        <ul className={styles.sides}>
          {state.sideIds.map((sideId) => (
            <SideCard
              key={sideId ?? ''}
              sideId={sideId}
              standing={standing}
              agreement={version?.agreements.find((one) => one.sideId === sideId)}
              canAgree={isFree}
              canTakeBack={!isLocked(meeting.status)}
              onAgree={() => setAsked({ sideId })}
            />
          ))}
        </ul>
      </Section>
      {asked && version && (
        <AgreeDialog sideId={asked.sideId} version={version} standing={standing} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

/** In words, each with the way to put it right. */
function Obstacles({ standing, newest }: { standing: Standing; newest: Version | undefined }): ReactElement | null {
  const { t } = useTranslation('agreement');
  const act = useAct();
  const { detail, state } = standing;
  const sideName = useSideName(detail);
  const meetingId = detail.meeting.id;
  const keep = () => void act(() => api.versions.keep({ meetingId, reason: '' }), t('sides.wasKept'));
  const empty = state.sideIds.filter(
    (sideId) => !detail.attendance.some((row) => sideId === null || row.sideId === sideId),
  );
  const obstacles: { id: string; words: ReactNode; way: ReactNode }[] = [
    ...(state.openComments > 0
      ? [
          {
            id: 'comments',
            words: t('obstacle.comments', { count: state.openComments }),
            way: <Link href={`/meetings/${meetingId}/agreement?focus=comments`}>{t('obstacle.toComments')}</Link>,
          },
        ]
      : []),
    ...(newest === undefined || !state.isCurrent
      ? [
          {
            id: 'text',
            words: newest === undefined ? t('obstacle.noVersion') : t('obstacle.changed', { number: newest.number }),
            way: (
              <Button onPress={keep}>
                <Handshake aria-hidden />
                {t('sides.keep')}
              </Button>
            ),
          },
        ]
      : newest.agreedAtMs === null
        ? []
        : [
            {
              id: 'text',
              words: t('obstacle.sameText', { number: newest.number }),
              way: <Link href={`/meetings/${meetingId}/minutes`}>{t('obstacle.toMinutes')}</Link>,
            },
          ]),
    ...empty.map((sideId) => {
      const side = sideId === null ? null : sideName(sideId);
      return {
        id: sideId ?? 'nobody',
        words:
          side === null ? (
            t('obstacle.nobody')
          ) : (
            <>
              {t('obstacle.nobodyOf')} <span lang={languageTags[side.language]}>{side.text}</span>
            </>
          ),
        way: <Link href={`/meetings/${meetingId}/participants`}>{t('obstacle.toParticipants')}</Link>,
      };
    }),
  ];
  if (obstacles.length === 0) return null;
  return (
    <ul className={styles.obstacles} aria-label={t('obstacle.title')}>
      {obstacles.map(({ id, words, way }) => (
        <li key={id} className={styles.obstacle}>
          <span>{words}</span>
          {way}
        </li>
      ))}
    </ul>
  );
}
