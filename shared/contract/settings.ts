import { oc } from '@orpc/contract';
import { z } from 'zod';
import { language, line } from './fields.ts';

export const themes = ['system', 'light', 'dark'] as const;

/** `uiLanguage` null: follow the machine until the first run has asked. */
export const settings = z.strictObject({
  uiLanguage: language.nullable(),
  theme: z.enum(themes),
  secretaryName: line,
  firstRunDone: z.boolean(),
});
export type Settings = z.infer<typeof settings>;
export const defaultSettings: Settings = { uiLanguage: null, theme: 'system', secretaryName: '', firstRunDone: false };

export const settingsContract = {
  get: oc.output(settings),
  update: oc.input(settings.partial()).output(settings),
};
