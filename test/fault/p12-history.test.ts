import { safe } from '@orpc/client';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { type TrashKind, trashDays, trashKinds } from '#shared/contract/trash.ts';
import { emptyText, type Language, languages } from '#shared/domain/language.ts';
import type { Backend } from '../../electron/backend.ts';
import {
  changedStretch,
  continuesStep,
  type LastTyped,
  lastTyped,
} from '../../renderer/features/minutes/model/typing-groups.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { addMinutes } from '../support/follow-up.ts';
import { makeAgendaItem, makeOrganization, makePerson } from '../support/records.ts';
import { seriesOf } from '../support/series.ts';
import { isFull, reportTrials, trialCount } from '../support/trials.ts';

/** What hands do to a text, and how long they rest before it. */
interface Stroke {
  act: 'word' | 'backspace' | 'wipe' | 'overtype' | 'paste' | 'undo' | 'redo';
  language: Language;
  word: string;
  restMs: number;
}

const stroke: fc.Arbitrary<Stroke> = fc.record({
  act: fc.constantFrom('word', 'word', 'word', 'backspace', 'wipe', 'overtype', 'paste', 'undo', 'redo'),
  language: fc.constantFrom(...languages),
  word: fc.constantFrom('records ', 'протокол ', '会议', 'á̈ ', 'the ', '🗂 '),
  restMs: fc.constantFrom(40, 200, 900, 2_000),
});

interface Field {
  text: string;
  saved: string;
  revision: number;
  group: number;
  last: LastTyped | null;
}

/** Fields of the page: cut what is typed into steps by the page's own rules, and save at the end of each and at rest. */
class Typist {
  readonly #client: Client;
  readonly #meetingId: string;
  readonly #entryId: string;
  /** How the text stood at the end of every step. */
  readonly kept: Record<Language, Set<string>> = { en: new Set(), ru: new Set(), zh: new Set() };
  #fields = new Map<Language, Field>();
  #nowMs = 0;
  #groups = 0;

  constructor(client: Client, meetingId: string, entryId: string) {
    this.#client = client;
    this.#meetingId = meetingId;
    this.#entryId = entryId;
  }

  async read(): Promise<void> {
    const { entries } = await this.#client.meetings.get({ id: this.#meetingId });
    const entry = entries.find(({ id }) => id === this.#entryId);
    for (const language of languages) {
      const { text = '', revision = 0 } = entry?.texts[language] ?? {};
      this.#fields.set(language, { text, saved: text, revision, group: ++this.#groups, last: null });
    }
  }

  async type({ act, language, word, restMs }: Stroke): Promise<void> {
    this.#nowMs += restMs;
    if (act === 'undo' || act === 'redo') {
      await this.save();
      // Not the row itself: that it came is no edit of it.
      const { undo, redo } = await this.#client.history.state();
      if ((act === 'undo' ? undo : redo)?.name === 'entry.text') await this.#client.history[act]();
      return this.read();
    }
    const { text } = this.#of(language);
    if (act === 'paste') await this.#change(language, text + word.repeat(3));
    else if (act === 'backspace') await this.#change(language, Array.from(text).slice(0, -1).join(''));
    else if (act === 'overtype') await this.#change(language, word.trim());
    else {
      if (act === 'wipe') await this.#change(language, '');
      for (const sign of word) await this.#change(language, this.#of(language).text + sign);
    }
    if (restMs >= 900) await this.#hand(language);
  }

  async save(): Promise<void> {
    for (const language of languages) await this.#endStep(language);
  }

  async #change(language: Language, next: string): Promise<void> {
    const field = this.#of(language);
    if (next === field.text) return;
    const change = changedStretch(field.text, next);
    if (!continuesStep(field.last, change, this.#nowMs, false)) {
      await this.#endStep(language);
      field.group = ++this.#groups;
    }
    field.last = lastTyped(change, this.#nowMs, false);
    field.text = next;
  }

  async #endStep(language: Language): Promise<void> {
    await this.#hand(language);
    if (this.#of(language).text !== '') this.kept[language].add(this.#of(language).text);
  }

  async #hand(language: Language): Promise<void> {
    const field = this.#of(language);
    if (field.text === field.saved) return;
    const { revision } = await this.#client.entries.saveText({
      entryId: this.#entryId,
      language,
      text: field.text,
      revision: field.revision,
      group: `step ${String(field.group)}`,
    });
    Object.assign(field, { revision, saved: field.text });
  }

  #of(language: Language): Field {
    const field = this.#fields.get(language);
    if (field === undefined) throw new Error('the fields are read first');
    return field;
  }
}

test('every edit is kept, whatever is typed, wiped, pasted, undone and removed', async () => {
  const trials = trialCount(5, 200);
  const { client } = openTestBackend().backend;
  let edits = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(stroke, { minLength: 10, maxLength: 60 }), async (strokes) => {
      const { meeting, ids } = await addMinutes(client, [['speech', 'Открыл заседание.']]);
      const [id = ''] = ids;
      const typist = new Typist(client, meeting.id, id);
      await typist.read();
      for (const each of strokes) await typist.type(each);
      await typist.save();
      // Also of a row that is gone.
      await client.entries.remove({ ids: [id] });
      const revisions = await client.entries.history({ entryId: id });
      for (const language of languages) {
        const texts = new Set(revisions.flatMap((revision) => (revision.language === language ? [revision.text] : [])));
        expect([...typist.kept[language]].filter((text) => !texts.has(text.trim()) && !texts.has(text))).toEqual([]);
        edits += typist.kept[language].size;
      }
    }),
    { numRuns: trials },
  );
  reportTrials('P12', trials, `${String(edits)} edits, each found again`);
});

test('a text that is selected, deleted and typed over comes back by undo and from its revisions', async () => {
  const { client } = openTestBackend().backend;
  const long = 'Стороны договорились провести семинар весной. '.repeat(20).trim();
  const { meeting, ids } = await addMinutes(client, [['decision', 'Начало.']]);
  const [id = ''] = ids;
  const typist = new Typist(client, meeting.id, id);
  await typist.read();
  await typist.type({ act: 'overtype', language: 'ru', word: long, restMs: 2_000 });
  await typist.type({ act: 'wipe', language: 'ru', word: 'нет', restMs: 40 });
  await typist.save();
  const textNow = async () => (await client.meetings.get({ id: meeting.id })).entries[0]?.texts.ru.text;
  expect(await textNow()).toBe('нет');
  expect((await client.entries.history({ entryId: id })).map(({ text }) => text)).toContain(long);
  while ((await textNow()) !== long) await client.history.undo();
  reportTrials('P12', 1);
});

describe('what is deleted can be brought back for thirty days', () => {
  const dayMs = 86_400_000;

  /** Every way to delete a record; undefined: of such a kind there is none in the sample. */
  const removing: Record<TrashKind, (client: Client, id: string) => Promise<unknown>> = {
    person: (client, id) => client.people.remove({ id }),
    organization: (client, id) => client.organizations.remove({ id }),
    working_group: (client, id) => client.groups.remove({ id }),
    meeting: (client, id) => client.meetings.remove({ id }),
    attendance: (client, id) => client.attendance.remove({ id }),
    agenda_item: (client, id) => client.agenda.remove({ id }),
    entry: (client, id) => client.entries.remove({ ids: [id] }),
    agreement: (client, id) => client.agreements.remove({ id }),
    agreement_file: (client, id) => client.agreements.removeFile({ id }),
    attachment: (client, id) => client.attachments.remove({ id }),
    letter: (client, id) => client.letters.remove({ id }),
    comment: (client, id) => client.circulations.removeComment({ id }),
    glossary_concept: (client, id) => client.glossary.remove({ id }),
    memory_source: (client, id) => client.memory.removeSource({ id }),
    area: (client, id) => client.areas.remove({ id }),
  };

  /** How a call says that something else names the record. */
  const inUse = 'IN_USE';

  test('row by row as it was, with all that went with it', async () => {
    const { backend } = openTestBackend();
    const { client, context } = backend;
    await client.records.loadSample();
    unlockAll(backend);
    await addLooseRecords(backend);
    const before = dump(context.connection);
    let trials = 0;
    for (const kind of trashKinds) {
      let done = 0;
      const ids = context.connection.sql<{ id: string }>(`SELECT id FROM ${kind} ORDER BY id`).map(({ id }) => id);
      const tried = ids.slice(0, trialCount(kind === 'meeting' ? 1 : 3, ids.length));
      for (const id of tried) {
        const { error } = await safe(removing[kind](client, id));
        if (error !== null) {
          // In use: then nothing was deleted.
          expect(error, `${kind} ${id}`).toMatchObject({ code: inUse });
          continue;
        }
        const [newest] = await client.trash.list();
        expect(newest).toMatchObject({ kind, id });
        await client.trash.restore({ keys: [{ kind, id }] });
        expect(dump(context.connection)).toEqual(before);
        done += 1;
      }
      // Of each kind there are some that nothing else needs.
      if (isFull) expect(done, kind).toBeGreaterThan(0);
      trials += done;
    }
    expect(await client.trash.list()).toEqual([]);
    reportTrials('P12', trials, 'records of the sample deleted and brought back, all tables equal');
  });

  test('until the last of the thirty days, and not after', async () => {
    const { client, context } = openTestBackend().backend;
    let nowMs = Date.UTC(2026, 10, 21);
    (context as { clock: () => number }).clock = () => nowMs;
    const { meeting } = await addMinutes(client, [['speech', 'Открыл заседание.']]);
    await client.meetings.remove({ id: meeting.id });
    const key = { kind: 'meeting', id: meeting.id } as const;
    nowMs += trashDays * dayMs;
    expect(await client.trash.list()).toMatchObject([
      {
        ...key,
        parts: [
          { kind: 'agenda_item', count: 1 },
          { kind: 'entry', count: 1 },
        ],
      },
    ]);
    nowMs += 1;
    expect(await client.trash.list()).toEqual([]);
    expect((await safe(client.trash.restore({ keys: [key] }))).error).toMatchObject({ code: 'NOT_FOUND' });
    reportTrials('P12', 1);
  });
});

/** The sample's minutes are agreed: opened, so that parts of them can be deleted. */
function unlockAll({ context: { connection } }: Backend): void {
  connection.sql("UPDATE meeting SET status = 'draft'");
}

/** One record of each kind that the sample has none of, or only such as others need, and names that lead from one to another. */
async function addLooseRecords(backend: Backend): Promise<void> {
  const { client } = backend;
  const { connection } = backend.context;
  const [meeting] = connection.sql<{ id: string }>(
    'SELECT id FROM meeting WHERE EXISTS (SELECT 1 FROM agenda_item WHERE meeting_id = meeting.id)',
  );
  const [agreement] = connection.sql<{ id: string }>('SELECT id FROM agreement');
  if (meeting === undefined || agreement === undefined) throw new Error('the sample has meetings and agreements');
  const meetingId = meeting.id;
  await client.people.create(makePerson());
  await client.organizations.create(makeOrganization());
  await seriesOf(client).addGroup();
  await client.agenda.add(makeAgendaItem(meetingId));
  const file = new File(['Programme'], 'Programme 议程.txt');
  await client.attachments.add({
    id: newId(),
    meetingId,
    agendaItemId: null,
    versionId: null,
    kind: 'document',
    language: null,
    file,
  });
  await client.agreements.addFile({ id: newId(), agreementId: agreement.id, kind: 'scan', language: null, file });
  await client.areas.save({ id: newId(), name: { en: 'Polymers', ru: 'Полимеры', zh: '聚合物' } });
  await client.glossary.save({
    id: newId(),
    link: null,
    area: emptyText(),
    definition: emptyText(),
    source: '',
    note: '',
    terms: [{ id: newId(), language: 'ru', text: 'протокол', status: 'preferred' }],
  });
  await client.circulations.addComment({
    id: newId(),
    meetingId,
    circulationId: null,
    entryId: null,
    language: 'ru',
    quote: '',
    author: 'Ху Идун',
    sideId: null,
    text: 'Лучше осенью.',
    receivedAtMs: 1_790_000_000_000,
  });
  connection.sql(
    "INSERT INTO letter VALUES (?, ?, NULL, 'invitation', NULL, 'Hu Yidong', '', 'en', NULL, '', 1790000000000, NULL, '')",
    newId(),
    meetingId,
  );
  connection.sql("INSERT INTO memory_source VALUES (?, 'agency.tmx', 0, 1790000000000)", newId());
  // A meeting that others name: they stay, and name it again when it comes back.
  connection.sql(
    'UPDATE meeting SET parent_id = (SELECT min(id) FROM meeting) WHERE id > (SELECT min(id) FROM meeting)',
  );
}
