import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationRelated } from '#shared/contract/organizations.ts';
import { emptyText } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import fieldStyles from '../../ui/field.module.css';
import { FoldedList } from '../../ui/folded-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Remarks, TextLink } from '../../ui/text-link.tsx';
import { isPast, personSortText } from '../contacts/index.ts';

type Colleague = OrganizationRelated['people'][number];

/** The contacts with a position in this organisation: those who have it now, then those who had it. */
export function People({ people }: { people: readonly Colleague[] }): ReactElement {
  const { t } = useTranslation('organizations');
  const language = useUiLanguage();
  const format = useFormat();
  const sortText = ({ name }: Colleague) => personSortText({ name, sortKey: emptyText() }, language);
  const sorted = people.toSorted((a, b) => format.compare(sortText(a), sortText(b)));
  const links = (chosen: readonly Colleague[]) =>
    chosen.map(({ personId, name, position, to }, index) => ({
      id: `${personId}/${String(index)}`,
      link: <TextLink href={`/contacts/${personId}`} text={name} empty={t('people.unnamed')} />,
      aside: (
        <Remarks
          remarks={[
            <FallbackText key="position" value={position} />,
            to === null ? '' : t('people.until', { date: format.shortDate(to) }),
          ]}
        />
      ),
    }));
  const present = sorted.filter(({ to }) => !isPast(to));
  const past = sorted.filter(({ to }) => isPast(to));
  return (
    <Section title={t('people.title')}>
      {present.length === 0 && <p className={fieldStyles.hint}>{t('people.none')}</p>}
      <FoldedList title={t('people.present', { count: present.length })} links={links(present)} />
      <FoldedList title={t('people.past', { count: past.length })} links={links(past)} />
    </Section>
  );
}
