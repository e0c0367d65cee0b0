import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { Entry } from '#shared/contract/entries.ts';
import { projectFolder } from './project-folder.ts';
import { makeAgendaItem, makeEntry, makeMeeting, makePerson } from './records.ts';
import type { Answer } from './store-client.ts';
import { sendFile } from './store-messages.ts';

export interface Step {
  readonly name: string;
  /** Does it once, with records of its own; may be called again, also after it failed. */
  run(): Promise<Answer>;
}

type Call = (path: string, input?: unknown) => Promise<Answer>;

const sampleText = readFileSync(join(projectFolder, 'resources/sample/2021-03-26-changchun-novosibirsk.json'), 'utf8');

/** A record file of a meeting that is not here yet: the sample, every id in it exchanged for a new one. */
function makeRecordFile(): { meetingId: string; text: string } {
  const ids = new Map<string, string>();
  const text = sampleText.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, (old) => {
    const fresh = ids.get(old) ?? newId();
    ids.set(old, fresh);
    return fresh;
  });
  return { meetingId: (JSON.parse(text) as { meeting: { id: string } }).meeting.id, text };
}

/**
 * What a secretary does in a day, as calls: a meeting with its rows typed, changed, removed, taken back and done again,
 * files brought in, settings changed, a backup made. The first three steps prepare what the others need.
 */
export function writeMeetingScript(call: Call): Step[] {
  let meetingId = '';
  let itemId = '';
  let typed: { entry: Entry; revision: number; group: string; text: string } | null = null;
  const rows: string[] = [];
  const imported: string[] = [];
  const isDone = ({ code }: Answer): boolean => code === undefined;
  const addRows = async (count: number): Promise<Answer> => {
    const entries = Array.from({ length: count }, () => makeEntry(meetingId, itemId));
    const answer = await call('entries.add', { entries });
    if (isDone(answer)) rows.push(...entries.map(({ id }) => id));
    return answer;
  };
  const type = async (text: string): Promise<Answer> => {
    const now = typed;
    if (now === null) throw new Error('a row is begun first');
    const answer = await call('entries.saveText', {
      entryId: now.entry.id,
      language: 'ru',
      text: now.text + text,
      revision: now.revision,
      group: now.group,
    });
    if (isDone(answer)) {
      typed = { ...now, text: now.text + text, revision: (answer.result as { revision: number }).revision };
    }
    return answer;
  };

  return [
    {
      name: 'a meeting is made',
      async run() {
        const meeting = makeMeeting();
        const answer = await call('meetings.create', meeting);
        if (isDone(answer)) meetingId = meeting.id;
        return answer;
      },
    },
    {
      name: 'it gets an agenda item',
      async run() {
        const item = makeAgendaItem(meetingId);
        const answer = await call('agenda.add', item);
        if (isDone(answer)) itemId = item.id;
        return answer;
      },
    },
    {
      name: 'a row is begun',
      async run() {
        const entry = makeEntry(meetingId, itemId);
        const answer = await call('entries.add', { entries: [entry] });
        if (isDone(answer)) typed = { entry, revision: 0, group: newId(), text: '' };
        return answer;
      },
    },
    { name: 'a word is typed', run: () => type('Слово 字 ') },
    { name: 'three rows are pasted', run: () => addRows(3) },
    { name: 'two pages are pasted into a row', run: () => type('Долгая речь. 很长的发言。'.repeat(300)) },
    {
      name: 'a row becomes an action',
      run: () =>
        call('entries.update', {
          changes: [
            {
              id: typed?.entry.id,
              kind: 'action',
              action: { owners: [], due: '2027-01-15', dueAtNextMeeting: false, status: 'open' },
            },
          ],
        }),
    },
    { name: 'that is taken back', run: () => call('history.undo') },
    { name: 'and done again', run: () => call('history.redo') },
    {
      name: 'a row is removed',
      async run() {
        if (rows.length === 0) await addRows(3);
        const answer = await call('entries.remove', { ids: rows.slice(-1) });
        if (isDone(answer)) rows.pop();
        return answer;
      },
    },
    { name: 'the removal is taken back', run: () => call('history.undo') },
    { name: 'somebody comes into the register', run: () => call('people.create', makePerson()) },
    { name: 'a setting changes', run: () => call('settings.update', { secretaryName: `Secretary ${newId()}` }) },
    {
      name: 'a file is attached',
      run: () =>
        call('attachments.add', {
          id: newId(),
          meetingId,
          agendaItemId: null,
          versionId: null,
          kind: 'document',
          language: null,
          file: sendFile('list.txt', newId().repeat(2_000)),
        }),
    },
    {
      name: 'a meeting is imported',
      async run() {
        const record = makeRecordFile();
        const answer = await call('records.import', { file: sendFile('meeting.json', record.text) });
        if (isDone(answer)) imported.push(record.meetingId);
        return answer;
      },
    },
    {
      name: 'a meeting is removed with all that stands under it',
      async run() {
        const id = imported.at(-1);
        if (id === undefined) throw new Error('a meeting is imported first');
        const answer = await call('meetings.remove', { id });
        if (isDone(answer)) imported.pop();
        return answer;
      },
    },
    { name: 'the meeting comes back', run: () => call('history.undo') },
    { name: 'the clock of the agenda is told', run: () => tellTime() },
  ];

  function tellTime(): Promise<Answer> {
    return call('minutes.tellTime', { agendaItemId: itemId, counterId: newId(), seconds: 5 });
  }
}
