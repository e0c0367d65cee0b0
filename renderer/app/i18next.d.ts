import type agreement from '#resources/locales/en/agreement.json';
import type attendanceImport from '#resources/locales/en/attendance-import.json';
import type commands from '#resources/locales/en/commands.json';
import type common from '#resources/locales/en/common.json';
import type contacts from '#resources/locales/en/contacts.json';
import type duplicates from '#resources/locales/en/duplicates.json';
import type errors from '#resources/locales/en/errors.json';
import type exchange from '#resources/locales/en/exchange.json';
import type exportWords from '#resources/locales/en/export.json';
import type firstRun from '#resources/locales/en/first-run.json';
import type groups from '#resources/locales/en/groups.json';
import type history from '#resources/locales/en/history.json';
import type home from '#resources/locales/en/home.json';
import type letterheads from '#resources/locales/en/letterheads.json';
import type letters from '#resources/locales/en/letters.json';
import type live from '#resources/locales/en/live.json';
import type meetings from '#resources/locales/en/meetings.json';
import type minutes from '#resources/locales/en/minutes.json';
import type names from '#resources/locales/en/names.json';
import type organizations from '#resources/locales/en/organizations.json';
import type preparation from '#resources/locales/en/preparation.json';
import type registers from '#resources/locales/en/registers.json';
import type search from '#resources/locales/en/search.json';
import type settings from '#resources/locales/en/settings.json';
import type shell from '#resources/locales/en/shell.json';
import type assist from '#resources/locales/en/assist.json';
import type glossary from '#resources/locales/en/glossary.json';
import type handOver from '#resources/locales/en/hand-over.json';
import type memory from '#resources/locales/en/memory.json';
import type progress from '#resources/locales/en/progress.json';
import type translations from '#resources/locales/en/translations.json';
import type versions from '#resources/locales/en/versions.json';

/** One line per catalogue: makes every key of `t` a checked literal. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      agreement: typeof agreement;
      'attendance-import': typeof attendanceImport;
      commands: typeof commands;
      common: typeof common;
      contacts: typeof contacts;
      duplicates: typeof duplicates;
      errors: typeof errors;
      exchange: typeof exchange;
      export: typeof exportWords;
      'first-run': typeof firstRun;
      groups: typeof groups;
      history: typeof history;
      home: typeof home;
      letterheads: typeof letterheads;
      letters: typeof letters;
      live: typeof live;
      meetings: typeof meetings;
      minutes: typeof minutes;
      names: typeof names;
      organizations: typeof organizations;
      preparation: typeof preparation;
      registers: typeof registers;
      search: typeof search;
      settings: typeof settings;
      shell: typeof shell;
      assist: typeof assist;
      glossary: typeof glossary;
      'hand-over': typeof handOver;
      memory: typeof memory;
      progress: typeof progress;
      translations: typeof translations;
      versions: typeof versions;
    };
  }
}
