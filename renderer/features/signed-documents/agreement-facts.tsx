import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AgreementDetail } from '#shared/contract/agreements.ts';
import { languages } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Facts } from '../../ui/section.tsx';
import { AreaNames, RecordLink } from '../follow-up/index.ts';
import { PersonName } from './person-name.tsx';
import styles from './signed-documents.module.css';
import { MeetingName } from './use-agreement-columns.tsx';
import { authenticityKeys, renewalKeys, textStandingKeys } from './words.ts';

/** What is known of a signed document, to be read; what is not known is left out. */
export function AgreementFacts({ detail }: { detail: AgreementDetail }): ReactElement {
  const { t } = useTranslation('signed-documents');
  const format = useFormat();
  const names = useLanguageNames();
  const { agreement, terms } = detail;
  const facts: { term: string; value: ReactNode; isKnown: boolean }[] = [
    { term: t('field.number'), value: detail.number, isKnown: detail.number !== '' },
    {
      term: t('field.signedOn'),
      value: detail.signedOn !== null && format.date(detail.signedOn),
      isKnown: detail.signedOn !== null,
    },
    {
      term: t('field.place'),
      value: <FallbackText value={terms.place} />,
      isKnown: languages.some((language) => terms.place[language] !== ''),
    },
    {
      term: t('field.meeting'),
      value: detail.meeting && <MeetingName meeting={detail.meeting} agreementId={detail.agreementId} />,
      isKnown: detail.meeting !== null,
    },
    {
      term: t('parties.title'),
      value: (
        <ul className={styles.plain}>
          {detail.parties.map(({ id, organizationId, name }) => (
            <li key={id}>
              {organizationId === null ? (
                <FallbackText value={name} empty={t('parties.unnamed')} />
              ) : (
                <Link href={`/organizations/${organizationId}`}>
                  <FallbackText value={name} empty={t('parties.unnamed')} />
                </Link>
              )}
            </li>
          ))}
        </ul>
      ),
      isKnown: detail.parties.length > 0,
    },
    { term: t('signatories.title'), value: <Signatories detail={detail} />, isKnown: detail.signatories.length > 0 },
    {
      term: t('texts.title'),
      value: (
        <ul className={styles.plain}>
          {terms.languages.map(({ language, standing }) => (
            <li key={language}>
              {t('texts.line', { language: names[language], standing: t(textStandingKeys[standing]) })}
            </li>
          ))}
          {terms.authenticity !== 'unsaid' && (
            <li>
              <Prevailing terms={terms} />
            </li>
          )}
        </ul>
      ),
      isKnown: terms.languages.length > 0 || terms.authenticity !== 'unsaid',
    },
    {
      term: t('copies.title'),
      value: t('copies.count', { count: terms.copies.length }),
      isKnown: terms.copies.length > 0,
    },
    {
      term: t('field.renewal'),
      value:
        terms.renewal === 'automatic' && terms.renewalMonths !== null
          ? t('renewal.automaticMonths', { count: terms.renewalMonths })
          : t(renewalKeys[terms.renewal]),
      isKnown: terms.renewal !== 'none',
    },
    {
      term: t('validity.reminder'),
      value: detail.noticeOn !== null && format.date(detail.noticeOn),
      isKnown: detail.noticeOn !== null,
    },
    {
      term: t('linked.replacedBy'),
      value: detail.replacedBy && <RecordLink reference={detail.replacedBy} />,
      isKnown: detail.replacedBy !== null,
    },
    {
      term: t('linked.replaces'),
      value: (
        <ul className={styles.plain}>
          {detail.replaces.map((reference) => (
            <li key={reference.id}>
              <RecordLink reference={reference} />
            </li>
          ))}
        </ul>
      ),
      isKnown: detail.replaces.length > 0,
    },
    {
      term: t('linked.founded'),
      value: (
        <ul className={styles.plain}>
          {detail.founded.map(({ groupId, name }) => (
            <li key={groupId}>
              <Link href={`/groups/${groupId}`}>
                <FallbackText value={name} empty={t('groupUnnamed')} />
              </Link>
            </li>
          ))}
        </ul>
      ),
      isKnown: detail.founded.length > 0,
    },
    { term: t('linked.areas'), value: <AreaNames areas={detail.areas} />, isKnown: detail.areas.length > 0 },
    { term: t('field.note'), value: <span className={styles.note}>{terms.note}</span>, isKnown: terms.note !== '' },
    { term: t('field.several'), value: t('severalYes'), isKnown: agreement.several },
  ];
  return <Facts facts={facts.filter(({ isKnown }) => isKnown)} />;
}

/** Each with the office as of the signing. */
function Signatories({ detail }: { detail: AgreementDetail }): ReactElement {
  return (
    <ul className={styles.plain}>
      {detail.signatories.map((signatory) => (
        <li key={signatory.id}>
          <PersonName signatory={signatory} />
        </li>
      ))}
    </ul>
  );
}

/** Which text counts, with its language where one is named. */
function Prevailing({ terms }: Pick<AgreementDetail, 'terms'>): ReactElement {
  const { t } = useTranslation('signed-documents');
  const names = useLanguageNames();
  const { authenticity, authenticLanguage } = terms;
  const rule = t(authenticityKeys[authenticity]);
  const hasLanguage = authenticity === 'prevails' || authenticity === 'sole';
  if (!hasLanguage || authenticLanguage === null) return <>{rule}</>;
  return <>{t('authenticity.named', { rule, language: names[authenticLanguage] })}</>;
}
