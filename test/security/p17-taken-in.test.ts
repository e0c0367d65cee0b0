import { ORPCError, safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ImporterName, importers } from '../../electron/formats.ts';
import { makeSharedFolder, openSharedBackend } from '../support/backend.ts';
import { takeBundle } from '../support/bundles.ts';
import { drain } from '../support/drain.ts';
import { dump } from '../support/dump.ts';
import { mutate } from '../support/mutate.ts';
import { makeAgendaItem, makeEntry, makeMeeting, makeOrganization } from '../support/records.ts';
import { seedOf } from '../support/seeded.ts';
import { soundFiles } from '../support/sound-files.ts';
import { isFull, reportTrials, trialCount } from '../support/trials.ts';

/*
 * P17. Damaged files as in p17-fuzz-importers.test.ts, taken in through the calls of the page: what is refused changes
 * nothing.
 */
const importsPerFormat = trialCount(1, 40);
const seed = seedOf(20_261_121);
const names = Object.keys(importers) as ImporterName[];

describe('damaged files that are taken in', () => {
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
    // Else what is refused would hardly have been tried.
    if (isFull) expect(refused, name).toBeGreaterThan(importsPerFormat / 2);
    expect((await backend().client.app.check()).integrity).toBe('ok');
  });
});
