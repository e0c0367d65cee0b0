import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { loadSettings, writeSettings } from './repository.ts';

export const settingsHandlers = {
  get: os.settings.get.handler(({ context }) => loadSettings(context.connection)),

  /** Kept in history, but left out by Undo: nobody wants Ctrl+Z to switch the language. */
  update: os.settings.update.handler(({ context, input }) => {
    commit(context, { name: 'settings.update', label: Object.keys(input).join(', '), fixed: true }, (write) => {
      writeSettings(write, input);
    });
    return loadSettings(context.connection);
  }),
};
