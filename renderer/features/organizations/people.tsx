import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PersonListItem } from '#shared/contract/people.ts';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import fieldStyles from '../../ui/field.module.css';
import { LinkList } from '../../ui/item.tsx';
import { Section } from '../../ui/section.tsx';

/** The contacts whose present position is in this organisation. */
export function People({ organizationId }: { organizationId: string }): ReactElement {
  const { t } = useTranslation('organizations');
  const language = useUiLanguage();
  const format = useFormat();
  const { data, error } = useQuery(query.people.list.queryOptions());
  if (error) throw error;

  const sortKey = (person: PersonListItem) => person.sortKey[language].trim() || chooseText(person.name, language).text;
  const people = (data ?? [])
    .filter((person) => person.organizationId === organizationId)
    .sort((a, b) => format.compare(sortKey(a), sortKey(b)));
  return (
    <Section title={t('people.title')}>
      {people.length === 0 ? (
        <p className={fieldStyles.hint}>{t('people.none')}</p>
      ) : (
        <LinkList
          links={people.map((person) => ({
            id: person.id,
            link: (
              <Link href={`/contacts/${person.id}`}>
                <FallbackText value={person.name} empty={t('people.unnamed')} />
              </Link>
            ),
            aside: <FallbackText value={person.position} />,
          }))}
        />
      )}
    </Section>
  );
}
