import { ORPCError, safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { FileUnreadable } from '../../electron/exchange/file-unreadable.ts';
import { readWith } from '../../electron/exchange/read-file.ts';
import { type ImporterName, importers } from '../../electron/formats.ts';
import { openHelper, type OpenHelper } from '../../electron/helper-call.ts';
import { makeSharedFolder, openSharedBackend } from '../support/backend.ts';
import { takeBundle } from '../support/bundles.ts';
import { drain } from '../support/drain.ts';
import { dump } from '../support/dump.ts';
import { mutate } from '../support/mutate.ts';
import { makeEntry, makeMeeting, makeOrganization, makeAgendaItem } from '../support/records.ts';
import { jobs, soundFiles } from '../support/sound-files.ts';
import { reportTrials, trialCount } from '../support/trials.ts';
import { startBuiltHelper } from '../support/worker-starter.ts';

/*
 * P17. Files made of sound ones and damaged are read by the importers in real helper processes (a helper reads many, by the
 * code that otherwise reads one), and a part of them is taken in through the calls of the page.
 */
const filesPerFormat = trialCount(25, 5_000);
const importsPerFormat = trialCount(1, 40);
/** Less than the product grants (30 s): the promise. */
const limits = { deadlineMs: 10_000, memoryBytes: 512 * 1024 ** 2 };
const filesPerHelper = 500;
/** Named by each failure; the same one gives the same files. */
const seed = Number(process.env['TRILOGUE_SEED'] ?? '20261121');

const names = Object.keys(importers) as ImporterName[];

describe.each(names)('%s', (name) => {
  test('reads what is sound', async () => {
    const helper = openHelper(startBuiltHelper, 'files-worker', limits);
    for (const sound of await soundFiles[name]()) {
      const read = (await readWith(helper, jobs[name], new Blob([new Uint8Array(sound)]))) as { problems?: unknown[] };
      expect(read.problems ?? []).toEqual([]);
    }
    helper.close();
  });

  test(`reads or refuses ${String(filesPerFormat)} damaged files`, { timeout: 1_800_000 }, async () => {
    const sound = await soundFiles[name]();
    let helper: OpenHelper | null = null;
    const faults: string[] = [];
    let refused = 0;
    let slowestMs = 0;
    for (let index = 0; index < filesPerFormat; index++) {
      if (index % filesPerHelper === 0) helper?.close();
      if (index % filesPerHelper === 0 || helper === null)
        helper = openHelper(startBuiltHelper, 'files-worker', limits);
      const { bytes, how } = await mutate(sound, seed + index);
      const startMs = performance.now();
      try {
        const read = await readWith(helper, jobs[name], new Blob([bytes]));
        if (typeof read !== 'object' || read === null) faults.push(`seed ${String(seed + index)}, ${how}: no answer`);
        else if ('problems' in read && (read.problems as unknown[]).length > 0) refused += 1;
      } catch (error) {
        if (!(error instanceof FileUnreadable)) throw error;
        faults.push(`seed ${String(seed + index)}, ${how}: ${error.reason} ${error.stack ?? ''}`);
        helper.close();
        helper = null;
      }
      slowestMs = Math.max(slowestMs, performance.now() - startMs);
    }
    helper?.close();
    reportTrials('P17', filesPerFormat, `${name}: ${String(refused)} refused, slowest ${slowestMs.toFixed(0)} ms`);
    expect(faults).toEqual([]);
    // Else nothing was damaged, or everything so much that nobody looked into it.
    expect(refused).toBeGreaterThan(filesPerFormat / 10);
  });
});

describe('taken in', () => {
  const backend = openSharedBackend(makeSharedFolder());
  const meeting = makeMeeting();
  const organization = makeOrganization();

  beforeAll(async () => {
    const { client } = backend();
    await client.meetings.create(meeting);
    await client.organizations.create(organization);
    const item = makeAgendaItem(meeting.id);
    await client.agenda.add(item);
    await client.entries.add({ entries: [makeEntry(meeting.id, item.id)] });
  });

  const importFile: Record<ImporterName, (file: File) => Promise<unknown>> = {
    record: (file) => backend().client.records.import({ file }),
    csv: (file) => importContacts(file),
    xlsx: (file) => (file.size % 2 === 0 ? importContacts(file) : backend().client.glossary.import({ file })),
    vcard: (file) => importContacts(file),
    tmx: async (file) => {
      await drain(backend().client.memory.importTmx({ id: newId(), file }));
    },
    bundle: (file) => takeBundle(backend().client, file),
    comments: (file) => backend().client.circulations.importComments({ meetingId: meeting.id, file, sideId: null }),
    handOver: (file) => backend().client.handOvers.apply({ meetingId: meeting.id, file, taken: [], stamp: '' }),
    letterhead: (file) => backend().client.letterheads.setTemplate({ organizationId: organization.id, file }),
    logo: (file) => backend().client.letterheads.setLogo({ organizationId: organization.id, file }),
  };
  async function importContacts(file: File): Promise<void> {
    await drain(backend().client.exchange.import({ kind: 'people', file, decisions: [] }));
  }

  test.each(names)('%s: whatever is refused changes nothing', { timeout: 1_800_000 }, async (name) => {
    const sound = await soundFiles[name]();
    const { connection } = backend().context;
    let refused = 0;
    for (let index = 0; index < importsPerFormat; index++) {
      const { bytes, how } = await mutate(sound, seed + index * 7);
      const before = dump(connection);
      const { error } = await safe(importFile[name](new File([bytes], 'from.elsewhere')));
      if (error === null) continue;
      refused += 1;
      expect.soft(error instanceof ORPCError ? error.code : error, how).toMatch(/_REFUSED$/u);
      expect.soft(dump(connection), how).toEqual(before);
    }
    reportTrials('P17', refused);
    expect((await backend().client.app.check()).integrity).toBe('ok');
  });
});
