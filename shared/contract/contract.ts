import { actionsContract } from './actions.ts';
import { agendaContract } from './agenda.ts';
import { agreementsContract } from './agreements.ts';
import { appContract } from './app.ts';
import { archiveContract } from './archive.ts';
import { attachmentsContract } from './attachments.ts';
import { attendanceContract } from './attendance.ts';
import { attendanceImportContract } from './attendance-import.ts';
import { backupsContract } from './backups.ts';
import { bundlesContract } from './bundles.ts';
import { circulationsContract } from './circulations.ts';
import { consistencyContract } from './consistency.ts';
import { decisionsContract } from './decisions.ts';
import { documentsContract } from './documents.ts';
import { dossiersContract } from './dossiers.ts';
import { duplicatesContract } from './duplicates.ts';
import { entriesContract } from './entries.ts';
import { exchangeContract } from './exchange.ts';
import { areasContract, linksContract } from './follow-up.ts';
import { glossaryContract } from './glossary.ts';
import { groupsContract } from './groups.ts';
import { handOversContract } from './hand-overs.ts';
import { historyContract } from './history.ts';
import { letterheadsContract } from './letterheads.ts';
import { lettersContract } from './letters.ts';
import { lookupContract } from './lookup.ts';
import { meetingsContract } from './meetings.ts';
import { memoryContract } from './memory.ts';
import { minutesContract } from './minutes.ts';
import { namesContract } from './names.ts';
import { organizationsContract } from './organizations.ts';
import { overviewContract } from './overview.ts';
import { peopleContract } from './people.ts';
import { preparationContract } from './preparation.ts';
import { proposalsContract } from './proposals.ts';
import { recordsContract } from './records.ts';
import { searchContract } from './search.ts';
import { settingsContract } from './settings.ts';
import { timelineContract } from './timeline.ts';
import { translationsContract } from './translations.ts';
import { trashContract } from './trash.ts';
import { versionsContract } from './versions.ts';

/** Every call the page, the terminal and the tests can make of the back end: one line per feature. */
export const contract = {
  app: appContract,
  settings: settingsContract,
  history: historyContract,
  people: peopleContract,
  organizations: organizationsContract,
  groups: groupsContract,
  meetings: meetingsContract,
  attendance: attendanceContract,
  agenda: agendaContract,
  entries: entriesContract,
  actions: actionsContract,
  agreements: agreementsContract,
  documents: documentsContract,
  records: recordsContract,
  search: searchContract,
  names: namesContract,
  duplicates: duplicatesContract,
  exchange: exchangeContract,
  minutes: minutesContract,
  lookup: lookupContract,
  attendanceImport: attendanceImportContract,
  preparation: preparationContract,
  letters: lettersContract,
  letterheads: letterheadsContract,
  circulations: circulationsContract,
  versions: versionsContract,
  attachments: attachmentsContract,
  archive: archiveContract,
  translations: translationsContract,
  consistency: consistencyContract,
  handOvers: handOversContract,
  glossary: glossaryContract,
  memory: memoryContract,
  decisions: decisionsContract,
  proposals: proposalsContract,
  areas: areasContract,
  links: linksContract,
  timeline: timelineContract,
  dossiers: dossiersContract,
  overview: overviewContract,
  backups: backupsContract,
  bundles: bundlesContract,
  trash: trashContract,
};
export type Contract = typeof contract;
