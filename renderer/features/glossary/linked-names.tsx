import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Concept, ConceptLink, ShownConcept } from '#shared/contract/glossary.ts';
import { type Language, languages, languageTags } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { Badge } from '../../ui/badge.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './glossary.module.css';
import { useStatuses } from './statuses.ts';

type RegisterLink = NonNullable<Concept['link']>;

const kindKeys = {
  organization: { what: 'linked.organization', open: 'linked.openOrganization' },
  office: { what: 'linked.office', open: 'linked.openOrganization' },
  area: { what: 'linked.area', open: 'linked.openGroup' },
  agreement: { what: 'linked.agreement', open: 'linked.openAgreement' },
} as const satisfies Record<ConceptLink, { what: string; open: string }>;

/** The names that a linked concept has from the register: changed there, and only there. */
export function LinkedNames({ concept, link }: { concept: ShownConcept; link: RegisterLink }): ReactElement {
  const { t } = useTranslation('glossary');
  const names = useLanguageNames();
  const href = useHref(concept, link);
  const keys = kindKeys[link.kind];
  return (
    <Section title={t('linked.title')}>
      <p className={styles.note}>
        {t(keys.what)} {href !== null && <Link href={href}>{t(keys.open)}</Link>}
      </p>
      <div className={styles.columns}>
        {languages.map((language) => (
          <div key={language} role="group" aria-label={names[language]} className={styles.column}>
            <h3 className={styles.language}>{names[language]}</h3>
            <Names concept={concept} language={language} />
          </div>
        ))}
      </div>
    </Section>
  );
}

function Names({ concept, language }: { concept: ShownConcept; language: Language }): ReactElement {
  const { t } = useTranslation('glossary');
  const statuses = useStatuses();
  const linked = concept.shownTerms.filter((term) => term.isLinked && term.language === language);
  if (linked.length === 0) return <p className={styles.none}>{t('linked.none')}</p>;
  return (
    <ul className={styles.terms}>
      {linked.map(({ text, status }) => (
        <li key={`${status} ${text}`} className={styles.linked}>
          <span lang={languageTags[language]}>{text}</span>
          <Badge>{statuses.find(({ id }) => id === status)?.label}</Badge>
        </li>
      ))}
    </ul>
  );
}

/** Where the record is shown; null while that is not known. */
function useHref({ shownTerms }: ShownConcept, { kind, recordId }: RegisterLink): string | null {
  // An agreement is shown in the minutes of its meeting, which the search knows.
  const title = shownTerms.find((term) => term.isLinked)?.text ?? '';
  const { data: hits } = useQuery({
    ...query.search.find.queryOptions({ input: { query: title.slice(0, 200), kinds: ['agreement'] } }),
    enabled: kind === 'agreement' && title !== '',
  });
  switch (kind) {
    case 'organization':
    case 'office':
      return `/organizations/${recordId}`;
    case 'area':
      return `/groups/${recordId}`;
    case 'agreement': {
      const meetingId = hits?.find((hit) => hit.id === recordId)?.meetingId;
      return meetingId ? `/meetings/${meetingId}/minutes` : null;
    }
  }
}
