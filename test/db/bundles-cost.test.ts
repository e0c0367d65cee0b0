import { createRouterClient } from '@orpc/server';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { compareParcels } from '../../electron/features/bundles/compare.ts';
import type { Parcel } from '../../electron/features/bundles/format.ts';
import type { HelperProcess } from '../../electron/helper-process.ts';
import { router } from '../../electron/router.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { makeBundle, takeBundle } from '../support/bundles.ts';
import { addMinutes } from '../support/follow-up.ts';
import { makeMeeting, makeOrganization } from '../support/records.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';

const addDocument = (client: Client, meetingId: string, text: string) =>
  client.attachments.add({
    id: newId(),
    meetingId,
    agendaItemId: null,
    versionId: null,
    kind: 'document',
    language: null,
    file: new File([text], 'Programme.txt'),
  });

test('the helper that reads a bundle ends when its content cannot be kept', async () => {
  const [there, here] = [openTestBackend().backend, openTestBackend().backend];
  const { meeting } = await addMinutes(there.client, [['speech', 'Сказано.']]);
  await addDocument(there.client, meeting.id, 'Programme of the visit');
  await addDocument(there.client, meeting.id, 'List of guests');
  const bundle = await makeBundle(there.client, [meeting.id]);
  const running = new Set<HelperProcess>();
  const client = createRouterClient(router, {
    context: {
      ...here.context,
      startHelper: (entry) => {
        const helper = here.context.startHelper(entry);
        running.add(helper);
        return {
          ...helper,
          kill: () => {
            running.delete(helper);
            helper.kill();
          },
        };
      },
    },
  });
  const { id } = await client.bundles.preview({ file: bundle, passphrase: null });
  expect(running.size).toBe(0);
  here.context.connection.execute(
    "CREATE TEMP TRIGGER full BEFORE INSERT ON main.stored_file BEGIN SELECT RAISE(ABORT, 'no room'); END",
  );
  await expect(client.bundles.import({ id, choices: [] })).rejects.toThrow();
  expect(running.size).toBe(0);
});

test('of a copy, only the content is kept that it has', async () => {
  const [there, here] = [openTestBackend().backend, openTestBackend().backend];
  const client = withQuickDocuments(there);
  const { meeting, entries } = await addTalks(client);
  await addDocument(client, meeting.id, 'Programme of the visit');
  await agreeAll(client, meeting.id);
  // Something else has the id of a row here, so that a copy is all that is possible.
  await here.client.organizations.create(makeOrganization({ id: entries[0]!.id }));
  const bundle = await makeBundle(client, [meeting.id]);
  const { preview, result } = await takeBundle(here.client, bundle, 'copy');
  expect(preview.meetings[0]?.choices).toEqual(['copy', 'skip']);
  expect(preview.meetings[0]?.files).toBeGreaterThan(1);
  expect(result).toMatchObject({ copied: 1 });
  const kept = here.context.connection.sql<{ sha256: string }>('SELECT DISTINCT sha256 FROM stored_file');
  expect(kept).toEqual(here.context.connection.sql('SELECT DISTINCT sha256 FROM attachment'));
  expect(kept).toHaveLength(1);
});

test('long lists of versions are gone through once', () => {
  const count = 300;
  let reads = 0;
  const watched = (more: object): never => {
    const versionId = 'v1';
    return Object.defineProperty({ ...more }, 'versionId', {
      enumerable: true,
      get: () => {
        reads += 1;
        return versionId;
      },
    }) as never;
  };
  const meeting = makeMeeting();
  const record: MeetingRecord = {
    format: 'trilogue-record',
    version: 1,
    meeting,
    attendance: [],
    agenda: [],
    entries: [],
    agreements: [],
    group: null,
    people: [],
    organizations: [],
  };
  const many = <Of>(make: (index: number) => Of): Of[] => Array.from({ length: count }, (_, index) => make(index));
  const parcel: Parcel = {
    record,
    process: {
      parentId: null,
      calendarSequence: 0,
      versions: many((index) => ({ id: `v${String(index)}`, number: index }) as never),
      amendments: [],
      circulations: many((index) => watched({ id: `c${String(index)}` })),
      comments: [],
      sideAgreements: many((index) => watched({ id: `s${String(index)}` })),
      attachments: many((index) => watched({ id: `a${String(index)}`, name: 'a' })),
      agreementFiles: [],
      reviewed: [],
      outside: { decisions: [], proposals: [], agreements: [], reports: [], links: [] },
    },
  };
  expect(compareParcels(parcel, parcel)).toEqual([]);
  expect(reads).toBeGreaterThan(count);
  expect(reads).toBeLessThan(count * 3 * 20);
});
