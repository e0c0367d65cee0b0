import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recipient } from '#shared/contract/letters.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { guessLanguage, type Language, languages, languageTags } from '#shared/domain/language.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './recipients.module.css';
import { useSideName } from './standing.ts';

/** Languages of those who are chosen, by attendance. */
export type Chosen = ReadonlyMap<string, Language>;

export interface RecipientsProps {
  detail: MeetingDetail;
  recipients: readonly Recipient[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** Who is written to, and in which language each. */
export function Recipients({ detail, recipients, chosen, onChange }: RecipientsProps): ReactElement {
  const { t } = useTranslation('agreement');
  const names = useLanguageNames();
  const sideName = useSideName(detail);
  const withAll = () =>
    onChange(new Map(recipients.map((one) => [one.attendanceId, chosen.get(one.attendanceId) ?? one.language])));
  const set = (attendanceId: string, language: Language | null) => {
    const next = new Map(chosen);
    if (language === null) next.delete(attendanceId);
    else next.set(attendanceId, language);
    onChange(next);
  };
  if (recipients.length === 0) return <p>{t('recipients.none')}</p>;
  return (
    <fieldset className={styles.recipients}>
      <legend className={styles.legend}>
        {t('recipients.title', { count: chosen.size, total: recipients.length })}
      </legend>
      <div className={styles.tools}>
        <Button kind="quiet" onPress={withAll} isDisabled={chosen.size === recipients.length}>
          {t('recipients.all')}
        </Button>
        <Button kind="quiet" onPress={() => onChange(new Map())} isDisabled={chosen.size === 0}>
          {t('recipients.nobody')}
        </Button>
      </div>
      <ul className={styles.list}>
        {recipients.map((one) => {
          const language = chosen.get(one.attendanceId);
          const side = one.sideId === null ? null : sideName(one.sideId);
          return (
            <li key={one.attendanceId} className={styles.recipient}>
              <div className={styles.who}>
                <Checkbox
                  label={<span lang={languageTags[guessLanguage(one.name)]}>{one.name}</span>}
                  value={language !== undefined}
                  onChange={(isChosen) => set(one.attendanceId, isChosen ? one.language : null)}
                />
                <span className={styles.facts}>
                  {side !== null && <span lang={languageTags[side.language]}>{side.text}</span>}
                  {side !== null && ' · '}
                  {one.email === '' ? (
                    <span className={styles.missing}>{t('recipients.noAddress')}</span>
                  ) : (
                    <span translate="no">{one.email}</span>
                  )}
                </span>
              </div>
              <div className={styles.language}>
                <Select
                  label={t('recipients.languageOf', { name: one.name })}
                  isLabelHidden
                  isDisabled={language === undefined}
                  value={language ?? one.language}
                  options={languages.map((id) => ({ id, label: names[id] }))}
                  onChange={(next) => set(one.attendanceId, next)}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
