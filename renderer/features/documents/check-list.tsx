import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { Button as AriaButton, Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DocumentFinding, DocumentRequest } from '#shared/contract/documents.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { Section } from '../../ui/section.tsx';
import styles from './documents.module.css';
import { inLanguageKeys, nowhereKeys, placeOf } from './findings.ts';

/** What a reader of the document would miss, each with a way to the field that is meant. */
export function CheckList({ options }: { options: DocumentRequest }): ReactElement {
  const { t } = useTranslation('export');
  const { findings, error } = useFindings(options);
  return (
    <Section title={findings?.length ? t('check.title', { count: findings.length }) : t('check.titleEmpty')}>
      <Findings findings={findings} error={error} meetingId={options.meetingId} hint={t('check.hint')} />
    </Section>
  );
}

export interface FoldedCheckProps {
  options: DocumentRequest;
  /** What the gaps mean here. */
  hint: string;
  /** Whether the list is shown at first. */
  isOpen: boolean;
}

/** The same list where it is one part among others: its title says how much is missing and opens it. */
export function FoldedCheck({ options, hint, isOpen: isOpenAtFirst }: FoldedCheckProps): ReactElement {
  const { t } = useTranslation('export');
  const id = useId();
  const { findings, error } = useFindings(options);
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const title = findings?.length ? t('check.title', { count: findings.length }) : t('check.titleEmpty');
  return (
    <section className={styles.folded} aria-labelledby={`${id}-title`} data-focus="check">
      <h2 className={styles.foldedTitle} id={`${id}-title`}>
        <AriaButton
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          {title}
          {findings?.length === 0 && <span className={styles.muted}>{t('check.nothing')}</span>}
        </AriaButton>
      </h2>
      {isOpen && (
        <div id={id} className={styles.foldedBody}>
          <Findings findings={findings} error={error} meetingId={options.meetingId} hint={hint} />
        </div>
      )}
    </section>
  );
}

function useFindings(options: DocumentRequest): { findings: DocumentFinding[] | undefined; error: Error | null } {
  const { data, error } = useQuery({
    ...query.documents.check.queryOptions({ input: options }),
    placeholderData: (before) => before,
  });
  return { findings: data, error };
}

interface FindingsProps {
  findings: readonly DocumentFinding[] | undefined;
  error: Error | null;
  meetingId: string;
  hint: string;
}

function Findings({ findings, error, meetingId, hint }: FindingsProps): ReactElement {
  const { t } = useTranslation('export');
  return (
    <>
      {error && <p role="alert">{describeError(error)}</p>}
      {findings?.length === 0 && <p>{t('check.nothing')}</p>}
      {findings && findings.length > 0 && (
        <>
          <p className={styles.muted}>{hint}</p>
          <ul className={styles.findings} tabIndex={0} aria-label={t('check.list')}>
            {findings.map((finding) => (
              <li key={`${finding.code}${finding.language ?? ''}${finding.ref.id}`}>
                <Finding finding={finding} meetingId={meetingId} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Finding({ finding, meetingId }: { finding: DocumentFinding; meetingId: string }): ReactElement {
  const { t } = useTranslation('export');
  const { code, language, label } = finding;
  const words =
    language === null
      ? t(nowhereKeys[code], { label })
      : t(inLanguageKeys[code], { label, language: t(languageKeys[language]) });
  return <Link href={placeOf(finding, meetingId)}>{words}</Link>;
}

/** As they stand inside a sentence, which Russian declines. */
const languageKeys = { en: 'check.in.en', ru: 'check.in.ru', zh: 'check.in.zh' } as const;
