import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { ReadOut } from '../../ui/badge.tsx';
import styles from './stage-line.module.css';
import type { Standing } from './standing.ts';

const stepKeys = {
  draft: 'steps.draft',
  circulated: 'steps.circulated',
  agreed: 'steps.agreed',
  amendment: 'steps.amendment',
  amended: 'steps.amended',
} as const;

const placeKeys = { done: 'steps.done', now: 'steps.now', next: 'steps.next' } as const;

interface Step {
  name: keyof typeof stepKeys;
  place: keyof typeof placeKeys;
  atMs: number | null;
}

/** Where the minutes stand between draft and agreement, with the day of each step. */
export function StageLine({ standing }: { standing: Standing }): ReactElement {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  return (
    <ol className={styles.steps} aria-label={t('steps.title')}>
      {stepsOf(standing).map(({ name, place, atMs }) => (
        <li key={name} className={styles.step} data-place={place} {...(place === 'now' && { 'aria-current': 'step' })}>
          <span className={styles.mark} aria-hidden>
            {place === 'done' && <Check strokeWidth={3} />}
          </span>
          <span>
            <span className={styles.name}>{t(stepKeys[name])}</span>
            <ReadOut> – {t(placeKeys[place])}</ReadOut>
            {atMs !== null && <span className={styles.day}>{format.day(atMs)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function stepsOf({ detail, state, circulations }: Standing): Step[] {
  const { status } = detail.meeting;
  const round = circulations.findLast(({ outcome }) => outcome !== 'withdrawn');
  const firstAgreed = state.versions.find(({ agreedAtMs }) => agreedAtMs !== null);
  const amendment = state.amendments.at(-1);
  const wasAgreed = detail.isAmending || status === 'agreed' || status === 'amended';
  const isBefore = status === 'planned' || status === 'live';
  const steps: Step[] = [
    { name: 'draft', place: isBefore ? 'next' : status === 'draft' && !wasAgreed ? 'now' : 'done', atMs: null },
    {
      name: 'circulated',
      place: wasAgreed ? 'done' : status === 'circulated' ? 'now' : 'next',
      atMs: wasAgreed || status === 'circulated' ? (round?.openedAtMs ?? null) : null,
    },
    {
      name: 'agreed',
      place: !wasAgreed ? 'next' : status === 'agreed' ? 'now' : 'done',
      atMs: wasAgreed ? (firstAgreed?.agreedAtMs ?? null) : null,
    },
  ];
  // What was agreed without being sent round was never circulated.
  const shown = wasAgreed && round === undefined ? steps.filter(({ name }) => name !== 'circulated') : steps;
  if (amendment === undefined || (!detail.isAmending && status !== 'amended')) return shown;
  return [
    ...shown,
    { name: 'amendment', place: detail.isAmending ? 'now' : 'done', atMs: amendment.openedAtMs },
    { name: 'amended', place: status === 'amended' ? 'now' : 'next', atMs: amendment.closedAtMs },
  ];
}
