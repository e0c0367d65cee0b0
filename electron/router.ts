import type { Router } from '@orpc/server';
import type { Contract } from '#shared/contract/contract.ts';
import type { Context } from './context.ts';
import { os } from './implement.ts';

/** Loads a feature when it is first called, and only then: start-up stays short, later calls pay nothing. */
function once<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loaded: Promise<Module> | undefined;
  return () => (loaded ??= load());
}

/** Every feature, one line each. */
export const router: Router<Contract, Context> = os.router({
  app: os.app.lazy(once(async () => ({ default: (await import('./features/app/handlers.ts')).appHandlers }))),
  settings: os.settings.lazy(
    once(async () => ({ default: (await import('./features/settings/handlers.ts')).settingsHandlers })),
  ),
  history: os.history.lazy(
    once(async () => ({ default: (await import('./features/history/handlers.ts')).historyHandlers })),
  ),
  people: os.people.lazy(
    once(async () => ({ default: (await import('./features/people/handlers.ts')).peopleHandlers })),
  ),
  organizations: os.organizations.lazy(
    once(async () => ({ default: (await import('./features/organizations/handlers.ts')).organizationsHandlers })),
  ),
  groups: os.groups.lazy(
    once(async () => ({ default: (await import('./features/groups/handlers.ts')).groupsHandlers })),
  ),
  meetings: os.meetings.lazy(
    once(async () => ({ default: (await import('./features/meetings/handlers.ts')).meetingsHandlers })),
  ),
  attendance: os.attendance.lazy(
    once(async () => ({ default: (await import('./features/attendance/handlers.ts')).attendanceHandlers })),
  ),
  agenda: os.agenda.lazy(
    once(async () => ({ default: (await import('./features/agenda/handlers.ts')).agendaHandlers })),
  ),
  entries: os.entries.lazy(
    once(async () => ({ default: (await import('./features/entries/handlers.ts')).entriesHandlers })),
  ),
  actions: os.actions.lazy(
    once(async () => ({ default: (await import('./features/actions/handlers.ts')).actionsHandlers })),
  ),
  agreements: os.agreements.lazy(
    once(async () => ({ default: (await import('./features/agreements/handlers.ts')).agreementsHandlers })),
  ),
  documents: os.documents.lazy(
    once(async () => ({ default: (await import('./features/documents/handlers.ts')).documentsHandlers })),
  ),
  records: os.records.lazy(
    once(async () => ({ default: (await import('./features/records/handlers.ts')).recordsHandlers })),
  ),
  search: os.search.lazy(
    once(async () => ({ default: (await import('./features/search/handlers.ts')).searchHandlers })),
  ),
  names: os.names.lazy(once(async () => ({ default: (await import('./features/names/handlers.ts')).namesHandlers }))),
  duplicates: os.duplicates.lazy(
    once(async () => ({ default: (await import('./features/duplicates/handlers.ts')).duplicatesHandlers })),
  ),
  exchange: os.exchange.lazy(
    once(async () => ({ default: (await import('./features/exchange/handlers.ts')).exchangeHandlers })),
  ),
  minutes: os.minutes.lazy(
    once(async () => ({ default: (await import('./features/minutes/handlers.ts')).minutesHandlers })),
  ),
  lookup: os.lookup.lazy(
    once(async () => ({ default: (await import('./features/lookup/handlers.ts')).lookupHandlers })),
  ),
  attendanceImport: os.attendanceImport.lazy(
    once(async () => ({
      default: (await import('./features/attendance-import/handlers.ts')).attendanceImportHandlers,
    })),
  ),
  preparation: os.preparation.lazy(
    once(async () => ({ default: (await import('./features/preparation/handlers.ts')).preparationHandlers })),
  ),
  letters: os.letters.lazy(
    once(async () => ({ default: (await import('./features/letters/handlers.ts')).lettersHandlers })),
  ),
  letterheads: os.letterheads.lazy(
    once(async () => ({ default: (await import('./features/letterheads/handlers.ts')).letterheadsHandlers })),
  ),
  circulations: os.circulations.lazy(
    once(async () => ({ default: (await import('./features/circulations/handlers.ts')).circulationsHandlers })),
  ),
  versions: os.versions.lazy(
    once(async () => ({ default: (await import('./features/versions/handlers.ts')).versionsHandlers })),
  ),
  attachments: os.attachments.lazy(
    once(async () => ({ default: (await import('./features/attachments/handlers.ts')).attachmentsHandlers })),
  ),
  archive: os.archive.lazy(
    once(async () => ({ default: (await import('./features/archive/handlers.ts')).archiveHandlers })),
  ),
  translations: os.translations.lazy(
    once(async () => ({ default: (await import('./features/translations/handlers.ts')).translationsHandlers })),
  ),
  consistency: os.consistency.lazy(
    once(async () => ({ default: (await import('./features/consistency/handlers.ts')).consistencyHandlers })),
  ),
  handOvers: os.handOvers.lazy(
    once(async () => ({ default: (await import('./features/hand-overs/handlers.ts')).handOversHandlers })),
  ),
  glossary: os.glossary.lazy(
    once(async () => ({ default: (await import('./features/glossary/handlers.ts')).glossaryHandlers })),
  ),
  memory: os.memory.lazy(
    once(async () => ({ default: (await import('./features/memory/handlers.ts')).memoryHandlers })),
  ),
  decisions: os.decisions.lazy(
    once(async () => ({ default: (await import('./features/decisions/handlers.ts')).decisionsHandlers })),
  ),
  proposals: os.proposals.lazy(
    once(async () => ({ default: (await import('./features/proposals/handlers.ts')).proposalsHandlers })),
  ),
  areas: os.areas.lazy(once(async () => ({ default: (await import('./features/areas/handlers.ts')).areasHandlers }))),
  links: os.links.lazy(once(async () => ({ default: (await import('./features/links/handlers.ts')).linksHandlers }))),
  timeline: os.timeline.lazy(
    once(async () => ({ default: (await import('./features/timeline/handlers.ts')).timelineHandlers })),
  ),
  dossiers: os.dossiers.lazy(
    once(async () => ({ default: (await import('./features/dossiers/handlers.ts')).dossiersHandlers })),
  ),
  overview: os.overview.lazy(
    once(async () => ({ default: (await import('./features/overview/handlers.ts')).overviewHandlers })),
  ),
  trash: os.trash.lazy(once(async () => ({ default: (await import('./features/trash/handlers.ts')).trashHandlers }))),
  bundles: os.bundles.lazy(
    once(async () => ({ default: (await import('./features/bundles/handlers.ts')).bundlesHandlers })),
  ),
  backups: os.backups.lazy(
    once(async () => ({ default: (await import('./features/backups/handlers.ts')).backupsHandlers })),
  ),
});
