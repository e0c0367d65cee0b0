import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type AgreementValidity,
  lastDayOn,
  standingOn,
} from '#shared/domain/agreement-standing.ts';

const validity = (changes: Partial<AgreementValidity> = {}): AgreementValidity => ({
  signedOn: '2024-07-01',
  meetingDate: null,
  validFrom: null,
  validTo: '2026-06-30',
  renewal: 'none',
  renewalMonths: null,
  noticeDays: 90,
  renewals: [],
  state: 'standing',
  stateOn: null,
  ...changes,
});
const on = (day: string, changes: Partial<AgreementValidity> = {}) => standingOn(validity(changes), day);

test('from the signing to the last day, which belongs to the term', () => {
  const days = ['2024-06-30', '2024-07-01', '2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'];
  expect(days.map((day) => on(day).standing)).toEqual([
    'not_yet',
    'in_force',
    'in_force',
    'expiring',
    'expiring',
    'expired',
  ]);
  expect(on('2025-01-01')).toEqual({ standing: 'in_force', validTo: '2026-06-30', noticeOn: '2026-04-01' });
});

test('the day on which it enters into force comes before that of signing, and that before the meeting', () => {
  expect(on('2024-07-15', { validFrom: '2024-08-01' }).standing).toBe('not_yet');
  expect(on('2024-08-01', { validFrom: '2024-08-01' }).standing).toBe('in_force');
  expect(on('2024-07-15', { signedOn: null, meetingDate: '2024-09-01' }).standing).toBe('not_yet');
  expect(on('1990-01-01', { signedOn: null }).standing).toBe('in_force');
});

test('without an end, and without a reminder', () => {
  expect(on('2099-01-01', { validTo: null })).toEqual({ standing: 'in_force', validTo: null, noticeOn: null });
  expect(on('2026-06-30', { noticeDays: null })).toEqual({
    standing: 'in_force',
    validTo: '2026-06-30',
    noticeOn: null,
  });
  expect(on('2026-06-30', { noticeDays: 0 }).standing).toBe('expiring');
});

test('a renewal counts from the day on which it was agreed; the newest one holds', () => {
  const renewals = [
    { renewedOn: '2026-05-10', validTo: '2028-06-30' },
    { renewedOn: '2028-02-01', validTo: null },
  ];
  expect(on('2026-05-09', { renewals }).standing).toBe('expiring');
  expect(on('2026-05-10', { renewals })).toEqual({
    standing: 'in_force',
    validTo: '2028-06-30',
    noticeOn: '2028-04-01',
  });
  expect(on('2028-02-01', { renewals })).toEqual({ standing: 'in_force', validTo: null, noticeOn: null });
});

test('what renews itself is carried on, and reminds of each end', () => {
  const automatic = { renewal: 'automatic', renewalMonths: 24 } as const;
  expect(on('2026-06-30', automatic)).toMatchObject({ standing: 'expiring', validTo: '2026-06-30' });
  expect(on('2026-07-01', automatic)).toMatchObject({ standing: 'in_force', validTo: '2028-06-30' });
  expect(on('2031-12-31', automatic)).toMatchObject({ standing: 'in_force', validTo: '2032-06-30' });
  const renewed = { ...automatic, renewals: [{ renewedOn: '2026-06-01', validTo: '2027-01-31' }] };
  expect(on('2027-02-01', renewed).validTo).toBe('2029-01-31');
});

test('taken out of force: from its day, always where none is known; it does not renew itself after that', () => {
  const ended = { state: 'terminated', stateOn: '2025-03-01' } as const;
  expect([on('2025-02-28', ended).standing, on('2025-03-01', ended).standing]).toEqual(['in_force', 'terminated']);
  expect(on('2024-01-01', { state: 'replaced' }).standing).toBe('replaced');
  const automatic = { ...ended, renewal: 'automatic', renewalMonths: 12 } as const;
  expect(on('2035-01-01', automatic)).toMatchObject({ standing: 'terminated', validTo: '2026-06-30' });
});

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2025-02-28', 36, '2028-02-29'],
  ['2025-06-30', 6, '2025-12-31'],
  ['2025-01-30', 1, '2025-02-28'],
  ['2025-12-15', 1, '2026-01-15'],
  ['9999-12-31', 1, '9999-12-31'],
])('%s and %i months are %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test('days are counted over the ends of months and leap days', () => {
  expect([addDays('2024-03-01', -1), addDays('2025-03-01', -1), addDays('2025-12-31', 1)]).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2026-01-01',
  ]);
  expect(addDays('9999-12-31', 10)).toBe('9999-12-31');
});

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

test('what renews itself always ends on or after the day that is asked for, and one term earlier would not do', () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: 1, max: 120 }), (validTo, today, renewalMonths) => {
      const last = lastDayOn(validity({ validTo, renewal: 'automatic', renewalMonths }), today);
      expect(last !== null && last >= today && last >= validTo).toBe(true);
      if (last === null || last === validTo) return;
      // By steps from the first end.
      let steps = 1;
      while (addMonths(validTo, steps * renewalMonths) !== last) steps++;
      expect(addMonths(validTo, (steps - 1) * renewalMonths) < today).toBe(true);
    }),
  );
});
