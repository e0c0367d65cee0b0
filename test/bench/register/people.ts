import type { Organization } from '#shared/contract/organizations.ts';
import type { Person, PersonName } from '#shared/contract/people.ts';
import type { NameScheme } from '#shared/domain/name-match.ts';
import { capitalise, type ChineseName, inventChineseName, joinCyrillic, joinPinyin } from './chinese-names.ts';
import { createRandom, type Random } from './random.ts';
import { inventRussianName, romanise, type RussianName } from './russian-names.ts';

/** Of each fifty people the last is a second record of the twenty-fifth. */
const blockLength = 50;
const originalPlace = 24;

type Known = { kind: 'chinese'; name: ChineseName } | { kind: 'russian'; name: RussianName };
type Form = readonly [scheme: NameScheme | null, family: string, given: string, patronymic?: string];
type Forms = { latin?: Form; cyrillic?: Form; han?: Form };

/**
 * People who do not exist: a third Russian in two scripts, a third Chinese in three, the rest Latin only or Chinese in
 * two. One in fifty is a second record of another under other spellings, see {@link plantedDuplicates}. With
 * organisations each has an office in one. The same count gives the same people.
 */
export function generatePeople(count: number, organizations: readonly Organization[] = []): Person[] {
  const random = createRandom(1);
  let original: { known: Known; position: number } | null = null;
  return Array.from({ length: count }, (_, index) => {
    const place = index % blockLength;
    if (place === blockLength - 1 && original !== null) {
      return makePerson(random, original.known, respell(original.known, original.position), organizations);
    }
    const isRussian = index % 3 === 0 || (index % 3 === 2 && random.isLikely(0.3));
    const known: Known = isRussian
      ? { kind: 'russian', name: inventRussianName(random) }
      : { kind: 'chinese', name: inventChineseName(random) };
    const scripts = index % 3 === 2 ? (isRussian || random.isLikely(0.5) ? 1 : 2) : 3;
    if (place === originalPlace) original = { known, position: Math.floor(index / blockLength) };
    return makePerson(random, known, spell(known, scripts), organizations);
  });
}

/** The pairs that {@link generatePeople} planted: two records of one person. */
export function plantedDuplicates(people: readonly Person[]): { id: string; originalId: string }[] {
  const planted = [];
  for (let end = blockLength - 1; end < people.length; end += blockLength) {
    const copy = people[end];
    const original = people[end - blockLength + 1 + originalPlace];
    if (copy !== undefined && original !== undefined) planted.push({ id: copy.id, originalId: original.id });
  }
  return planted;
}

function spell(known: Known, scripts: number): Forms {
  if (known.kind === 'russian') {
    const { family, given, patronymic } = known.name;
    const latin: Form = ['icao_9303', romanise(family, 'icao'), romanise(given, 'icao'), romanise(patronymic, 'icao')];
    return scripts === 1 ? { latin } : { latin, cyrillic: [null, family, given, patronymic] };
  }
  const { han, familyReading, givenReadings } = known.name;
  const latin: Form = ['pinyin', capitalise(familyReading), joinPinyin(givenReadings)];
  if (scripts === 1) return { latin };
  const cyrillic: Form = ['palladius', joinCyrillic([familyReading]), joinCyrillic(givenReadings)];
  return scripts === 2 ? { latin, cyrillic } : { latin, cyrillic, han: [null, han.family, han.given] };
}

/** The same person as another secretary would have taken the name down; `position` goes round the ways of doing so. */
function respell(known: Known, position: number): Forms {
  if (known.kind === 'russian') {
    const { family, given, patronymic } = known.name;
    const press = { family: romanise(family, 'press'), given: romanise(given, 'press') };
    const ways: Forms[] = [
      { latin: ['press', press.family, press.given] },
      { cyrillic: [null, family.replaceAll('ё', 'е'), given.replaceAll('ё', 'е'), patronymic] },
      { latin: [null, press.family.toUpperCase(), press.given] },
      { cyrillic: [null, family.toUpperCase(), given] },
    ];
    return ways[position % ways.length] ?? {};
  }
  const { han, familyReading, givenReadings } = known.name;
  const pinyin = { family: capitalise(familyReading), given: joinPinyin(givenReadings) };
  const ways: Forms[] = [
    { latin: [null, pinyin.family, givenReadings.map(capitalise).join('-')] },
    { cyrillic: ['palladius', joinCyrillic([familyReading]), joinCyrillic(givenReadings)] },
    { han: [null, han.family, han.given] },
    { latin: [null, pinyin.family.toUpperCase(), pinyin.given.toUpperCase()] },
  ];
  return ways[position % ways.length] ?? {};
}

const offices = [
  { en: 'Director', ru: 'Директор', zh: '所长' },
  { en: 'Deputy Director', ru: 'Заместитель директора', zh: '副所长' },
  { en: 'Head of Department', ru: 'Начальник отдела', zh: '处长' },
  { en: 'Senior Researcher', ru: 'Старший научный сотрудник', zh: '高级研究员' },
  { en: 'Professor', ru: 'Профессор', zh: '教授' },
  { en: 'Rector', ru: 'Ректор', zh: '校长' },
  { en: 'Project Manager', ru: 'Руководитель проекта', zh: '项目经理' },
  { en: 'Interpreter', ru: 'Переводчик', zh: '翻译' },
];

function makePerson(random: Random, known: Known, forms: Forms, organizations: readonly Organization[]): Person {
  const id = random.id();
  const organizationId = organizations.length === 0 ? null : random.pick(organizations).id;
  return {
    id,
    names: { latin: toName(forms.latin), cyrillic: toName(forms.cyrillic), han: toName(forms.han) },
    aliases: [],
    gender: known.kind === 'russian' ? known.name.gender : '',
    title: { en: '', ru: '', zh: '' },
    country: known.kind === 'russian' ? 'RU' : 'CN',
    email: random.isLikely(0.5) ? `person-${id.slice(-12)}@example.org` : '',
    phone: '',
    messenger: '',
    languages: known.kind === 'russian' ? 'ru, en' : 'zh, en',
    note: '',
    affiliations:
      organizationId === null
        ? []
        : [{ id: random.id(), organizationId, position: random.pick(offices), from: null, to: null }],
  };
}

function toName(form: Form | undefined): PersonName {
  const [scheme, family, given, patronymic = ''] = form ?? [null, '', ''];
  const name = { family, given, patronymic, display: '', source: 'entered' as const, sortKey: '' };
  return scheme === null ? name : { ...name, scheme };
}
