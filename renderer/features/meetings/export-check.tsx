import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DocumentFinding, DocumentOptions } from '#shared/contract/documents.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { Section } from '../../ui/section.tsx';
import styles from './export-tab.module.css';
import { inLanguageKeys, nowhereKeys, placeOf } from './findings.ts';

/** What a reader of the document would miss, each with a way to the field that is meant. */
export function ExportCheck({ options }: { options: DocumentOptions }): ReactElement {
  const { t } = useTranslation('minutes');
  const { data, error } = useQuery({
    ...query.documents.check.queryOptions({ input: options }),
    placeholderData: (before) => before,
  });
  return (
    <Section title={data?.length ? t('check.title', { count: data.length }) : t('check.titleEmpty')}>
      {error && <p role="alert">{describeError(error)}</p>}
      {data?.length === 0 && <p>{t('check.nothing')}</p>}
      {data && data.length > 0 && (
        <>
          <p className={styles.muted}>{t('check.hint')}</p>
          <ul className={styles.findings} tabIndex={0} aria-label={t('check.list')}>
            {data.map((finding) => (
              <li key={`${finding.code}${finding.language ?? ''}${finding.ref.id}`}>
                <Finding finding={finding} meetingId={options.meetingId} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Finding({ finding, meetingId }: { finding: DocumentFinding; meetingId: string }): ReactElement {
  const { t } = useTranslation('minutes');
  const { code, language, label } = finding;
  const words =
    language === null
      ? t(nowhereKeys[code], { label })
      : t(inLanguageKeys[code], { label, language: t(languageKeys[language]) });
  return <Link href={placeOf(finding, meetingId)}>{words}</Link>;
}

/** As they stand inside a sentence, which Russian declines. */
const languageKeys = { en: 'check.in.en', ru: 'check.in.ru', zh: 'check.in.zh' } as const;
