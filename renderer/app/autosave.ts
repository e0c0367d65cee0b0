import type { z } from 'zod';
import { errorCode } from './errors.ts';
import { afterComposition } from './composition.ts';
import { addSaver, refreshSaving, removeSaver, type Saver } from './saving.ts';

const quietMs = 600;
const retryDelaysMs = [2_000, 5_000, 10_000, 30_000];

/** A rule that a value breaks: `path` leads to the field inside the record. */
export interface FieldIssue {
  path: (string | number)[];
  code: 'too-long' | 'control' | 'wrong';
  /** Of a control character: its 1-based place in the text. */
  place?: number;
}

/** What an object schema of the contract is needed for here: its fields. */
export interface FieldSchemas {
  readonly shape: Readonly<Record<string, z.ZodType>>;
}

/** Sends the changed top-level fields; `all` is the whole record with them. Rejects when not saved. */
export type SaveFields<T> = (patch: Partial<T>, all: T) => Promise<unknown>;

export interface AutosaveOptions<T extends object> {
  /** The record as the back end has it. */
  saved: T;
  /** Checks each top-level field by itself, so that one bad field does not hold up the others. */
  schema: FieldSchemas;
  /** Reads what the form holds now. */
  read: () => T;
  save: SaveFields<T>;
  report: (issues: FieldIssue[]) => void;
}

export interface Autosaver<T extends object> extends Saver {
  /** Something was typed or chosen: save when it has been quiet for 600 ms. */
  touch(): void;
  /** The record as last known to be saved. */
  saved(): T;
  /** Takes over what another window, an undo or an import has made of the record. */
  accept(record: T): void;
  /** The page goes away: saves, and stays alive until that has succeeded. */
  release(): void;
  /** The page is (again) there. */
  hold(): void;
  /** Saves by this function from now on. */
  saveWith(save: SaveFields<T>): void;
}

/** Saves changed fields of one record while it is edited; knows nothing of React. */
export function createAutosaver<T extends object>(options: AutosaveOptions<T>): Autosaver<T> {
  let saved = structuredClone(options.saved);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;
  let unsaved = false;
  let released = false;
  let save = options.save;

  const saver: Autosaver<T> = {
    state: () => ({ unsaved, saving: running !== undefined, failed: failures > 0 }),
    saved: () => saved,
    accept(record) {
      saved = structuredClone(record);
    },
    touch() {
      unsaved = changedKeys(options.read(), saved).length > 0;
      refreshSaving();
      schedule(quietMs);
    },
    async flush() {
      clearTimeout(timer);
      while (running) await running;
      running = saveNow().finally(() => {
        running = undefined;
        refreshSaving();
        if (released && !unsaved) removeSaver(saver);
      });
      await running;
    },
    release() {
      released = true;
      void saver.flush();
    },
    saveWith(latest) {
      save = latest;
    },
    hold() {
      released = false;
      addSaver(saver);
    },
  };
  return saver;

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => afterComposition(() => void saver.flush()), delayMs);
  }

  async function saveNow(): Promise<void> {
    const current = structuredClone(options.read());
    const { patch, issues } = sortOut(current, saved, options.schema);
    options.report(issues);
    if (Object.keys(patch).length === 0) {
      unsaved = issues.length > 0;
      failures = 0;
      return;
    }
    unsaved = true;
    refreshSaving();
    try {
      await save(patch, { ...saved, ...patch });
      saved = { ...saved, ...patch };
      failures = 0;
      unsaved = changedKeys(options.read(), saved).length > 0;
      refreshSaving(Date.now());
    } catch (error) {
      failures += 1;
      // A record that is gone cannot be saved by trying again; its text stays on screen.
      if (errorCode(error) === null) schedule(retryDelaysMs[Math.min(failures, retryDelaysMs.length) - 1] ?? quietMs);
    }
  }
}

function changedKeys<T extends object>(current: T, saved: T): (keyof T & string)[] {
  return (Object.keys(saved) as (keyof T & string)[]).filter((key) => !sameValue(current[key], saved[key]));
}

function sortOut<T extends object>(current: T, saved: T, schema: FieldSchemas) {
  const patch: Partial<T> = {};
  const issues: FieldIssue[] = [];
  for (const key of changedKeys(current, saved)) {
    const result = schema.shape[key]?.safeParse(current[key]);
    if (!result || result.success) {
      patch[key] = current[key];
      continue;
    }
    for (const issue of result.error.issues) {
      issues.push({
        path: [key, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))],
        ...describeIssue(issue),
      });
    }
  }
  return { patch, issues };
}

/** What the contract's own rules say in their messages (fields.ts) stands before the general words. */
function describeIssue(issue: { code: string; message: string }): Omit<FieldIssue, 'path'> {
  const place = /^control:(\d+)$/u.exec(issue.message)?.[1];
  if (place !== undefined) return { code: 'control', place: Number(place) };
  return { code: issue.code === 'too_big' ? 'too-long' : 'wrong' };
}

/** Equality of plain data, as it travels through the contract. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    Array.isArray(a) === Array.isArray(b) &&
    keys.every((key) => sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
