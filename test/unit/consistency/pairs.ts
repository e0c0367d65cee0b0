import { v7 as newId } from 'uuid';
import type { Organization } from '#shared/contract/organizations.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText, type Language, languages } from '#shared/domain/language.ts';
import { makeOrganization, makePerson } from '../../support/records.ts';
import { organizations, people } from './register.ts';
import { triplesFour } from './triples-four.ts';
import { triplesOne } from './triples-one.ts';
import { triplesThree } from './triples-three.ts';
import { triplesTwo } from './triples-two.ts';

/** What a fault can be planted in. */
export const spanKinds = ['figure', 'date', 'name', 'term'] as const;
export type SpanKind = (typeof spanKinds)[number];
export interface Span {
  kind: SpanKind;
  start: number;
  end: number;
  /** The concept of a term. */
  concept: string;
}
export interface Pair {
  number: number;
  sourceLanguage: Language;
  targetLanguage: Language;
  source: string;
  target: string;
  /** In the target. */
  spans: Span[];
}

const kinds: Record<string, SpanKind> = { '#': 'figure', d: 'date', n: 'name', t: 'term' };

function readMarks(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/\{([#dnt])(?::(\w+))?\|([^}]*)\}/gu)) {
    text += marked.slice(at, match.index);
    const [whole, sign = '', concept = '', inner = ''] = match;
    spans.push({ kind: kinds[sign] ?? 'figure', start: text.length, end: text.length + inner.length, concept });
    text += inner;
    at = match.index + whole.length;
  }
  return { text: text + marked.slice(at), spans };
}

const triples = [...triplesOne, ...triplesTwo, ...triplesThree, ...triplesFour];

/** Every sentence in all six directions. */
export const allPairs: readonly Pair[] = triples.flatMap((triple) =>
  languages.flatMap((sourceLanguage, from) =>
    languages.flatMap((targetLanguage, to) => {
      if (from === to) return [];
      const { text: target, spans } = readMarks(triple[to] ?? '');
      const { text: source } = readMarks(triple[from] ?? '');
      return { number: triples.indexOf(triple), sourceLanguage, targetLanguage, source, target, spans };
    }),
  ),
);

/** Two hundred of them, three directions of each sentence: en→ru→zh→en and the other way round in turns. */
export const pairs: readonly Pair[] = allPairs
  .filter(({ number, sourceLanguage, targetLanguage }) => {
    const isForward = (languages.indexOf(targetLanguage) - languages.indexOf(sourceLanguage) + 3) % 3 === 1;
    return isForward === (number % 2 === 0);
  })
  .slice(0, 200);

const noName = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };

export function makeFixturePeople(): Person[] {
  return people.map(([latin, cyrillic, han, gender]) => {
    const parts = (text: string) => {
      const [family = '', given = '', patronymic = ''] = text.split(' ');
      return { ...noName, family, given, patronymic };
    };
    const isRussian = latin.split(' ').length > 2 || ['Azarov Oleg', 'Tkachenko Sergey'].includes(latin);
    const hanName = parts(han);
    const display = isRussian ? `${hanName.given}·${hanName.family}` : '';
    return makePerson({
      names: { latin: parts(latin), cyrillic: parts(cyrillic), han: { ...hanName, display } },
      gender,
      country: isRussian ? 'RU' : 'CN',
    });
  });
}

export function makeFixtureOrganizations(): Organization[] {
  return organizations.map(({ name, abbreviation }) =>
    makeOrganization({
      id: newId(),
      name: { en: name[0], ru: name[1], zh: name[2] },
      abbreviation:
        abbreviation === undefined ? emptyText() : { en: abbreviation[0], ru: abbreviation[1], zh: abbreviation[2] },
    }),
  );
}
