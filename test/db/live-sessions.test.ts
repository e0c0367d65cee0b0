import { cpSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Entry } from '#shared/contract/entries.ts';
import { openBackend } from '../../electron/backend.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makeAgendaItem, makeEntry, makeMeeting } from '../support/records.ts';
import { runCli } from '../support/run-cli.ts';

type TestClient = ReturnType<typeof openTestBackend>['backend']['client'];

async function addMeeting(client: TestClient) {
  const meeting = makeMeeting();
  const item = makeAgendaItem(meeting.id);
  await client.meetings.create(meeting);
  await client.agenda.add(item);
  return { meeting, item };
}

const aText = (entry: Entry, text: string) => ({ entryId: entry.id, language: 'zh' as const, text, revision: 0 });

const windowId = newId();

describe('a live screen that was cut off', () => {
  /** What a crash leaves: the files as they are while the program runs. */
  function crash(folder: string): string {
    const left = makeFolder();
    cpSync(folder, left, { recursive: true });
    return left;
  }

  /** A meeting with a text of 14:32:07, its live screen open. */
  async function takeMinutes(folder = makeFolder()) {
    const savedAtMs = Date.UTC(2026, 10, 20, 14, 32, 7);
    const backend = openBackend({
      isBackedUp: false,
      dataFolder: folder,
      startHelper: () => forkHelper(''),
      assets: sourceAssets(projectFolder),
      log: createLog(() => undefined),
      clock: () => savedAtMs,
    });
    onTestFinished(() => backend.close());
    const { client } = backend;
    const { meeting, item } = await addMeeting(client);
    const entry = makeEntry(meeting.id, item.id);
    await client.entries.add({ entries: [entry] });
    await client.entries.saveText(aText(entry, '会议'));
    await client.minutes.begin({ meetingId: meeting.id, windowId });
    const notice = { meetingId: meeting.id, title: meeting.title, upToMs: savedAtMs };
    return { backend, client, folder, meeting, entry, notice };
  }

  test('is named at the next start, with the time of its last text, until it is dismissed', async () => {
    const { folder, meeting, entry, notice } = await takeMinutes();
    const left = crash(folder);
    const { backend } = openTestBackend(left);
    const { client } = backend;
    expect(await client.minutes.recovered()).toEqual([notice]);
    // Work goes on: neither the screen that is opened again nor what is typed there takes the notice away.
    await client.minutes.begin({ meetingId: meeting.id, windowId });
    await client.entries.saveText({ ...aText(entry, '会议继续'), revision: 1 });
    await client.minutes.leave({ meetingId: meeting.id, windowId });
    expect(await client.minutes.recovered()).toEqual([notice]);
    await client.minutes.dismissRecovered({ meetingId: meeting.id });
    expect(await client.minutes.recovered()).toEqual([]);
    expect(await openTestBackend(crash(left)).backend.client.minutes.recovered()).toEqual([]);
  });

  test('is told of by one run: after that one ended well, not again', async () => {
    const { folder, notice } = await takeMinutes();
    const left = crash(folder);
    const { backend } = openTestBackend(left);
    expect(await backend.client.minutes.recovered()).toEqual([notice]);
    await backend.close();
    expect(await openTestBackend(left).backend.client.minutes.recovered()).toEqual([]);
  });

  test('is told of again when the second run was cut off too', async () => {
    const { folder, meeting } = await takeMinutes();
    const left = crash(folder);
    const { client } = openTestBackend(left).backend;
    await client.minutes.recovered();
    await client.minutes.begin({ meetingId: meeting.id, windowId });
    await client.minutes.dismissRecovered({ meetingId: meeting.id });
    const again = await openTestBackend(crash(left)).backend.client.minutes.recovered();
    expect(again.map(({ meetingId }) => meetingId)).toEqual([meeting.id]);
  });

  test('is not what a clean end leaves, nor a screen that was left', async () => {
    const { backend, client, folder, meeting } = await takeMinutes();
    await client.minutes.leave({ meetingId: meeting.id, windowId });
    const other = await addMeeting(client);
    expect(await openTestBackend(crash(folder)).backend.client.minutes.recovered()).toEqual([]);
    await client.minutes.begin({ meetingId: other.meeting.id, windowId });
    await backend.close();
    expect(await openTestBackend(folder).backend.client.minutes.recovered()).toEqual([]);
  });

  test('is named while another window on the meeting is open, and not after the last was left', async () => {
    const { client, folder, meeting, notice } = await takeMinutes();
    const other = newId();
    await client.minutes.begin({ meetingId: meeting.id, windowId: other });
    await client.minutes.begin({ meetingId: meeting.id, windowId: other });
    await client.minutes.leave({ meetingId: meeting.id, windowId });
    await client.minutes.leave({ meetingId: meeting.id, windowId });
    expect(await openTestBackend(crash(folder)).backend.client.minutes.recovered()).toEqual([notice]);
    await client.minutes.leave({ meetingId: meeting.id, windowId: other });
    expect(await openTestBackend(crash(folder)).backend.client.minutes.recovered()).toEqual([]);
  });

  test('is left out when the meeting has no text, or is gone', async () => {
    const { client, folder, notice } = await takeMinutes();
    const other = await addMeeting(client);
    await client.minutes.begin({ meetingId: other.meeting.id, windowId });
    const left = openTestBackend(crash(folder)).backend.client;
    expect(await left.minutes.recovered()).toEqual([notice]);
    await left.meetings.remove({ id: notice.meetingId });
    expect(await left.minutes.recovered()).toEqual([]);
  });

  test('commands in the terminal neither make one nor take the notice away', async () => {
    const { backend, folder, notice } = await takeMinutes();
    const left = crash(folder);
    const listed = await runCli(['meetings', 'list', '--data', left]);
    expect([listed.exitCode, listed.stderr]).toEqual([0, '']);
    expect(listed.stdout).toContain(notice.meetingId);
    await runCli(['sample', '--data', left]);
    expect(await openTestBackend(left).backend.client.minutes.recovered()).toEqual([notice]);
    await backend.close();
    await runCli(['check', '--data', folder]);
    expect(await openTestBackend(folder).backend.client.minutes.recovered()).toEqual([]);
  });
});
