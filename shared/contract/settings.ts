import { oc } from '@orpc/contract';
import { z } from 'zod';
import { language, line } from './fields.ts';

export const themes = ['system', 'light', 'dark'] as const;

/**
 * `uiLanguage` null: follow the machine until the first run has asked. `shortcuts` holds the chords that the user has
 * chosen, by command (domain/commands); an empty chord takes a command's keys away.
 */
export const settings = z.strictObject({
  uiLanguage: language.nullable(),
  theme: z.enum(themes),
  secretaryName: line,
  firstRunDone: z.boolean(),
  /** `+ `, `= `, «Решили:» … at the start of a row set its kind. */
  typedPrefixes: z.boolean(),
  shortcuts: z.record(z.string().max(64), z.string().max(64)),
  /** How exported files are called (shared/domain/documents/file-name.ts); empty: as usual. */
  fileNamePattern: line,
  /** Columns of «Review and translate». */
  reviewColumns: z.array(language).min(1).max(3),
  /** Whether glossary, memory and findings stand beside them. */
  reviewPane: z.boolean(),
  /** Whether the desktop reminds once a day of what is overdue, due soon or expiring. */
  reminders: z.boolean(),
  /** The day on which it did so last, `YYYY-MM-DD`; empty: never. */
  remindedOn: line,
});
export type Settings = z.infer<typeof settings>;
export const defaultSettings: Settings = {
  uiLanguage: null,
  theme: 'system',
  secretaryName: '',
  firstRunDone: false,
  typedPrefixes: true,
  shortcuts: {},
  fileNamePattern: '',
  reviewColumns: ['en', 'ru', 'zh'],
  reviewPane: true,
  reminders: true,
  remindedOn: '',
};

export const settingsContract = {
  get: oc.output(settings),
  update: oc.input(settings.partial()).output(settings),
};
