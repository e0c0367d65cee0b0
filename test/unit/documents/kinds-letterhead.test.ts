import { describe, expect, test } from 'vitest';
import type { DocumentBuild } from '#shared/domain/documents/document-build.ts';
import { emptyText, languages } from '#shared/domain/language.ts';
import type { MinutesLogo } from '#shared/domain/minutes/document.ts';
import { exampleRecord, id } from '../minutes/example-record.ts';
import { printParagraph } from '../minutes/print-section.ts';
import { build } from './build-sample.ts';

const logo: MinutesLogo = { mediaType: 'image/png', base64: 'AA==', width: 10, height: 10 };

type Lines = NonNullable<DocumentBuild['letterhead']>['of'];

const letterhead = (changes: Partial<Lines> = {}): NonNullable<DocumentBuild['letterhead']> => ({
  of: {
    organizationId: id(2, 2),
    name: { en: 'Saint Petersburg Research Centre', ru: 'Санкт-Петербургский научный центр', zh: '' },
    address: {
      en: '5 Universitetskaya Emb.\nSt Petersburg',
      ru: 'Университетская наб., д. 5\nСанкт-Петербург',
      zh: '',
    },
    phone: '+7 812 000-00-00',
    email: 'office@example.org',
    website: 'example.org',
    logo: null,
    ...changes,
  },
  logo,
});

const printed = (of: NonNullable<DocumentBuild['letterhead']>, record = exampleRecord()): string[][] =>
  build(record, { letterhead: of }).sections.map(({ letterhead: head }) =>
    [...(head?.names ?? []), ...(head?.lines ?? [])].map(printParagraph),
  );

test('has the name in the language of the part first, a stand-in with its mark, then how to reach it', () => {
  expect(printed(letterhead())).toEqual([
    [
      'Saint Petersburg Research Centre',
      'Санкт-Петербургский научный центр',
      '5 Universitetskaya Emb.',
      'St Petersburg',
      'tel. +7 812 000-00-00, e-mail office@example.org, example.org',
    ],
    [
      'Санкт-Петербургский научный центр',
      'Saint Petersburg Research Centre',
      'Университетская наб., д. 5',
      'Санкт-Петербург',
      'тел.: +7 812 000-00-00, эл. почта: office@example.org, example.org',
    ],
    [
      '/Saint Petersburg Research Centre/{［英文］}',
      'Санкт-Петербургский научный центр',
      '/5 Universitetskaya Emb./',
      '/St Petersburg/{［英文］}',
      '电话：+7 812 000-00-00，电子邮箱：office@example.org，example.org',
    ],
  ]);
});

test('what nobody entered has no line', () => {
  const bare = letterhead({ address: emptyText(), phone: '', email: '', website: '' });
  expect(printed(bare)[1]).toEqual(['Санкт-Петербургский научный центр', 'Saint Petersburg Research Centre']);
});

describe('with it', () => {
  test('the logo is in the document, and without it there is neither', () => {
    expect(build(exampleRecord(), { letterhead: letterhead() }).logo).toEqual(logo);
    const plain = build(exampleRecord());
    expect(plain.logo).toBeUndefined();
    expect(plain.sections.every((section) => section.letterhead === undefined && section.facts === undefined)).toBe(
      true,
    );
  });

  test('a body that stands in it is not named once more above the title', () => {
    const record = exampleRecord();
    expect(build(record, { letterhead: letterhead() }).sections[1]!.organisation).not.toEqual([]);
    record.group!.name = { en: 'Saint Petersburg Research Centre', ru: 'Санкт-Петербургский научный центр', zh: '' };
    for (const section of build(record, { letterhead: letterhead() }).sections)
      expect(section.organisation).toEqual([]);
  });

  test('a part says what a letterhead file may ask for', () => {
    const [english, russian] = build(exampleRecord(), { letterhead: letterhead({ phone: '' }) }).sections;
    expect(english!.facts).toEqual({
      organization: 'Saint Petersburg Research Centre',
      address: '5 Universitetskaya Emb.\nSt Petersburg',
      email: 'office@example.org',
      website: 'example.org',
      number: '3',
      date: '16\u00A0June\u00A02020',
    });
    expect(russian!.facts?.date).toBe('16\u00A0июня\u00A02020\u00A0г.');
    const letter = build(exampleRecord(), { kind: 'invitation', letterhead: letterhead(), languages: ['en'] });
    expect(letter.sections[0]!.facts?.date).toBe('20\u00A0November\u00A02026');
  });
});

test('a copy is named by the side that keeps it, in the first language', () => {
  const record = exampleRecord();
  const copy = { mode: 'keeper' as const, keeperSideId: record.meeting.sides[1]!.id };
  expect(build(record, { copy, languages: ['ru', 'en'] }).keeper).toBe('Российская сторона');
  expect(build(record, { languages }).keeper).toBeUndefined();
});
