import { Archive, Mail } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { LettersOf } from '../letters/index.ts';
import { AmendDialog } from '../meetings/index.ts';
import styles from './agreement.module.css';
import type { Standing } from './standing.ts';

/** What happened when the last side agreed, and what comes next. */
export function AgreedSection({ standing, onLetters }: { standing: Standing; onLetters: () => void }): ReactElement {
  const { t } = useTranslation('agreement');
  const id = useId();
  const format = useFormat();
  const [isAmending, setAmending] = useState(false);
  const { detail, state } = standing;
  const meetingId = detail.meeting.id;
  const version = state.versions.findLast(({ agreedAtMs }) => agreedAtMs !== null);
  const hasLetters = standing.letters.some(({ kind }) => kind === 'agreed');
  return (
    <section className={styles.done} aria-labelledby={id}>
      <h2 id={id} className={styles.subtitle}>
        {version?.agreedAtMs === undefined || version.agreedAtMs === null
          ? t('done.titleElsewhere')
          : t('done.title', { number: version.number, day: format.day(version.agreedAtMs) })}
      </h2>
      <p>{version === undefined ? t('done.elsewhere') : t('done.text')}</p>
      <div className={styles.buttons}>
        <Button onPress={onLetters}>
          <Mail aria-hidden />
          {t('done.letters')}
        </Button>
        <ButtonLink href={`/meetings/${meetingId}/versions`}>
          <Archive aria-hidden />
          {t('done.archive')}
        </ButtonLink>
        <Button kind="quiet" onPress={() => setAmending(true)}>
          {t('done.amend')}
        </Button>
      </div>
      {hasLetters && <LettersOf meetingId={meetingId} circulationId={null} kind="agreed" />}
      {isAmending && <AmendDialog meetingId={meetingId} onClose={() => setAmending(false)} />}
    </section>
  );
}
