import { setTimeout } from 'node:timers/promises';
import type { ExchangePreview, PreviewRow, rowDecision } from '#shared/contract/exchange.ts';
import type { ExchangeProblem } from '#shared/contract/errors.ts';
import type { z } from 'zod';
import { firstProblems, makeProblem, type Problems } from '../../exchange/problem.ts';
import type { RegisterRow } from '../../exchange/register-row.ts';
import { startSlices } from '../../slices.ts';
import type { Register } from './register.ts';

export type RowDecision = z.infer<typeof rowDecision>;

export interface PlannedWrite<Item> {
  stored: Item | null;
  next: Item;
}

export interface Plan<Item> {
  preview: ExchangePreview;
  writes: PlannedWrite<Item>[];
}

export interface PlanInput<Item extends { id: string }> {
  rows: readonly RegisterRow[];
  register: Register<Item>;
  decisions: readonly RowDecision[];
  /** What the rows say as new records, from an earlier plan with the same register. */
  drafts: WeakMap<RegisterRow, Item>;
  /** An id that is not stored: taken over from a card or into an empty register, refused in a table. */
  takesNewIds: boolean;
  newId: () => string;
  columnOf: (field: 'id') => number;
}

export interface Progress {
  type: 'progress';
  done: number;
  total: number;
}

const progressMs = 50;

/**
 * Decides what each row would do, without writing. Works in slices, so that other calls are answered meanwhile; yields
 * progress about every 50 ms and returns the plan, or what is wrong with the file.
 */
export async function* planImport<Item extends { id: string }>(
  input: PlanInput<Item>,
): AsyncGenerator<Progress, Plan<Item> | Problems> {
  const total = input.rows.length;
  const prepared = input.register.prepare().then(() => true);
  while (!(await Promise.race([prepared, setTimeout(progressMs, false)]))) {
    yield { type: 'progress', done: 0, total };
  }
  const planner = new Planner(input);
  const slices = startSlices();
  let progressAt = performance.now();
  for (const [index, row] of input.rows.entries()) {
    await planner.add(row);
    if (!slices.areDue()) continue;
    await slices.pause();
    if (performance.now() - progressAt < progressMs) continue;
    progressAt = performance.now();
    yield { type: 'progress', done: index + 1, total };
  }
  return planner.finish();
}

class Planner<Item extends { id: string }> {
  readonly #input: PlanInput<Item>;
  readonly #decisions: Map<number, RowDecision>;
  readonly #problems: ExchangeProblem[] = [];
  readonly #rows: PreviewRow[] = [];
  readonly #writes: PlannedWrite<Item>[] = [];
  readonly #idsInFile = new Set<string>();
  readonly #targets = new Set<string>();

  constructor(input: PlanInput<Item>) {
    this.#input = input;
    this.#decisions = new Map(input.decisions.map((decision) => [decision.line, decision]));
  }

  async add(row: RegisterRow): Promise<void> {
    const { register } = this.#input;
    const decision = this.#decisions.get(row.line);
    this.#decisions.delete(row.line);
    const id = row.values.id ?? '';
    if (!this.#checkId(row, id)) return;
    const isStored = register.stored.has(id);
    const draft = await this.#draft(row, isStored ? '' : id);
    const label = register.label(draft) || id;
    const place = { line: row.line, label, record: null, match: null, changes: [], warnings: row.warnings };
    if (row.isOtherKind || decision?.fate === 'skip') {
      this.#rows.push({ ...place, fate: 'skip' });
      return;
    }
    if (!isStored && decision?.fate !== 'update' && !register.isNamed(draft)) {
      this.#problems.push(makeProblem('no_name', { line: row.line }));
      return;
    }
    const target = this.#findTarget(row, decision, draft);
    if (target === undefined) return;
    if (target !== null && !this.#targets.has(target.id)) {
      await this.#update(row, target, label);
      return;
    }
    const alike = decision?.fate === 'create' ? null : await register.findAlike(draft, id !== '');
    if (alike === null) {
      this.#writes.push({ stored: null, next: draft });
      this.#rows.push({ ...place, fate: 'create' });
    } else {
      const record = register.stored.has(alike.record.id)
        ? { id: alike.record.id, label: register.label(alike.record) }
        : null;
      this.#rows.push({ ...place, fate: 'suspected', record, match: alike.match });
    }
    register.add(draft, id !== '');
  }

  async #draft(row: RegisterRow, id: string): Promise<Item> {
    const { register, newId, drafts } = this.#input;
    const draft = drafts.get(row) ?? (await register.apply(null, id || newId(), row)).record;
    drafts.set(row, draft);
    return draft;
  }

  finish(): Plan<Item> | Problems {
    for (const { line } of this.#decisions.values()) this.#problems.push(makeProblem('wrong_decision', { line }));
    if (this.#problems.length > 0) return firstProblems(this.#problems);
    const counts = { create: 0, update: 0, same: 0, suspected: 0, skip: 0 };
    for (const { fate } of this.#rows) counts[fate] += 1;
    const newOrganizations = this.#input.register.newOrganizations(this.#writes.map(({ next }) => next));
    const preview = { counts, newOrganizations, rows: this.#rows };
    return { preview, writes: this.#writes };
  }

  #checkId(row: RegisterRow, id: string): boolean {
    const { register, takesNewIds, columnOf } = this.#input;
    if (id === '') return true;
    const place = { line: row.line, column: columnOf('id'), detail: id };
    const isKnown = takesNewIds || register.stored.has(id);
    if (!isKnown) this.#problems.push(makeProblem('unknown_id', place));
    else if (this.#idsInFile.has(id)) this.#problems.push(makeProblem('duplicate_id', place));
    else {
      this.#idsInFile.add(id);
      return true;
    }
    return false;
  }

  /** The stored record that the row changes; null for a new one; undefined where the decision does not fit. */
  #findTarget(row: RegisterRow, decision: RowDecision | undefined, draft: Item): Item | null | undefined {
    const { register } = this.#input;
    if (decision?.fate === 'create') return null;
    if (decision?.fate === 'update') {
      const chosen = register.stored.get(decision.recordId ?? '');
      if (chosen !== undefined && !this.#targets.has(chosen.id)) return chosen;
      this.#problems.push(makeProblem('wrong_decision', { line: row.line, detail: decision.recordId ?? '' }));
      return undefined;
    }
    return register.stored.get(row.values.id ?? '') ?? register.findCertain(draft);
  }

  async #update(row: RegisterRow, stored: Item, rowLabel: string): Promise<void> {
    const { register } = this.#input;
    const { record: next, changes } = await register.apply(stored, stored.id, row);
    this.#targets.add(stored.id);
    if (changes.length > 0) this.#writes.push({ stored, next });
    this.#rows.push({
      line: row.line,
      label: rowLabel,
      fate: changes.length > 0 ? 'update' : 'same',
      record: { id: stored.id, label: register.label(stored) },
      match: null,
      changes,
      warnings: row.warnings,
    });
  }
}
