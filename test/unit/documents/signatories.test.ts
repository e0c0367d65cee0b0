import { expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { orderParties } from '#shared/domain/documents/copies.ts';
import { emptyText, type Language } from '#shared/domain/language.ts';
import { canonicalJson, describeContent } from '#shared/domain/versions/content.ts';
import { describeLines } from '#shared/domain/versions/lines.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { paragraphsOf } from '../../support/block-texts.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { build } from './build-sample.ts';

const id = (number: number): string => `00000000-0000-7000-8000-0000000009${String(number).padStart(2, '0')}`;
const minister = { en: 'Petrov Pyotr', ru: 'Петров Пётр', zh: '彼得罗夫' };

/** The example, signed by the first of its list and by somebody who was not there, for the Russian institute. */
function signedRecord(): MeetingRecord {
  const record = exampleRecord();
  const [agreement] = record.agreements;
  const [first] = record.attendance;
  const russian = record.organizations.find(({ country }) => country === 'RU');
  if (agreement === undefined || first === undefined || russian === undefined) throw new Error('not the example');
  agreement.parties = [...agreement.parties, { id: id(3), organizationId: russian.id, description: emptyText() }];
  agreement.signatories = [
    { id: id(1), attendanceId: first.id },
    {
      id: id(2),
      attendanceId: null,
      partyId: id(3),
      name: minister,
      position: { ...emptyText(), ru: 'министр' },
    },
  ];
  return record;
}

const print = (record: MeetingRecord, kind: 'minutes' | 'short_minutes' | 'news', language: Language): string =>
  build(record, { kind, languages: [language] })
    .sections[0]!.blocks.flatMap(paragraphsOf)
    .join('\n')
    .replace(/\u00A0/gu, ' ');

test('a report names who signed, whether they attended or not', () => {
  expect(print(signedRecord(), 'news', 'en')).toContain('Signed by Wang Wenli and Petrov Pyotr.');
  expect(print(signedRecord(), 'news', 'ru')).toContain('Петров Пётр');
  expect(print(signedRecord(), 'news', 'zh')).toContain('彼得罗夫');
});

test('minutes and summary name the documents with their parties, as they do without signatories', () => {
  const unsigned = signedRecord();
  for (const agreement of unsigned.agreements) delete agreement.signatories;
  for (const kind of ['minutes', 'short_minutes'] as const) {
    const printed = print(signedRecord(), kind, 'ru');
    expect(printed).toContain('партнёры из России');
    expect(printed).toBe(print(unsigned, kind, 'ru'));
  }
});

test('in the other order of the sides, who signs for the other one stands first', () => {
  const record = signedRecord();
  const [china, russia] = record.meeting.sides;
  const signed = (keeperSideId: string): string[] =>
    (orderParties(record, { keeperSideId, mode: 'keeper' }, 'en').agreements[0]?.signatories ?? []).map(
      (signatory) => signatory.id,
    );
  expect(signed(china!.id)).toEqual([id(1), id(2)]);
  expect(signed(russia!.id)).toEqual([id(2), id(1)]);
});

test('the sides agree to who signed; minutes without such signatories are what they were', () => {
  const record = signedRecord();
  const content = describeContent(record);
  expect(content.agreements[0]).toMatchObject({
    signatoryIds: [record.attendance[0]!.id, id(2)],
    otherSignatories: [{ id: id(2), name: minister, position: { ru: 'министр' } }],
  });
  const lines = describeLines(content, 'en', readLabels());
  expect(lines.find(({ part }) => part === 'agreements')?.text).toContain('Wang Wenli, Petrov Pyotr');
  expect(canonicalJson(describeContent(exampleRecord()))).not.toContain('otherSignatories');
});

test('who has left the register since changes nothing of what was agreed', () => {
  const known = signedRecord();
  known.agreements[0]!.signatories![1]!.personId = id(9);
  expect(canonicalJson(describeContent(known))).toBe(canonicalJson(describeContent(signedRecord())));
});
