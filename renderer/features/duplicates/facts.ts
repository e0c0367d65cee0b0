import type { Language } from '#shared/domain/language.ts';

/**
 * What a merge does with a value that only the record which goes has. Where the kept record has none in that language,
 * it is taken over; else a `name` becomes a further spelling and a `single` value is dropped. An `alias` is a spelling
 * already, `both` are kept side by side, and a `count` only informs.
 */
export type FactRule = 'name' | 'alias' | 'both' | 'single' | 'count';

export interface FactValue {
  text: string;
  /** Left out for codes, addresses and numbers. */
  language?: Language | undefined;
  /** A remark in the interface language, e.g. that a name is from a passport. */
  aside?: string | undefined;
  /** Made by the program and never confirmed: gives way to what somebody entered. */
  isSuggested?: boolean;
}

/** One line of a comparison: a field of the record with its values, none where it is empty. */
export interface Fact {
  id: string;
  label: string;
  rule: FactRule;
  values: FactValue[];
}

/** A record as the comparison shows it. Both records of a pair have the same facts in the same order. */
export interface ComparedRecord {
  id: string;
  /** What lists call it; empty where it has no name. */
  name: string;
  href: string;
  facts: Fact[];
}

export type RowState = 'same' | 'differs' | 'one';

export interface FactRow {
  id: string;
  label: string;
  rule: FactRule;
  a: FactValue[];
  b: FactValue[];
  state: RowState;
}

/** The facts of two records side by side; those that neither has are left out. */
export function alignFacts(a: ComparedRecord, b: ComparedRecord): FactRow[] {
  const others = new Map(b.facts.map((fact) => [fact.id, fact.values]));
  return a.facts
    .map(({ id, label, rule, values }) => {
      const other = others.get(id) ?? [];
      return { id, label, rule, a: values, b: other, state: compareValues(rule, values, other) };
    })
    .filter((row) => row.a.length > 0 || row.b.length > 0);
}

function compareValues(rule: FactRule, a: FactValue[], b: FactValue[]): RowState {
  if (a.length === 0 || b.length === 0) return 'one';
  const isInA = ({ text }: FactValue) => a.some((value) => isSameValue(rule, value.text, text));
  return a.length === b.length && b.every(isInA) ? 'same' : 'differs';
}

/** Addresses and numbers do not differ by capitals; a spelling in capitals is one of its own. */
function isSameValue(rule: FactRule, a: string, b: string): boolean {
  return rule === 'both' ? a.toLowerCase() === b.toLowerCase() : a === b;
}

/** The record that knows more, which is proposed to be kept; the first where both know as much. */
export function fullerOf(a: ComparedRecord, b: ComparedRecord): ComparedRecord {
  return countValues(b) > countValues(a) ? b : a;
}

function countValues(record: ComparedRecord): number {
  return record.facts.reduce(
    (sum, { rule, values }) =>
      sum + (rule === 'count' ? Number(values.some(({ text }) => text !== '0')) : values.length),
    0,
  );
}

export interface MergeEffect {
  /** Spellings that the kept record gets. */
  spellings: FactValue[];
  /** Facts that only the other record has and that are taken over, or put beside those of the kept one. */
  added: { label: string; values: FactValue[] }[];
  /** Values of the other record that give way to those of the kept one. */
  dropped: { label: string; values: FactValue[] }[];
}

/** What joining `merged` into `kept` does, as the contract of `duplicates.merge` says. */
export function describeMerge(kept: ComparedRecord, merged: ComparedRecord): MergeEffect {
  const effect: MergeEffect = { spellings: [], added: [], dropped: [] };
  const others = new Map(merged.facts.map((fact) => [fact.id, fact.values]));
  const isSpelling = ({ rule }: Fact) => rule === 'name' || rule === 'alias';
  const known = new Set(kept.facts.filter(isSpelling).flatMap(({ values }) => values.map(({ text }) => text)));
  for (const fact of kept.facts) {
    if (fact.rule === 'count') continue;
    const added: FactValue[] = [];
    const dropped: FactValue[] = [];
    for (const value of others.get(fact.id) ?? []) {
      if (fact.values.some(({ text }) => isSameValue(fact.rule, text, value.text))) continue;
      const isFree = !fact.values.some(
        ({ language, isSuggested = false }) =>
          language === value.language && (value.isSuggested === true || !isSuggested),
      );
      if (fact.rule === 'alias' || (fact.rule === 'name' && !isFree)) {
        if (!known.has(value.text)) effect.spellings.push(value);
        known.add(value.text);
      } else if (fact.rule === 'both' || isFree) added.push(value);
      else dropped.push(value);
    }
    if (added.length > 0) effect.added.push({ label: fact.label, values: added });
    if (dropped.length > 0) effect.dropped.push({ label: fact.label, values: dropped });
  }
  return effect;
}
