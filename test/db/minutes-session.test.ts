import { createORPCClient } from '@orpc/client';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { expect, onTestFinished, test, vi } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import type { SessionSurroundings } from '../../renderer/features/minutes/model/core.ts';
import { openSession } from '../../renderer/features/minutes/model/session.ts';
import type { MinutesSession, MinutesState } from '../../renderer/features/minutes/model/types.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting } from '../support/records.ts';

/** How calls of a window fare on their way; the real back end stands behind it. */
interface Way {
  isDown: boolean;
  /** So many calls land, but their answers never come. */
  lostAnswers: number;
  sent: string[];
}

function through(client: Client, way: Way): Client {
  return createORPCClient({
    async call(path, input, options) {
      const name = path.join('.');
      if (way.isDown) throw new Error('no way through');
      way.sent.push(name);
      let target: unknown = client;
      for (const part of path) target = (target as Record<string, unknown>)[part];
      const answer: unknown = await (target as (input: unknown, options: unknown) => Promise<unknown>)(input, options);
      if (way.lostAnswers > 0 && !['minutes.since', 'minutes.open', 'app.changes'].includes(name)) {
        way.lostAnswers -= 1;
        throw new Error('the answer was lost');
      }
      return answer;
    },
  });
}

interface Window {
  session: MinutesSession;
  way: Way;
  /** Errors that were said. */
  said: unknown[];
  isComposing: boolean;
  endComposition: () => void;
  /** The page finds the back end again. */
  reconnect: () => void;
  saving: () => { unsaved: boolean; failed: boolean };
  clock: { ms: number };
}

async function openWindow(client: Client, meetingId: string): Promise<Window> {
  const way: Way = { isDown: false, lostAnswers: 0, sent: [] };
  const api = through(client, way);
  const waiting: (() => void)[] = [];
  const connected = new Set<() => void>();
  const clock = { ms: Date.parse('2026-11-20T10:00:00Z') };
  let state = () => ({ unsaved: false, failed: false, saving: false });
  const window: Omit<Window, 'session'> = {
    way,
    said: [],
    isComposing: false,
    endComposition: () => {
      window.isComposing = false;
      for (const run of waiting.splice(0)) run();
    },
    reconnect: () => {
      way.isDown = false;
      for (const listener of connected) listener();
    },
    saving: () => state(),
    clock,
  };
  const history = (step: 'undo' | 'redo') => async () => {
    await api.history[step]().catch((error: unknown) => window.said.push(error));
  };
  const around: SessionSurroundings = {
    api,
    composition: {
      isComposing: () => window.isComposing,
      afterComposition: (run) => {
        if (window.isComposing) waiting.push(run);
        else run();
      },
    },
    onChange: (listener) => followChanges(client, listener),
    onConnected: (listener) => {
      connected.add(listener);
      return () => connected.delete(listener);
    },
    saving: {
      add: (saver) => {
        state = () => saver.state();
      },
      refresh: () => undefined,
    },
    history: { undo: history('undo'), redo: history('redo') },
    say: { error: (error) => window.said.push(error), removed: () => undefined },
    newId,
    clock: () => (clock.ms += 100),
  };
  const session = await openSession(meetingId, around);
  onTestFinished(session.follow());
  return Object.assign(window, { session });
}

function followChanges(client: Client, listener: () => void): () => void {
  const stop = new AbortController();
  const follow = async () => {
    const changes = await client.app.changes(undefined, { signal: stop.signal });
    let next = changes.next();
    // What was written before somebody listened.
    listener();
    for (; !(await next).done; next = changes.next()) listener();
  };
  follow().catch(() => undefined);
  return () => stop.abort();
}

async function openMeeting(status: 'live' | 'draft' = 'draft') {
  const { backend } = openTestBackend();
  const { client } = backend;
  const meeting = makeMeeting({ status });
  await client.meetings.create(meeting);
  const items = [makeAgendaItem(meeting.id, 'a0'), makeAgendaItem(meeting.id, 'a1')];
  for (const item of items) await client.agenda.add(item);
  const [first = '', second = ''] = items.map(({ id }) => id);
  return { backend, client, meeting, first, second };
}

const stored = async (client: Client, meetingId: string) => (await client.minutes.open({ meetingId })).detail.entries;
const textsOf = (state: MinutesState, itemId: string, language: 'en' | 'ru' | 'zh' = 'en') =>
  (state.rows.get(itemId) ?? []).map((id) => state.entries.get(id)?.texts[language].text);

/** What a window shows is what a window would show that is opened now. */
async function expectFresh(client: Client, { session }: Window): Promise<void> {
  const fresh = (await openWindow(client, session.meetingId)).session.state.get();
  await vi.waitFor(() => {
    const shown = session.state.get();
    expect({ ...shown, entries: sorted(shown), rows: [...shown.rows], numbers: byId(shown.numbers) }).toEqual({
      ...fresh,
      entries: sorted(fresh),
      rows: [...fresh.rows],
      numbers: byId(fresh.numbers),
    });
  });
  for (const entry of session.state.get().entries.values()) {
    for (const language of languages) expect(session.text(entry.id, language).text()).toBe(entry.texts[language].text);
  }
}

const byId = (map: ReadonlyMap<string, unknown>) => Object.fromEntries([...map].sort());
const sorted = (state: MinutesState) => byId(state.entries);

/** A text field as far as a buffer knows it. */
function makeField(): { field: HTMLTextAreaElement; focus: () => void; blur: () => void; caret: () => number } {
  const page: { activeElement: unknown } = { activeElement: null };
  let caret = 0;
  const field = {
    value: '',
    ownerDocument: page,
    setSelectionRange: (start: number) => (caret = start),
  } as unknown as HTMLTextAreaElement;
  return {
    field,
    focus: () => (page.activeElement = field),
    blur: () => (page.activeElement = null),
    caret: () => caret,
  };
}

test('two windows on one meeting show the same', async () => {
  const { client, meeting, first, second } = await openMeeting('live');
  const [one, two] = [await openWindow(client, meeting.id), await openWindow(client, meeting.id)];
  const speech = one.session.addRow({
    agendaItemId: first,
    kind: 'speech',
    sourceLanguage: 'en',
    text: 'Good morning',
  });
  const decision = two.session.addRow({ agendaItemId: second, kind: 'decision', sourceLanguage: 'zh', text: '成立' });
  expect(one.session.state.get().entries.get(speech)?.atMs).not.toBeNull();
  await Promise.all([one.session.flush(), two.session.flush()]);
  await vi.waitFor(() => expect(one.session.state.get().numbers.get(decision)).toBe('2.1'));
  one.session.setKind([speech], 'action');
  one.session.setAction(speech, { dueAtNextMeeting: true });
  two.session.text(decision, 'zh').input('成立联合实验室');
  two.session.moveRows([decision], -1);
  two.session.addAttendance(makeAttendance(meeting.id, { name: { en: 'Li', ru: '', zh: '' } }));
  one.session.updateAgendaItem(first, { state: 'discussed' });
  await Promise.all([one.session.flush(), two.session.flush()]);
  await expectFresh(client, one);
  await expectFresh(client, two);
  expect(byId(one.session.state.get().entries)).toEqual(byId(two.session.state.get().entries));
  expect(two.session.state.get().numbers.get(speech)).toBe('1.1');
  expect([...one.said, ...two.said]).toEqual([]);
});

test('what does not change keeps its identity', async () => {
  const { client, meeting, first, second } = await openMeeting();
  const [one, two] = [await openWindow(client, meeting.id), await openWindow(client, meeting.id)];
  const ids = one.session.addRows([
    { agendaItemId: first, kind: 'decision', sourceLanguage: 'en', text: 'One' },
    { agendaItemId: second, kind: 'decision', sourceLanguage: 'en', text: 'Two' },
  ]);
  await one.session.flush();
  await vi.waitFor(() => expect(two.session.state.get().entries.size).toBe(2));
  const before = two.session.state.get();
  one.session.text(ids[0] ?? '', 'en').input('One!');
  await one.session.flush();
  await vi.waitFor(() => expect(two.session.state.get().entries.get(ids[0] ?? '')?.texts.en.text).toBe('One!'));
  const after = two.session.state.get();
  expect(after.entries.get(ids[1] ?? '')).toBe(before.entries.get(ids[1] ?? ''));
  expect(after.rows).toBe(before.rows);
  expect(after.numbers).toBe(before.numbers);
  expect(after.agenda).toBe(before.agenda);
  expect(after.attendance).toBe(before.attendance);
  expect(after.meeting).toBe(before.meeting);
});

test('while the back end is away everything waits, then lands in order and once', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session, way } = window;
  way.isDown = true;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'en', text: 'H' });
  const buffer = session.text(id, 'en');
  buffer.input('He');
  const isSaved = session.flush();
  await vi.waitFor(() => expect(window.saving()).toMatchObject({ unsaved: true, failed: true }));
  buffer.input('Hello');
  session.setKind([id], 'action');
  session.addTime(first, 60);
  const below = session.split(id, 2);
  expect(textsOf(session.state.get(), first)).toEqual(['He', 'llo']);
  expect(await stored(client, meeting.id)).toEqual([]);
  window.reconnect();
  await isSaved;
  await session.flush();
  expect(window.saving()).toMatchObject({ unsaved: false, failed: false });
  const entries = await stored(client, meeting.id);
  expect(entries.map((entry) => [entry.id, entry.kind, entry.texts.en.text])).toEqual([
    [id, 'action', 'He'],
    [below, 'action', 'llo'],
  ]);
  expect((await client.minutes.open({ meetingId: meeting.id })).spentSeconds).toEqual({ [first]: 60 });
  expect(window.said).toEqual([]);
  await expectFresh(client, window);
});

test('a call whose answer was lost is sent again without doing anything twice', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session, way } = window;
  const ids = session.addRows(
    ['One', 'Two', 'Three'].map((text) => ({ agendaItemId: first, kind: 'note', sourceLanguage: 'en', text })),
  );
  await session.flush();
  const [one = '', two = '', three = ''] = ids;
  for (const act of [
    () => void session.addRow({ agendaItemId: first, kind: 'note', sourceLanguage: 'en', text: 'Four' }),
    () => session.text(one, 'en').input('One and a half'),
    () => void session.split(one, 3),
    () => void session.merge(two),
    () => session.removeRows([three]),
    () => session.addTime(first, 30),
    () => session.addAttendance(makeAttendance(meeting.id)),
  ]) {
    way.lostAnswers = 1;
    act();
    const isSaved = session.flush();
    await vi.waitFor(() => {
      expect(way.lostAnswers).toBe(0);
      expect(window.saving().failed).toBe(true);
    });
    window.reconnect();
    await isSaved;
  }
  const { detail, spentSeconds } = await client.minutes.open({ meetingId: meeting.id });
  expect(detail.entries.map(({ texts }) => texts.en.text)).toEqual(['One', 'and a half Two', 'Four']);
  expect(detail.attendance).toHaveLength(1);
  expect(spentSeconds[first]).toBe(30);
  expect(window.said).toEqual([]);
  await expectFresh(client, window);
});

test('a text that somebody else has written meanwhile: both are kept, the user chooses', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const [one = '', two = ''] = session.addRows(
    ['One', 'Two'].map((text) => ({ agendaItemId: first, kind: 'note', sourceLanguage: 'en', text })),
  );
  await session.flush();
  for (const id of [one, two]) {
    const buffer = session.text(id, 'en');
    buffer.input('Mine');
    await client.entries.saveText({ entryId: id, language: 'en', text: 'Theirs', revision: 1 });
    await buffer.flush();
    await vi.waitFor(() => expect(buffer.state.get().conflict?.text).toBe('Theirs'));
    expect(buffer.text()).toBe('Mine');
    expect(window.saving().unsaved).toBe(true);
    if (id === one) await buffer.keepMine();
    else buffer.takeTheirs();
    expect(buffer.state.get().conflict).toBeNull();
  }
  await session.flush();
  expect((await stored(client, meeting.id)).map(({ texts }) => texts.en.text)).toEqual(['Mine', 'Theirs']);
  expect(window.saving().unsaved).toBe(false);
  await expectFresh(client, window);
});

test('a split of a text that somebody else has changed loses neither half', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session, way } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'note', sourceLanguage: 'en', text: 'First. Second.' });
  await session.flush();
  way.isDown = true;
  await client.entries.saveText({ entryId: id, language: 'en', text: 'Theirs', revision: 1 });
  const below = session.split(id, 6);
  window.reconnect();
  await session.flush();
  const buffer = session.text(id, 'en');
  await vi.waitFor(() => expect(buffer.state.get().conflict?.text).toBe('Theirs'));
  expect(buffer.text()).toBe('First.');
  await buffer.keepMine();
  expect((await stored(client, meeting.id)).map((entry) => [entry.id, entry.texts.en.text])).toEqual([
    [id, 'First.'],
    [below, 'Second.'],
  ]);
});

test('split, merge, undo and redo change the focused field as well', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'en' });
  const { field, focus, caret } = makeField();
  const buffer = session.text(id, 'en');
  onTestFinished(buffer.attach(field));
  focus();
  const type = (text: string) => {
    field.value += text;
    buffer.input(field.value);
  };
  for (const letter of 'Good day 你好') type(letter);
  expect(session.split(id, 8)).not.toBe(id);
  expect(field.value).toBe('Good day');
  const [, below = ''] = session.state.get().rows.get(first) ?? [];
  expect(session.merge(below)).toEqual({ id, offset: 9 });
  expect(field.value).toBe('Good day 你好');
  type('!');
  await session.flush();
  await session.undo();
  expect(field.value).toBe('Good day 你好');
  await session.undo();
  expect(field.value).toBe('Good day');
  expect(textsOf(session.state.get(), first)).toEqual(['Good day', '你好']);
  await session.undo();
  expect(textsOf(session.state.get(), first)).toEqual(['Good day 你好']);
  await session.undo();
  expect(field.value).toBe('Good day ');
  await session.undo();
  expect(field.value).toBe('Good ');
  expect(caret()).toBe(5);
  for (let count = 0; count < 5; count++) await session.redo();
  await session.redo();
  expect(field.value).toBe('Good day 你好!');
  expect(window.said).toHaveLength(1);
  await expectFresh(client, window);
});

test('each composed phrase is a step of its own, and never half a syllable is saved', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'zh' });
  const { field, focus } = makeField();
  const buffer = session.text(id, 'zh');
  onTestFinished(buffer.attach(field));
  focus();
  const compose = async (steps: string[], chosen: string) => {
    const before = field.value;
    window.isComposing = true;
    for (const step of [...steps, chosen]) {
      field.value = before + step;
      buffer.input(field.value);
      await session.flush();
      expect((await stored(client, meeting.id))[0]?.texts.zh.text).toBe(before);
    }
    window.endComposition();
  };
  await compose(['n', 'ni', 'ni hao'], '你好');
  await session.flush();
  expect((await stored(client, meeting.id))[0]?.texts.zh.text).toBe('你好');
  await compose(['s', 'shi jie'], '世界');
  await session.undo();
  expect(field.value).toBe('你好');
  await session.undo();
  expect(field.value).toBe('');
  await session.redo();
  expect(field.value).toBe('你好');
});

test('another window never writes into the focused field; it does when the caret has left', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'note', sourceLanguage: 'en', text: 'One' });
  await session.flush();
  const { field, focus, blur } = makeField();
  const buffer = session.text(id, 'en');
  onTestFinished(buffer.attach(field));
  focus();
  await client.entries.saveText({ entryId: id, language: 'en', text: 'Two', revision: 1 });
  await vi.waitFor(() => expect(session.state.get().entries.get(id)?.texts.en.text).toBe('Two'));
  expect(field.value).toBe('One');
  blur();
  await buffer.flush();
  expect(field.value).toBe('Two');
});

test('several texts are replaced in one step, or none', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const ids = session.addRows(
    ['a cat', 'b cat'].map((text) => ({ agendaItemId: first, kind: 'note', sourceLanguage: 'en', text })),
  );
  await session.flush();
  const dogs = ids.map((entryId, index) => ({ entryId, language: 'en' as const, text: `${'ab'.charAt(index)} dog` }));
  await session.replaceTexts(dogs);
  expect((await stored(client, meeting.id)).map(({ texts }) => texts.en.text)).toEqual(['a dog', 'b dog']);
  await session.undo();
  expect(textsOf(session.state.get(), first)).toEqual(['a cat', 'b cat']);
  window.way.isDown = true;
  const { revision = 0 } = (await stored(client, meeting.id))[1]?.texts.en ?? {};
  await client.entries.saveText({ entryId: ids[1] ?? '', language: 'en', text: 'b cow', revision });
  const replaced = session.replaceTexts(dogs);
  window.reconnect();
  await expect(replaced).rejects.toMatchObject({ code: 'CONFLICT' });
  await vi.waitFor(() => expect(textsOf(session.state.get(), first)).toEqual(['a cat', 'b cow']));
  await expectFresh(client, window);
});

test('a meeting that is deleted elsewhere is gone, and comes back', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  session.addRow({ agendaItemId: first, kind: 'note', sourceLanguage: 'en', text: 'One' });
  await session.flush();
  await client.meetings.remove({ id: meeting.id });
  await vi.waitFor(() => expect(session.state.get().isGone).toBe(true));
  await client.history.undo();
  await vi.waitFor(() => expect(session.state.get().isGone).toBe(false));
  await expectFresh(client, window);
});

test('a row that was deleted elsewhere is said once and goes', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session, way } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'note', sourceLanguage: 'en', text: 'One' });
  await session.flush();
  way.isDown = true;
  await client.entries.remove({ ids: [id] });
  session.text(id, 'en').input('One more');
  session.updateRows([id], { kind: 'decision' });
  session.split(id, 3);
  window.reconnect();
  await session.flush();
  await vi.waitFor(() => expect(session.state.get().entries.size).toBe(0));
  expect(window.said).toHaveLength(1);
  expect(window.saving()).toMatchObject({ unsaved: false, failed: false });
});

test('rows move together and over the edge of their agenda item', async () => {
  const { client, meeting, first, second } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const [a = '', b = '', c = ''] = session.addRows(
    ['a', 'b', 'c'].map((text) => ({ agendaItemId: first, kind: 'decision', sourceLanguage: 'en', text })),
  );
  const d = session.addRow({ agendaItemId: second, kind: 'decision', sourceLanguage: 'en', text: 'd' });
  const shown = () => [first, second].map((id) => textsOf(session.state.get(), id).join(''));
  expect(session.moveRows([b, c], -1)).toBe(true);
  expect(shown()).toEqual(['bca', 'd']);
  expect(session.moveRows([b, c], -1)).toBe(false);
  session.moveRows([c, a], 1);
  expect(shown()).toEqual(['b', 'cad']);
  session.moveRows([d, c], -1);
  expect(shown()).toEqual(['bc', 'da']);
  expect(session.state.get().numbers.get(a)).toBe('2.2');
  expect(session.moveRows([a], 1)).toBe(false);
  await session.flush();
  await expectFresh(client, window);
});

test('whatever is done, in good times and bad, what is shown is what was stored', async () => {
  const steps = fc.array(
    fc.record({
      kind: fc.nat(12),
      pick: fc.nat(50),
      at: fc.nat(30),
      text: fc.string({ unit: 'grapheme', maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const { backend, client, meeting, first, second } = await openMeeting();
      const entry = makeEntry(meeting.id, first, { orderKey: 'a5' });
      await client.entries.add({ entries: [entry] });
      const window = await openWindow(client, meeting.id);
      const { session, way } = window;
      const retry = setInterval(() => window.reconnect(), 2);
      for (const { kind, pick, at, text } of script) {
        const rows = [...session.state.get().rows.values()].flat();
        const id = rows[pick % Math.max(rows.length, 1)] ?? '';
        const language = languages[at % 3] ?? 'en';
        const agendaItemId = pick % 2 === 0 ? first : second;
        const acts: (() => unknown)[] = [
          () => session.addRow({ agendaItemId, kind: 'speech', sourceLanguage: language, text }),
          () => session.addRow({ agendaItemId, kind: 'action', sourceLanguage: language, text, afterId: id }),
          () => id && session.text(id, language).input(text),
          () => id && session.text(id, session.state.get().entries.get(id)?.sourceLanguage ?? 'en').input(text),
          () => id && session.split(id, at),
          () => id && session.merge(id),
          () => session.moveRows(rows.slice(at % 5, (at % 5) + 2), pick % 2 === 0 ? 1 : -1),
          () => session.setKind([id], (['speech', 'decision', 'action'] as const)[at % 3] ?? 'note'),
          () => at % 4 === 0 && session.removeRows([id]),
          async () => {
            await session.flush();
            const { undo } = await client.history.state();
            if (undo?.name.startsWith('entry.')) void session.undo();
          },
          () => void session.redo(),
          () => (way.lostAnswers = at % 2),
          () => session.flush(),
        ];
        await acts[kind]?.();
      }
      await session.flush();
      clearInterval(retry);
      await expectFresh(client, window);
      expect(window.saving()).toMatchObject({ unsaved: false, failed: false });
      await backend.close();
    }),
    { numRuns: 25 },
  );
});
