import type { InconsistencyCode } from '../../contract/consistency.ts';
import type { Language } from '../language.ts';
import { phraseQuantity } from './phrase.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import type { Finding } from './finding.ts';

/** More than these in one text is another text, and no help. */
const mostFindings = 100;

/**
 * What the figures of a translation say otherwise than its source. Figures are compared as sets: how often one is named
 * is the language's business. Each difference is reported once: a figure that stands in another's place together with it.
 */
export function compareQuantities(
  source: readonly Quantity[],
  target: readonly Quantity[],
  language: Language,
): Finding[] {
  const missing = findUnmatched(source, target).slice(0, mostFindings);
  const added = findUnmatched(target, source).slice(0, mostFindings);
  const findings: Finding[] = [];
  for (const quantity of missing) {
    const at = findCounterpart(quantity, added);
    const [counterpart] = at === -1 ? [] : added.splice(at, 1);
    const expected = phraseQuantity(quantity, language);
    const range = counterpart === undefined ? null : { start: counterpart.start, end: counterpart.end };
    if (quantity.kind === 'number' || quantity.kind === 'time') {
      findings.push({ code: 'number-missing', detail: quantity.raw, expected, range });
    } else {
      findings.push({ code: codes[quantity.kind].missing, detail: counterpart?.raw ?? quantity.raw, expected, range });
    }
  }
  for (const { kind, raw, start, end } of added) {
    findings.push({ code: codes[kind].added, detail: raw, expected: null, range: { start, end } });
  }
  return findings;
}

const codes: Record<QuantityKind, { missing: InconsistencyCode; added: InconsistencyCode }> = {
  number: { missing: 'number-missing', added: 'number-added' },
  time: { missing: 'number-missing', added: 'number-added' },
  date: { missing: 'date-differs', added: 'date-differs' },
  percentage: { missing: 'percentage-differs', added: 'percentage-differs' },
  currency: { missing: 'currency-differs', added: 'currency-differs' },
  reference: { missing: 'reference-differs', added: 'reference-differs' },
};

/** Those of `quantities` that `others` do not bear out; weak ones need not be. Equal ones once. */
function findUnmatched(quantities: readonly Quantity[], others: readonly Quantity[]): Quantity[] {
  const known = readKeys(others);
  const seen = new Set<string>();
  return quantities.filter((quantity) => {
    if (quantity.isWeak) return false;
    const left = quantity.keys.filter((key) => !isKnown(key, quantity, known));
    if (quantity.needs === 'all' ? left.length === 0 : left.length < quantity.keys.length) return false;
    const mark = `${quantity.kind} ${quantity.currency} ${quantity.keys.join(' ')}`;
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}

interface Known {
  numbers: Set<string>;
  dates: Set<string>;
  /** Months with or without a day, and days of whatever month. */
  months: Set<string>;
  days: Set<string>;
  times: Set<string>;
  percentages: Set<string>;
  amounts: Set<string>;
  references: Set<string>;
}

function readKeys(quantities: readonly Quantity[]): Known {
  const known: Known = {
    numbers: new Set(),
    dates: new Set(),
    months: new Set(),
    days: new Set(),
    times: new Set(),
    percentages: new Set(),
    amounts: new Set(),
    references: new Set(),
  };
  for (const { kind, keys, currency } of quantities) {
    for (const key of keys) {
      switch (kind) {
        case 'number':
          known.numbers.add(key);
          break;
        case 'date':
          known.dates.add(key);
          if (key.startsWith('d')) {
            const [month = '', day = ''] = key.slice(1).split('-');
            known.months.add(`m${month}`);
            known.days.add(day);
          }
          if (key.startsWith('m')) known.months.add(key);
          break;
        case 'time':
          known.times.add(key);
          break;
        case 'percentage':
          known.percentages.add(key);
          break;
        case 'currency':
          known.amounts.add(`${currency} ${key}`);
          break;
        case 'reference':
          known.references.add(key);
          break;
      }
    }
  }
  return known;
}

/** Whether the other text has it, be it as a figure of another kind: «item 3» may be 第三 there, «2020» a year or a number. */
function isKnown(key: string, { kind, currency }: Quantity, known: Known): boolean {
  switch (kind) {
    case 'number':
      return (
        known.numbers.has(key) ||
        known.dates.has(`y${key}`) ||
        known.references.has(key.replace(/^p/u, '')) ||
        known.times.has(`t${Number(key) * 60}`) ||
        known.dates.has(`q${key}`) ||
        known.days.has(key)
      );
    case 'date':
      if (known.dates.has(key)) return true;
      if (key.startsWith('m')) return known.months.has(key);
      if (key.startsWith('y')) return known.numbers.has(key.slice(1));
      return (
        key.startsWith('d') &&
        known.numbers.has(key.split('-')[1] ?? '') &&
        known.months.has(`m${key.slice(1).split('-')[0] ?? ''}`)
      );
    case 'time':
      return (
        known.times.has(key) ||
        (Number(key.slice(1)) % 60 === 0 && known.numbers.has(String(Number(key.slice(1)) / 60)))
      );
    case 'percentage':
      return known.percentages.has(key);
    case 'currency':
      return known.amounts.has(`${currency} ${key}`);
    case 'reference':
      return known.references.has(key) || known.numbers.has(key) || known.numbers.has(`p${key}`);
  }
}

/** The figure of the other text that most likely stands in the place of this one. */
function findCounterpart(quantity: Quantity, others: readonly Quantity[]): number {
  const sameKind = others.findIndex(
    ({ kind, keys }) => kind === quantity.kind && keys.some((key) => quantity.keys.includes(key)),
  );
  if (sameKind !== -1) return sameKind;
  const sameValue = others.findIndex(({ value }) => value !== null && value === quantity.value);
  if (sameValue !== -1) return sameValue;
  const ofKind = others.findIndex(({ kind }) => kind === quantity.kind);
  if (ofKind !== -1) return ofKind;
  return others.findIndex(({ kind }) => isAkin(kind) === isAkin(quantity.kind));
}

/** A date is not put in the place of a sum, but a number whose unit is gone is. */
const isAkin = (kind: QuantityKind): boolean => kind === 'date' || kind === 'time';
