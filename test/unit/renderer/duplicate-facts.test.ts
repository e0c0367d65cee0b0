import { describe, expect, test } from 'vitest';
import {
  alignFacts,
  type ComparedRecord,
  describeMerge,
  type Fact,
  fullerOf,
} from '../../../renderer/features/duplicates/facts.ts';

const record = (id: string, facts: Fact[]): ComparedRecord => ({ id, name: id, href: '', facts });
const fact = (id: string, rule: Fact['rule'], ...values: Fact['values']): Fact => ({ id, label: id, rule, values });

describe('the preview of a merge', () => {
  test('a name in a free script is taken over, another spelling becomes an alias, once', () => {
    const kept = record('kept', [
      fact('latin', 'name', { text: 'Hu Yidong', language: 'en' }),
      fact('han', 'name'),
      fact('aliases', 'alias', { text: 'Hu I-tung' }),
    ]);
    const merged = record('merged', [
      fact('latin', 'name', { text: 'HU YIDONG', language: 'en' }),
      fact('han', 'name', { text: '胡义东', language: 'zh' }),
      fact('aliases', 'alias', { text: 'Hu I-tung' }, { text: 'Hu Yidong' }, { text: 'HU YIDONG' }),
    ]);
    const effect = describeMerge(kept, merged);
    expect(effect.spellings.map(({ text }) => text)).toEqual(['HU YIDONG']);
    expect(effect.added).toEqual([{ label: 'han', values: [{ text: '胡义东', language: 'zh' }] }]);
    expect(effect.dropped).toEqual([]);
  });

  test('what was only suggested gives way to what was entered, not the other way round', () => {
    const suggested = record('suggested', [
      fact('cyrillic', 'name', { text: 'Ху Идун', language: 'ru', isSuggested: true }),
    ]);
    const entered = record('entered', [fact('cyrillic', 'name', { text: 'Ху И-дун', language: 'ru' })]);
    expect(describeMerge(suggested, entered).added).toHaveLength(1);
    expect(describeMerge(entered, suggested)).toMatchObject({ added: [], spellings: [{ text: 'Ху Идун' }] });
  });

  test('addresses are put together, without one that differs by capitals only; a country is one', () => {
    const kept = record('kept', [
      fact('email', 'both', { text: 'hu@example.cn' }),
      fact('country', 'single', { text: 'China' }),
    ]);
    const merged = record('merged', [
      fact('email', 'both', { text: 'HU@example.cn' }, { text: 'hu@example.ru' }),
      fact('country', 'single', { text: 'Russia' }),
    ]);
    const effect = describeMerge(kept, merged);
    expect(effect.added).toEqual([{ label: 'email', values: [{ text: 'hu@example.ru' }] }]);
    expect(effect.dropped).toEqual([{ label: 'country', values: [{ text: 'Russia' }] }]);
  });
});

test('rows say whether the records agree; what neither has is left out', () => {
  const a = record('a', [
    fact('email', 'both', { text: 'X@example.ru' }),
    fact('phone', 'both'),
    fact('note', 'both', { text: 'n' }),
    fact('country', 'single', { text: 'China' }),
  ]);
  const b = record('b', [
    fact('email', 'both', { text: 'x@example.ru' }),
    fact('phone', 'both'),
    fact('note', 'both'),
    fact('country', 'single', { text: 'Russia' }),
  ]);
  expect(alignFacts(a, b).map(({ id, state }) => [id, state])).toEqual([
    ['email', 'same'],
    ['note', 'one'],
    ['country', 'differs'],
  ]);
  expect(fullerOf(a, b)).toBe(a);
  expect(fullerOf(b, a)).toBe(a);
});
