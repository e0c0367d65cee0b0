import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingReference } from '#shared/contract/follow-up.ts';
import { languages, languageTags, type LocalizedText } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Facts } from '../../ui/section.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import styles from './detail.module.css';

export interface RecordSourceProps {
  entryId: string;
  number: string;
  agendaItem: { number: string; title: LocalizedText };
  meeting: MeetingReference;
}

/** Where in the minutes a record stands, one click away. */
export function RecordSource({ entryId, number, agendaItem, meeting }: RecordSourceProps): ReactElement {
  const { t } = useTranslation('follow-up');
  const format = useFormat();
  return (
    <Facts
      facts={[
        { term: t('source.number'), value: number },
        {
          term: t('source.item'),
          value: (
            <span className={styles.item}>
              {agendaItem.number}
              <TextLink
                href={`/meetings/${meeting.id}/minutes?focus=${entryId}`}
                text={agendaItem.title}
                empty={t('source.untitled')}
              />
            </span>
          ),
        },
        {
          term: t('source.meeting'),
          value: (
            <>
              <TextLink href={`/meetings/${meeting.id}`} text={meeting.title} empty={t('source.untitled')} />{' '}
              <span className={styles.muted}>{format.date(meeting.date)}</span>
            </>
          ),
        },
      ]}
    />
  );
}

/** What the minutes say, in all three languages; the reader's comes first. */
export function RecordTexts({ text }: { text: LocalizedText }): ReactElement {
  const { t } = useTranslation('follow-up');
  const names = useLanguageNames();
  const own = useUiLanguage();
  return (
    <dl className={styles.texts}>
      {[own, ...languages.filter((language) => language !== own)].map((language) => (
        <Fragment key={language}>
          <dt>{names[language]}</dt>
          {text[language].trim() === '' ? (
            <dd className={styles.missing}>{t('noText')}</dd>
          ) : (
            <dd lang={languageTags[language]}>{text[language]}</dd>
          )}
        </Fragment>
      ))}
    </dl>
  );
}
