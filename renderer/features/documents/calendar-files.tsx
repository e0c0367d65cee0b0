import { CalendarDays, ListChecks } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { languages } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import styles from './documents.module.css';
import { useHandOut } from './use-hand-out.ts';

/** The meeting and its dated action items for the calendars of those who take part. */
export function CalendarFiles({ detail }: { detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('export');
  const names = useLanguageNames();
  const handOut = useHandOut();
  const [isBusy, setBusy] = useState(false);
  const meetingId = detail.meeting.id;
  const hasDates = detail.entries.some(
    ({ kind, action }) => kind === 'action' && action !== null && action.due !== null,
  );
  const save = async (make: () => Promise<File>) => {
    setBusy(true);
    await handOut(make, (name) => t('calendar.saved', { name }));
    setBusy(false);
  };
  return (
    <section className={styles.calendars} aria-label={t('calendar.title')}>
      <h3 className={styles.legend}>{t('calendar.title')}</h3>
      <div className={styles.buttons}>
        <Button isForReading isPending={isBusy} onPress={() => void save(() => api.letters.calendar({ meetingId }))}>
          <CalendarDays aria-hidden />
          {t('calendar.meeting')}
        </Button>
        {hasDates ? (
          <ChoiceMenu
            label={t('calendar.actions')}
            kind="normal"
            choices={languages.map((language) => ({
              id: language,
              label: t('calendar.actionsIn', { language: names[language] }),
            }))}
            onChoose={(language) => void save(() => api.documents.actionsCalendar({ meetingId, language }))}
          >
            <ListChecks aria-hidden />
            {t('calendar.actions')}
          </ChoiceMenu>
        ) : (
          <p className={styles.muted}>{t('calendar.noActions')}</p>
        )}
      </div>
    </section>
  );
}
