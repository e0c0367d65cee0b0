import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Organization, OrganizationRelated } from '#shared/contract/organizations.ts';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { ComparedRecord, Fact, FactRule, FactValue } from './facts.ts';
import { localizedValues } from './use-person-facts.ts';

const kindKeys = {
  government: 'organizations:kinds.government',
  institute: 'organizations:kinds.institute',
  university: 'organizations:kinds.university',
  academy: 'organizations:kinds.academy',
  company: 'organizations:kinds.company',
  consulate: 'organizations:kinds.consulate',
  association: 'organizations:kinds.association',
  media: 'organizations:kinds.media',
  other: 'organizations:kinds.other',
} as const satisfies Record<Organization['kind'], string>;

const relationKeys = {
  part_of: 'organizations:relations.kinds.partOf',
  founder: 'organizations:relations.kinds.founder',
  co_founder: 'organizations:relations.kinds.coFounder',
  member: 'organizations:relations.kinds.member',
  partner: 'organizations:relations.kinds.partner',
} as const satisfies Record<Organization['relations'][number]['kind'], string>;

/** Turns an organisation, and where it appears, into lines to compare. */
export function useOrganizationFacts(
  isWanted: boolean,
): (organization: Organization, related: OrganizationRelated | undefined) => ComparedRecord {
  const { t } = useTranslation(['duplicates', 'organizations']);
  const format = useFormat();
  const language = useUiLanguage();
  const { data: all } = useQuery({ ...query.organizations.list.queryOptions(), enabled: isWanted });

  const relationOf = ({ organizationId, kind }: Organization['relations'][number]): FactValue => {
    const other = all?.find(({ id }) => id === organizationId)?.name;
    const name = other && chooseText(other, language);
    return { text: name?.text || t('duplicates:unnamed'), language: name?.language, aside: t(relationKeys[kind]) };
  };

  return (organization, related) => {
    const one = (id: string, label: string, text: string, rule: FactRule): Fact => ({
      id,
      label,
      rule,
      values: text === '' ? [] : [{ text }],
    });
    const count = (id: string, label: string, size: number | undefined): Fact =>
      one(id, label, size === undefined ? '' : format.number(size), 'count');
    const people = all?.find(({ id }) => id === organization.id)?.peopleCount;
    return {
      id: organization.id,
      name: chooseText(organization.name, language).text || chooseText(organization.abbreviation, language).text,
      href: `/organizations/${organization.id}`,
      facts: [
        {
          id: 'name',
          label: t('organizations:field.name'),
          rule: 'name',
          values: localizedValues(organization.name),
        },
        {
          id: 'abbreviation',
          label: t('organizations:field.abbreviation'),
          rule: 'name',
          values: localizedValues(organization.abbreviation),
        },
        {
          id: 'aliases',
          label: t('organizations:aliases.title'),
          rule: 'alias',
          values: organization.aliases.map(({ text }) => ({ text })),
        },
        // «Other» is what nobody has chosen yet.
        one(
          'kind',
          t('organizations:field.kind'),
          organization.kind === 'other' ? '' : t(kindKeys[organization.kind]),
          'single',
        ),
        one('country', t('organizations:field.country'), format.country(organization.country), 'single'),
        {
          id: 'city',
          label: t('organizations:field.city'),
          rule: 'single',
          values: localizedValues(organization.city),
        },
        one('note', t('organizations:field.note'), organization.note, 'both'),
        {
          id: 'relations',
          label: t('organizations:relations.title'),
          rule: 'both',
          values: organization.relations.map(relationOf),
        },
        count('people', t('duplicates:count.people'), people),
        count('meetings', t('duplicates:count.meetings'), related?.meetings.length),
        count('agreements', t('duplicates:count.signatures'), related?.agreements.length),
        count('actions', t('duplicates:count.actions'), related?.actions.length),
        count('groups', t('duplicates:count.groups'), related?.groups.length),
      ],
    };
  };
}
