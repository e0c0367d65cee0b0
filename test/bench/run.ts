import { benchArchive } from './archive.ts';
import { benchBackup } from './backup.ts';
import { benchCompareVersions } from './compare-versions.ts';
import { benchDocuments } from './documents/index.ts';
import { benchDuplicates } from './duplicates.ts';
import { benchRegisters } from './follow-up/registers.ts';
import { benchTimeline } from './follow-up/timeline.ts';
import { benchImportContacts } from './import-contacts.ts';
import { benchLiveMinutes } from './live-minutes.ts';
import { benchLongList } from './long-list.ts';
import { benchLookup } from './lookup.ts';
import { benchMatchNames } from './match-names.ts';
import { benchPageSize } from './page-size.ts';
import { benchPreparation } from './preparation.ts';
import { benchSaveEntry } from './save-entry.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import type { Line } from './statistics.ts';
import { benchGlossary } from './translations/glossary.ts';
import { benchMemory } from './translations/memory.ts';
import { benchWorkbench } from './translations/workbench.ts';

const benches: Record<string, () => Line[] | Promise<Line[]>> = {
  'save-entry': benchSaveEntry,
  start: benchStart,
  'page-size': benchPageSize,
  'match-names': benchMatchNames,
  search: benchSearch,
  lookup: benchLookup,
  'live-minutes': benchLiveMinutes,
  'compare-versions': benchCompareVersions,
  duplicates: benchDuplicates,
  'import-contacts': benchImportContacts,
  'long-list': benchLongList,
  preparation: benchPreparation,
  archive: benchArchive,
  documents: benchDocuments,
  glossary: benchGlossary,
  memory: benchMemory,
  workbench: benchWorkbench,
  registers: benchRegisters,
  timeline: benchTimeline,
  backup: benchBackup,
};

/*
 * Reports, not gates: each line is a ratio against a named baseline of the same run, or a stated time, because only that
 * survives a change of machine. The exit code is 0 whatever the figures say. Names of benches after `--` run only those.
 */
const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const line of await bench()) {
    console.log(`${line.isMet ? 'met ' : 'MISS'}  ${line.name.padEnd(50)} ${line.value.padEnd(36)} goal ${line.goal}`);
  }
}
