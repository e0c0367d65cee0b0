import { os } from './implement.ts';

/** Every feature, one line each. A feature's code is loaded when it is first called, so that start-up stays short. */
export const router = os.router({
  app: os.app.lazy(async () => ({ default: (await import('./features/app/handlers.ts')).appHandlers })),
  settings: os.settings.lazy(async () => ({
    default: (await import('./features/settings/handlers.ts')).settingsHandlers,
  })),
  history: os.history.lazy(async () => ({ default: (await import('./features/history/handlers.ts')).historyHandlers })),
  people: os.people.lazy(async () => ({ default: (await import('./features/people/handlers.ts')).peopleHandlers })),
  organizations: os.organizations.lazy(async () => ({
    default: (await import('./features/organizations/handlers.ts')).organizationsHandlers,
  })),
  groups: os.groups.lazy(async () => ({ default: (await import('./features/groups/handlers.ts')).groupsHandlers })),
  meetings: os.meetings.lazy(async () => ({
    default: (await import('./features/meetings/handlers.ts')).meetingsHandlers,
  })),
  attendance: os.attendance.lazy(async () => ({
    default: (await import('./features/attendance/handlers.ts')).attendanceHandlers,
  })),
  agenda: os.agenda.lazy(async () => ({ default: (await import('./features/agenda/handlers.ts')).agendaHandlers })),
  entries: os.entries.lazy(async () => ({ default: (await import('./features/entries/handlers.ts')).entriesHandlers })),
  actions: os.actions.lazy(async () => ({ default: (await import('./features/actions/handlers.ts')).actionsHandlers })),
  agreements: os.agreements.lazy(async () => ({
    default: (await import('./features/agreements/handlers.ts')).agreementsHandlers,
  })),
  documents: os.documents.lazy(async () => ({
    default: (await import('./features/documents/handlers.ts')).documentsHandlers,
  })),
  records: os.records.lazy(async () => ({ default: (await import('./features/records/handlers.ts')).recordsHandlers })),
  search: os.search.lazy(async () => ({ default: (await import('./features/search/handlers.ts')).searchHandlers })),
});
