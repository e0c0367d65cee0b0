import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type DefaultValues, type FieldPath, type FieldPathValue, type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  type Autosaver,
  createAutosaver,
  type FieldIssue,
  type FieldSchemas,
  sameValue,
  type SaveFields,
} from './autosave.ts';
import { queryClient } from './query-client.ts';

export interface AutosaveFormOptions<T extends object> {
  /** The record as read from the back end, or as made by the page with its own id. Mount the form only when it is there. */
  record: T;
  /** The contract's object schema of the record. */
  schema: FieldSchemas;
  /** Sends `patch` (changed top-level fields), or creates the record from `all`. */
  save: SaveFields<T>;
}

export interface AutosaveForm<T extends object> extends UseFormReturn<T> {
  /** Saves at once; await it before an action that reads the record from the back end. */
  flush: () => Promise<void>;
  /** The sentence for a field that cannot be saved as it is. */
  issue: (name: FieldPath<T>) => string | undefined;
}

/**
 * An uncontrolled form over one record that saves as one types. Text inputs take `{...form.register('email')}`, all
 * others `form.control`. A newer `record` only reaches fields that are neither focused nor changed here.
 * Give the component that calls it `key={record.id}` and nothing else.
 */
export function useAutosaveForm<T extends object>(options: AutosaveFormOptions<T>): AutosaveForm<T> {
  const { t } = useTranslation('common');
  const isFetching = useIsFetching() > 0;
  const shown = useRef(options.record);
  /** The record that was on screen when the last saving ended: older than the form, unless it is what is read afterwards. */
  const outrun = useRef<{ record: T } | null>(null);
  const [readings, setReadings] = useState(0);
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const form = useForm<T>({
    defaultValues: structuredClone(options.record) as DefaultValues<T>,
    shouldUnregister: false,
  });
  const [saver] = useState<Autosaver<T>>(() =>
    createAutosaver({
      saved: options.record,
      schema: options.schema,
      read: () => withoutGaps(form.getValues()),
      save: options.save,
      report: (found) => setIssues((before) => (sameValue(before, found) ? before : found)),
    }),
  );

  useEffect(() => {
    shown.current = options.record;
    saver.saveWith(async (patch, all) => {
      await options.save(patch, all);
      const mark = { record: shown.current };
      outrun.current = mark;
      await readAgain(() => {
        // Undo may have brought that very record back meanwhile.
        if (outrun.current !== mark || !isStoredNow(mark.record)) return;
        outrun.current = null;
        setReadings((count) => count + 1);
      });
    });
  });

  useEffect(() => {
    saver.hold();
    const stop = form.subscribe({ formState: { values: true }, callback: () => saver.touch() });
    const onFocusOut = () => void (saver.state().unsaved && saver.flush());
    document.addEventListener('focusout', onFocusOut);
    return () => {
      document.removeEventListener('focusout', onFocusOut);
      stop();
      saver.release();
    };
  }, [form, saver]);

  useEffect(() => {
    if (!isFetching && options.record !== outrun.current?.record) takeOver(form, saver, options.record);
  }, [form, saver, options.record, isFetching, readings]);

  return useMemo(
    () => ({
      ...form,
      flush: () => saver.flush(),
      issue: (name: FieldPath<T>) => {
        const found = issues.find((candidate) => candidate.path.join('.') === name);
        if (!found) return undefined;
        switch (found.code) {
          case 'too-long':
            return t('field.tooLong');
          case 'control':
            return t('field.control', { place: found.place });
          case 'wrong':
            return t('field.wrong');
        }
      },
    }),
    [form, saver, issues, t],
  );
}

/**
 * An answer that was under way while a saving was may be older than it: taken over, it would empty a field that was
 * just filled, and the next saving would make that lasting. So it is dropped, and everything on screen is read anew.
 */
async function readAgain(onRead: () => void): Promise<void> {
  await queryClient.cancelQueries();
  void queryClient.invalidateQueries().then(whenIdle).then(onRead);
}

/** How deep in an answer a record stands: `{ detail: { meeting } }`. */
const recordDepth = 2;

/** Whether a record is what the back end answered last: what has not changed keeps its identity in the cache. */
function isStoredNow(record: object): boolean {
  const branches = Object.values(record).filter(isBranch);
  const holds = (node: unknown, depth: number): boolean => {
    if (node === record) return true;
    if (!isBranch(node) || Array.isArray(node)) return false;
    const inner = Object.values(node);
    if (branches.length > 0 && branches.every((branch) => inner.includes(branch))) return true;
    return depth > 0 && inner.some((value) => holds(value, depth - 1));
  };
  return queryClient
    .getQueryCache()
    .findAll({ type: 'active' })
    .some(({ state }) => state.status === 'success' && holds(state.data, recordDepth));
}

/** A reading that another change has cut short is followed by one more. */
function whenIdle(): Promise<void> {
  const isIdle = (): boolean => queryClient.isFetching() === 0;
  if (isIdle()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = queryClient.getQueryCache().subscribe(() => {
      if (!isIdle()) return;
      stop();
      resolve();
    });
  });
}

/** The form's own way to say that an optional field is not there is `undefined`; in a record the field is absent. */
function withoutGaps<V>(value: V): V {
  if (Array.isArray(value)) return value.map(withoutGaps) as V;
  if (!isBranch(value)) return value;
  const known = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(known.map(([key, inner]) => [key, withoutGaps(inner)])) as V;
}

/** Brings a record that was changed elsewhere into the form without touching what the user has under the fingers. */
function takeOver<T extends object>(form: UseFormReturn<T>, saver: Autosaver<T>, record: T): void {
  const saved = saver.saved();
  if (sameValue(record, saved) || saver.state().saving) return;
  saver.accept(record);
  const focused = document.activeElement?.getAttribute('name') ?? '';
  for (const { path, before, now } of differences(saved, record)) {
    const name = path.join('.') as FieldPath<T>;
    const isFocused = focused === name || focused.startsWith(`${name}.`);
    if (isFocused || !sameValue(form.getValues(name), before)) continue;
    setDeep(form, path, now);
  }
}

/** Sets a value and every value inside it: a list alone would reach the rows, not the inputs already in them. */
function setDeep<T extends object>(form: UseFormReturn<T>, path: string[], value: unknown): void {
  const name = path.join('.') as FieldPath<T>;
  form.setValue(name, structuredClone(value) as FieldPathValue<T, FieldPath<T>>);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) setDeep(form, [...path, key], inner);
}

interface Difference {
  path: string[];
  before: unknown;
  now: unknown;
}

/** Places where two versions of a record differ. A list whose rows came, went or moved is one place. */
function differences(before: unknown, now: unknown, path: string[] = []): Difference[] {
  if (sameValue(before, now)) return [];
  if (!isBranch(before) || !isBranch(now) || rowIds(before) !== rowIds(now)) return [{ path, before, now }];
  return Object.keys({ ...before, ...now }).flatMap((key) => differences(before[key], now[key], [...path, key]));
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function rowIds(value: Record<string, unknown>): string {
  if (!Array.isArray(value)) return '';
  return value.map((row: unknown) => (isBranch(row) ? String(row.id) : JSON.stringify(row))).join('\n');
}
