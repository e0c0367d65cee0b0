import { createHash } from 'node:crypto';
import type { Concept, ShownConcept, ShownTerm, Term } from '#shared/contract/glossary.ts';
import { termStatuses } from '#shared/contract/glossary.ts';
import { emptyText, type Language, languages, type LocalizedText } from '#shared/domain/language.ts';

export type Link = NonNullable<Concept['link']>;

/** What the register says of a linked concept. */
export interface LinkedPart {
  link: Link;
  terms: ShownTerm[];
}

/**
 * The id of a linked concept, the same on every machine that has the record: a UUID of version 8 (RFC 9562, section
 * 5.8) over its link.
 */
export function conceptIdOf({ kind, recordId, part }: Link): string {
  const hash = createHash('sha256').update(`glossary\n${kind}\n${recordId}\n${part}`).digest('hex');
  const variant = ((parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** By language, then preferred, allowed, forbidden; within these in the order in which they came. */
export const compareTerms = (
  a: { language: Language; status: Term['status'] },
  b: { language: Language; status: Term['status'] },
): number =>
  languages.indexOf(a.language) - languages.indexOf(b.language) ||
  termStatuses.indexOf(a.status) - termStatuses.indexOf(b.status);

/** As every concept is kept: terms without space around them, in order, none empty and none twice in a language. */
export function settleTerms<T extends Pick<Term, 'language' | 'text' | 'status'>>(terms: readonly T[]): T[] {
  const seen = new Set<string>();
  return terms
    .map((term) => ({ ...term, text: term.text.trim() }))
    .sort(compareTerms)
    .filter(({ language, text }) => {
      const key = `${language}\n${text}`;
      if (text === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** As every concept is kept: without space around its texts. */
export const settleConcept = (concept: Concept): Concept => ({
  ...concept,
  area: trimAll(concept.area),
  definition: trimAll(concept.definition),
  source: concept.source.trim(),
  note: concept.note.trim(),
  terms: settleTerms(concept.terms),
});

const trimAll = ({ en, ru, zh }: LocalizedText): LocalizedText => ({ en: en.trim(), ru: ru.trim(), zh: zh.trim() });

/**
 * A concept as it is shown: the register's names and what was added to them. A name of the register cannot be changed by
 * an addition; an abbreviation or alias can, so that it may be forbidden.
 */
export function composeConcept(stored: Concept | undefined, linked: LinkedPart | undefined): ShownConcept {
  const added = stored?.terms ?? [];
  const sameTerm = (a: Pick<Term, 'language' | 'text'>, b: Pick<Term, 'language' | 'text'>): boolean =>
    a.language === b.language && a.text === b.text;
  const ofRegister = (linked?.terms ?? []).filter(
    (term) => term.status === 'preferred' || !added.some((other) => sameTerm(term, other)),
  );
  const ofGlossary = added
    .filter((term) => !ofRegister.some((other) => sameTerm(term, other)))
    .map(({ language, text, status }): ShownTerm => ({ language, text, status, isLinked: false }));
  return {
    id: linked === undefined ? (stored?.id ?? '') : conceptIdOf(linked.link),
    link: linked?.link ?? null,
    area: stored?.area ?? emptyText(),
    definition: stored?.definition ?? emptyText(),
    source: stored?.source ?? '',
    note: stored?.note ?? '',
    terms: added,
    shownTerms: [...ofRegister, ...ofGlossary].sort(compareTerms),
    isStored: stored !== undefined,
  };
}
