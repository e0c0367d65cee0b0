import { describe, expect, test } from 'vitest';
import { copiesForParties, moveIn, signingOrderOf } from '../../../renderer/features/signed-documents/copies.ts';
import { daysBetween, proposeEnd } from '../../../renderer/features/signed-documents/days.ts';
import { guessFileKind } from '../../../renderer/features/signed-documents/file-kind.ts';
import { askFor, firstView, linkedView, readSearch } from '../../../renderer/features/signed-documents/view.ts';

describe('the end that a renewal proposes', () => {
  const fiveYears = { validFrom: '2021-03-26', validTo: '2026-03-25', renewalMonths: null };

  test.each([
    ['as long as first agreed', fiveYears, '2026-03-25', '2031-03-25'],
    ['counted to the same day', { ...fiveYears, validTo: '2026-03-26' }, '2026-03-26', '2031-03-26'],
    ['by the months that are agreed', { ...fiveYears, renewalMonths: 12 }, '2026-03-25', '2027-03-25'],
    [
      'from month end to month end',
      { validFrom: '2025-07-01', validTo: '2025-12-31', renewalMonths: null },
      '2025-12-31',
      '2026-06-30',
    ],
    ['a leap day', { validFrom: '2023-03-01', validTo: '2024-02-29', renewalMonths: null }, '2024-02-29', '2025-02-28'],
    [
      'in days where it is no whole months',
      { validFrom: '2026-01-01', validTo: '2026-01-10', renewalMonths: null },
      '2026-01-10',
      '2026-01-20',
    ],
  ])('%s', (_, terms, validTo, expected) => {
    expect(proposeEnd(terms, validTo)).toBe(expected);
  });

  test('is not known without a beginning, with an end before it, or without an end', () => {
    expect(proposeEnd({ ...fiveYears, validFrom: null }, '2026-03-25')).toBeNull();
    expect(proposeEnd({ ...fiveYears, validTo: '2020-01-01' }, '2020-01-01')).toBeNull();
    expect(proposeEnd(fiveYears, null)).toBeNull();
  });
});

test('days between two days do not know of summer time', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2026-11-21', '2026-11-01')).toBe(-20);
});

describe('copies', () => {
  test('each party keeps one and signs it first; mere translations are not signed', () => {
    let made = 0;
    const copies = copiesForParties(
      ['a', 'b'],
      [
        { language: 'zh', standing: 'authentic' },
        { language: 'en', standing: 'translation' },
        { language: 'ru', standing: 'working' },
      ],
      () => `copy-${++made}`,
    );
    expect(copies).toEqual([
      { id: 'copy-1', keeperPartyId: 'a', languages: ['ru', 'zh'], signingOrder: ['a', 'b'] },
      { id: 'copy-2', keeperPartyId: 'b', languages: ['ru', 'zh'], signingOrder: ['b', 'a'] },
    ]);
  });

  test('the order names every party of now once', () => {
    expect(signingOrderOf({ signingOrder: ['gone', 'b'] }, ['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
  });

  test('a party moves one place, and not beyond the ends', () => {
    expect(moveIn(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moveIn(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moveIn(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
    expect(moveIn(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});

test.each([
  ['Скан.PDF', 'scan'],
  ['photo.jpeg', 'scan'],
  ['备忘录.docx', 'text'],
  ['no extension', 'text'],
])('%s is taken for a %s', (name, kind) => {
  expect(guessFileKind(name)).toBe(kind);
});

describe('the view of the register', () => {
  const group = '019a0000-0000-7000-8000-000000000001';

  test('what is not chosen asks for all', () => {
    expect(askFor(firstView)).toMatchObject({ standings: [], kinds: [], expiringDays: null, groupId: null });
    expect(askFor({ ...firstView, standing: 'expiring', expiring: '30' })).toMatchObject({
      standings: ['expiring'],
      expiringDays: 30,
    });
  });

  test('a link that asks for nothing leaves it as it was; one that does begins anew', () => {
    expect(linkedView(readSearch({ open: group }))).toBeNull();
    expect(linkedView(readSearch({ group, standing: 'expired' }))).toEqual({
      ...firstView,
      standing: 'expired',
      groupId: group,
    });
  });

  test('an address that makes no sense says nothing', () => {
    expect(readSearch({ open: '../etc', standing: 'soon', group: 7 })).toEqual({});
  });
});
