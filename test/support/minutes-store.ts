import { onTestFinished } from 'vitest';
import type { Entry } from '#shared/contract/entries.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { makeAgendaItem, makeEntry, makeMeeting } from './records.ts';
import { type Answer, startStore, type StoreClient } from './store-client.ts';

/** About as much as two pages of a book: does not fit into what is left. */
export const longText = (first: string): string => first.repeat(6_000);

export interface MinutesStore {
  store: StoreClient;
  meeting: { id: string };
  item: { id: string };
  entry: Entry;
  /** Saves the row's text over the revision that it has. */
  save(text: string, revision: number, group?: string): Promise<Answer>;
  readText(): Promise<{ text: string; revision: number } | undefined>;
}

/** A back end in a process of its own with one meeting, in which one row is begun; ended with the test. */
export async function takeMinutes(folder: string, under: readonly string[] = []): Promise<MinutesStore> {
  const store = await startStore(folder, under);
  onTestFinished(() => void store.child.kill('SIGKILL'));
  const meeting = makeMeeting();
  const item = makeAgendaItem(meeting.id);
  const entry = makeEntry(meeting.id, item.id);
  await store.call('meetings.create', meeting);
  await store.call('agenda.add', item);
  await store.call('entries.add', { entries: [entry] });
  return {
    store,
    meeting,
    item,
    entry,
    save: (text, revision, group) =>
      store.call('entries.saveText', { entryId: entry.id, language: 'zh', text, revision, ...(group && { group }) }),
    async readText() {
      const { result } = await store.call('meetings.get', { id: meeting.id });
      return (result as MeetingDetail).entries[0]?.texts.zh;
    },
  };
}
