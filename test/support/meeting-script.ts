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
  /** What must have been done before, each time. */
  prepare?(): Promise<void>;
  /** Does it once, with records of its own; may be called again after it failed. */
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
  let rowId = '';
  let importedId = '';
  let days = 0;
  const isDone = ({ code }: Answer): boolean => code === undefined;
  const addRow = async (): Promise<string> => {
    const entry = makeEntry(meetingId, itemId);
    await call('entries.add', { entries: [entry] });
    return entry.id;
  };
  /** The same one each time: before an import the whole file is backed up. */
  const findImported = async (): Promise<string> => {
    if (importedId !== '') {
      const isThere = isDone(await call('meetings.get', { id: importedId }));
      if (!isThere) await call('history.undo');
      return importedId;
    }
    const record = makeRecordFile();
    await call('records.import', { file: sendFile('meeting.json', record.text) });
    importedId = record.meetingId;
    return importedId;
  };
  /** `toText`: what becomes of the text that is there. */
  const type = async (toText: (before: string) => string): Promise<Answer> => {
    const now = typed;
    if (now === null) throw new Error('a row is begun first');
    const text = toText(now.text);
    const answer = await call('entries.saveText', {
      entryId: now.entry.id,
      language: 'ru',
      text,
      revision: now.revision,
      group: now.group,
    });
    if (isDone(answer)) {
      typed = { ...now, text, revision: (answer.result as { revision: number }).revision };
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
    { name: 'a word is typed', run: () => type((before) => `${before.slice(0, 10_000)}Слово 字 `) },
    {
      name: 'three rows are pasted',
      run: () => call('entries.add', { entries: [1, 2, 3].map(() => makeEntry(meetingId, itemId)) }),
    },
    {
      name: 'two pages are pasted into a row',
      run: () => type(() => `${newId()} ${'Долгая речь. 很长的发言。'.repeat(300)}`),
    },
    {
      name: 'a row becomes an action',
      run: () =>
        call('entries.update', {
          changes: [
            {
              id: typed?.entry.id,
              kind: 'action',
              action: { owners: [], due: nextDay(), dueAtNextMeeting: false, status: 'open' },
            },
          ],
        }),
    },
    {
      name: 'a row is taken back',
      async prepare() {
        await addRow();
      },
      run: () => call('history.undo'),
    },
    {
      name: 'and typed again',
      async prepare() {
        await addRow();
        await call('history.undo');
      },
      run: () => call('history.redo'),
    },
    {
      name: 'a row is removed',
      async prepare() {
        rowId = await addRow();
      },
      run: () => call('entries.remove', { ids: [rowId] }),
    },
    {
      name: 'the removal is taken back',
      async prepare() {
        await call('entries.remove', { ids: [await addRow()] });
      },
      run: () => call('history.undo'),
    },
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
          file: sendFile('list.txt', newId().repeat(300)),
        }),
    },
    {
      name: 'a meeting is imported',
      run: () => call('records.import', { file: sendFile('meeting.json', makeRecordFile().text) }),
    },
    {
      name: 'a meeting is removed with all that stands under it',
      async prepare() {
        await findImported();
      },
      run: () => call('meetings.remove', { id: importedId }),
    },
    {
      name: 'the meeting comes back',
      async prepare() {
        await call('meetings.remove', { id: await findImported() });
      },
      run: () => call('history.undo'),
    },
    { name: 'the clock of the agenda is told', run: () => tellTime() },
  ];

  /** Another one each time: what does not differ is not written. */
  function nextDay(): string {
    return new Date(Date.UTC(2027, 0, ++days)).toISOString().slice(0, 10);
  }

  function tellTime(): Promise<Answer> {
    return call('minutes.tellTime', { agendaItemId: itemId, counterId: newId(), seconds: 5 });
  }
}
