import { useNavigate, useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undo } from './history.ts';
import { notify, notifyError } from './notify.ts';
import { type AutosaveForm, type AutosaveFormOptions, useAutosaveForm } from './use-autosave-form.ts';

/**
 * For the page of a record that may not exist yet: the page that links here made its id, the first thing typed makes
 * the record.
 *
 * @param path where the record's page is, e.g. `/groups/…`
 * @param isAskedFor what the address says (`?new=true`)
 */
export function useNewRecord(path: string, isAskedFor: boolean): { isNew: boolean; onCreated: () => void } {
  const router = useRouter();
  const navigate = useNavigate();
  const [madeHere, setMadeHere] = useState<string | null>(null);
  return {
    isNew: isAskedFor || madeHere === path,
    onCreated: () => {
      // Whoever has left meanwhile is not called back.
      if (router.latestLocation.pathname !== path) return;
      setMadeHere(path);
      // From now on the address leads to a stored record, also after a reload; the form stays mounted.
      void navigate({ to: path, replace: true });
    },
  };
}

export interface RecordFormOptions<T extends { id: string }> extends Omit<AutosaveFormOptions<T>, 'save'> {
  isStored: boolean;
  create: (record: T) => Promise<unknown>;
  /** `all` is the whole record with the patch in it. */
  update: (patch: Partial<T> & { id: string }, all: T) => Promise<unknown>;
  /** Called when the first saving has made the record. */
  onCreated?: (() => void) | undefined;
}

export interface RecordForm<T extends { id: string }> {
  form: AutosaveForm<T>;
  /** Leaves for `list` and deletes there; returns to `page` when that was refused. */
  remove: (removal: RecordRemoval) => Promise<void>;
}

export interface RecordRemoval {
  run: () => Promise<unknown>;
  /** Said when it is gone, beside the way to undo it. */
  done: string;
  list: string;
  page: string;
  /** Default: the sentence of the error. */
  explain?: (error: unknown) => void;
}

/** An autosave form whose first saving creates the record unless it is stored already. */
export function useRecordForm<T extends { id: string }>(options: RecordFormOptions<T>): RecordForm<T> {
  const { record, schema, isStored, create, update, onCreated } = options;
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  // Known at once after the first saving, before the stored record has come back.
  const stored = useRef(isStored);
  const form = useAutosaveForm<T>({
    record,
    schema,
    save: async (patch, all) => {
      if (stored.current) return update({ ...patch, id: record.id }, all);
      await create(all);
      stored.current = true;
      onCreated?.();
    },
  });
  const remove = async ({ run, done, list, page, explain = notifyError }: RecordRemoval) => {
    await form.flush();
    // Away first: the page would otherwise ask for a record that is just going.
    await navigate({ to: list });
    if (!stored.current) return;
    try {
      await run();
      notify(done, { label: t('undo'), run: () => void undo() });
    } catch (error) {
      explain(error);
      await navigate({ to: page });
    }
  };
  return { form, remove };
}
