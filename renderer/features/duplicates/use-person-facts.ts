import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person, PersonRelated } from '#shared/contract/people.ts';
import { chooseText, languageOfScript, languages, type LocalizedText, scripts } from '#shared/domain/language.ts';
import { chooseName, composeName } from '#shared/domain/person-name.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { useMatchWords } from '../../app/match-words.ts';
import type { ComparedRecord, Fact, FactRule, FactValue } from './facts.ts';

const scriptKeys = {
  latin: 'contacts:names.latin',
  cyrillic: 'contacts:names.cyrillic',
  han: 'contacts:names.han',
} as const;
const sourceKeys = {
  entered: 'contacts:names.sources.entered',
  passport: 'contacts:names.sources.passport',
  generated: 'contacts:names.sources.generated',
} as const;
const genderKeys = { f: 'contacts:person.genders.f', m: 'contacts:person.genders.m' } as const;

/** Turns a person, and what is known of their meetings, into lines to compare. */
export function usePersonFacts(
  isWanted: boolean,
): (person: Person, related: PersonRelated | undefined) => ComparedRecord {
  const { t } = useTranslation(['duplicates', 'contacts']);
  const format = useFormat();
  const language = useUiLanguage();
  const words = useMatchWords();
  const { data: organizations } = useQuery({ ...query.organizations.list.queryOptions(), enabled: isWanted });

  const nameFacts = (person: Person): Fact[] =>
    scripts.map((script) => {
      const name = person.names[script];
      const text = composeName(name, script);
      const origin = name.source === 'entered' ? [] : [t(sourceKeys[name.source])];
      const scheme = name.scheme === undefined ? [] : [words.scheme(name.scheme)];
      const aside = [...origin, ...scheme].join(' · ');
      const value = {
        text,
        language: languageOfScript[script],
        ...(aside !== '' && { aside }),
        isSuggested: name.source === 'generated',
      };
      return { id: script, label: t(scriptKeys[script]), rule: 'name', values: text === '' ? [] : [value] };
    });

  const positionOf = ({ organizationId, position, from, to }: Person['affiliations'][number]): FactValue => {
    const organization = organizations?.find(({ id }) => id === organizationId)?.name;
    const shownPosition = chooseText(position, language);
    const shownOrganization = organization && chooseText(organization, language);
    const text = [shownPosition.text, shownOrganization?.text ?? ''].filter(Boolean).join(' · ');
    const years = [from, to].map((date) => (date === null ? '…' : format.date(date)));
    return {
      text: text === '' ? t('duplicates:unnamed') : text,
      language: shownPosition.text === '' ? shownOrganization?.language : shownPosition.language,
      ...((from ?? to) !== null && { aside: years.join(' – ') }),
    };
  };

  return (person, related) => {
    const one = (id: string, label: string, text: string, rule: FactRule): Fact => ({
      id,
      label,
      rule,
      values: text === '' ? [] : [{ text }],
    });
    /** Several values may stand in one field. */
    const several = (id: string, label: string, text: string): Fact => ({
      id,
      label,
      rule: 'both',
      values: text
        .split(/[;,]/u)
        .map((value) => ({ text: value.trim() }))
        .filter((value) => value.text !== ''),
    });
    const count = (id: string, label: string, list: readonly unknown[] | undefined): Fact =>
      one(id, label, list === undefined ? '' : format.number(list.length), 'count');
    return {
      id: person.id,
      name: chooseName(person.names, language).text,
      href: `/contacts/${person.id}`,
      facts: [
        ...nameFacts(person),
        {
          id: 'aliases',
          label: t('contacts:aliases.title'),
          rule: 'alias',
          values: person.aliases.map(({ text }) => ({ text })),
        },
        {
          id: 'affiliations',
          label: t('contacts:affiliations.title'),
          rule: 'both',
          values: person.affiliations.map(positionOf),
        },
        { id: 'title', label: t('contacts:person.title'), rule: 'single', values: localizedValues(person.title) },
        one('gender', t('contacts:person.gender'), person.gender && t(genderKeys[person.gender]), 'single'),
        one('country', t('contacts:person.country'), format.country(person.country), 'single'),
        several('email', t('contacts:person.email'), person.email),
        several('phone', t('contacts:person.phone'), person.phone),
        several('messenger', t('contacts:person.messenger'), person.messenger),
        several('languages', t('contacts:person.languages'), person.languages),
        one('note', t('contacts:person.note'), person.note, 'both'),
        count('meetings', t('duplicates:count.meetings'), related?.meetings),
        count('speeches', t('duplicates:count.speeches'), related?.speeches),
        count('actions', t('duplicates:count.actions'), related?.actions),
        count('signatures', t('duplicates:count.signatures'), related?.signatures),
        count('groups', t('duplicates:count.groups'), related?.groups),
      ],
    };
  };
}

/** A text in each language that it is written in. */
export function localizedValues(text: LocalizedText): FactValue[] {
  return languages.filter((language) => text[language] !== '').map((language) => ({ text: text[language], language }));
}
