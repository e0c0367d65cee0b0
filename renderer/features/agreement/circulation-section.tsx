import { Send } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './agreement.module.css';
import type { LettersTask } from './letters-dialog.tsx';
import { Round } from './round.tsx';
import type { Standing } from './standing.ts';

export interface CirculationSectionProps {
  standing: Standing;
  canCirculate: boolean;
  onTask: (task: LettersTask) => void;
}

/** Rounds of sending the minutes to the sides, newest first. */
export function CirculationSection({ standing, canCirculate, onTask }: CirculationSectionProps): ReactElement {
  const { t } = useTranslation('agreement');
  const { circulations } = standing;
  const openRound = circulations.find(({ closedAtMs }) => closedAtMs === null);
  return (
    <div data-focus="circulation">
      <Section
        title={t('rounds.title')}
        actions={
          canCirculate &&
          openRound === undefined && (
            <Button onPress={() => onTask({ kind: 'circulate' })}>
              <Send aria-hidden />
              {circulations.length === 0 ? t('rounds.circulate') : t('rounds.again')}
            </Button>
          )
        }
      >
        {circulations.length === 0 && <p className={styles.muted}>{t('rounds.none')}</p>}
        {circulations.toReversed().map((circulation) => (
          <Round key={circulation.id} circulation={circulation} standing={standing} onTask={onTask} />
        ))}
      </Section>
    </div>
  );
}
