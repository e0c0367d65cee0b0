import type { ShownTerm } from '#shared/contract/glossary.ts';
import { filledLanguages, guessLanguage, languages, type LocalizedText } from '#shared/domain/language.ts';
import { limits } from '#shared/contract/fields.ts';
import type { LinkedPart } from './compose.ts';

const linkedTerms = (texts: LocalizedText, status: 'preferred' | 'allowed'): ShownTerm[] =>
  filledLanguages(texts).map((language) => ({ language, text: texts[language].trim(), status, isLinked: true }));

/** Terms without those that came before. */
function withoutRepeated(terms: readonly ShownTerm[]): ShownTerm[] {
  const seen = new Set<string>();
  return terms.filter(({ language, text }) => {
    const key = `${language}\n${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export interface OrganizationNames {
  id: string;
  name: LocalizedText;
  abbreviation: LocalizedText;
  aliases: readonly string[];
}

/** Full names are preferred; abbreviations and aliases, these in the language of their script, allowed. */
export function partOfOrganization({ id, name, abbreviation, aliases }: OrganizationNames): LinkedPart[] {
  const terms = withoutRepeated([
    ...linkedTerms(name, 'preferred'),
    ...linkedTerms(abbreviation, 'allowed'),
    ...aliases
      .filter((text) => text.trim() !== '')
      .map((text): ShownTerm => ({
        language: guessLanguage(text),
        text: text.trim(),
        status: 'allowed',
        isLinked: true,
      })),
  ]);
  return terms.length === 0 ? [] : [{ link: { kind: 'organization', recordId: id, part: '' }, terms }];
}

/**
 * Positions held at an organisation, as far as they are written in two languages. Those that are the same in the first
 * language are one office: what most of them say in the others is preferred, the rest allowed.
 */
export function partsOfOffices(organizationId: string, positions: readonly LocalizedText[]): LinkedPart[] {
  const named = positions.filter((position) => filledLanguages(position).length >= 2);
  return [...Map.groupBy(named, firstText)].map(([part, same]) => {
    const terms = languages.flatMap((language) => {
      const counts = Map.groupBy(
        same.map((position) => position[language].trim()).filter((text) => text !== ''),
        (text) => text,
      );
      return [...counts]
        .sort(([, a], [, b]) => b.length - a.length)
        .map(([text], index): ShownTerm => ({
          language,
          text,
          status: index === 0 ? 'preferred' : 'allowed',
          isLinked: true,
        }));
    });
    return { link: { kind: 'office', recordId: organizationId, part }, terms };
  });
}

const firstText = (texts: LocalizedText): string => {
  const [first] = filledLanguages(texts);
  return first === undefined ? '' : texts[first].trim();
};

/**
 * A group's areas of work, one to a line or between semicolons, without what numbers or marks the line of a list. They are paired by their place, which says something
 * only where every language in which there are any has as many, and where there are two such languages.
 */
export function partsOfAreas(groupId: string, areas: LocalizedText): LinkedPart[] {
  const lists = { en: splitAreas(areas.en), ru: splitAreas(areas.ru), zh: splitAreas(areas.zh) };
  const filled = languages.filter((language) => lists[language].length > 0);
  const [first] = filled;
  if (first === undefined || filled.length < 2) return [];
  if (filled.some((language) => lists[language].length !== lists[first].length)) return [];
  const parts = lists[first].map((part, index): LinkedPart => ({
    link: { kind: 'area', recordId: groupId, part },
    terms: filled.map((language) => ({
      language,
      text: lists[language][index] ?? '',
      status: 'preferred',
      isLinked: true,
    })),
  }));
  return [...Map.groupBy(parts, ({ link }) => link.part).values()]
    .flatMap(([part]) => part ?? [])
    .filter(({ terms }) => terms.every(({ text }) => text.length <= limits.line));
}

const splitAreas = (text: string): string[] =>
  text
    .split(/[\n;；]/u)
    .flatMap(splitEnumeration)
    .map((line) =>
      line
        .replace(/^\s*(?:[-–—•·*]|\(?\d{1,2}[.)、．）])\s*/u, '')
        .replace(/[\s.,;:。，；：]+$/u, '')
        .trim(),
    )
    .filter((line) => line !== '');

/** «To begin with: materials, energy»: what follows a colon is an enumeration; elsewhere a comma belongs to the area. */
function splitEnumeration(line: string): string[] {
  const items = /^[^:：]+[:：](.*)$/u.exec(line)?.[1];
  return items === undefined ? [line] : items.split(/[,，、]/u);
}

/** Titles of agreements, as far as they are written in two languages. */
export function partOfAgreement(id: string, title: LocalizedText): LinkedPart[] {
  return filledLanguages(title).length < 2
    ? []
    : [{ link: { kind: 'agreement', recordId: id, part: '' }, terms: linkedTerms(title, 'preferred') }];
}
