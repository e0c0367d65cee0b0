import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdicts } from '#shared/contract/translations.ts';
import { languages } from '#shared/domain/language.ts';
import { byId, eventually, expectFresh, openMeeting, openWindow, stored, textsOf } from '../support/minutes-window.ts';
import { makeAgendaItem, makeAttendance, makeEntry } from '../support/records.ts';

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
  await eventually(() => expect(one.session.state.get().numbers.get(decision)).toBe('2.1'));
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
  await eventually(() => expect(two.session.state.get().entries.size).toBe(2));
  const before = two.session.state.get();
  one.session.text(ids[0] ?? '', 'en').input('One!');
  await one.session.flush();
  await eventually(() => expect(two.session.state.get().entries.get(ids[0] ?? '')?.texts.en.text).toBe('One!'));
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
  await eventually(() => expect(window.saving()).toMatchObject({ unsaved: true, failed: true }));
  buffer.input('Hello');
  session.setKind([id], 'action');
  session.addTime(first, 60);
  const forgotten = makeAgendaItem(meeting.id, 'a2');
  session.addAgendaItem(forgotten);
  const under = session.addRow({ agendaItemId: forgotten.id, kind: 'note', sourceLanguage: 'en', text: 'Any other' });
  const below = session.split(id, 2);
  expect(textsOf(session.state.get(), first)).toEqual(['He', 'llo']);
  expect(await stored(client, meeting.id)).toEqual([]);
  window.reconnect();
  await isSaved;
  await session.flush();
  expect(window.saving()).toMatchObject({ unsaved: false, failed: false });
  const { true: entries = [], false: rest = [] } = Object.groupBy(await stored(client, meeting.id), (entry) =>
    entry.agendaItemId === first ? 'true' : 'false',
  );
  expect(entries.map((entry) => [entry.id, entry.kind, entry.texts.en.text])).toEqual([
    [id, 'action', 'He'],
    [below, 'action', 'llo'],
  ]);
  expect(rest.map(({ id: other, texts }) => [other, texts.en.text])).toEqual([[under, 'Any other']]);
  expect((await client.minutes.open({ meetingId: meeting.id })).detail.agenda.at(-1)).toEqual(forgotten);
  expect((await client.minutes.open({ meetingId: meeting.id })).spentSeconds).toEqual({ [first]: 60 });
  expect(window.said).toEqual([]);
  await expectFresh(client, window);
});

test('while the disk is full typing goes on in memory, and everything lands by itself when there is room', async () => {
  const { backend, client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session, way } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'zh', text: '已保存' });
  await session.flush();
  const { connection } = backend.context;
  // SQLite's own limit: the answer is the one of a full disk.
  connection.pragma(`max_page_count = ${String(connection.pragma('page_count'))}`);
  const long = '一'.repeat(19_000);
  session.text(id, 'zh').input(long);
  const isSaved = session.flush();
  await eventually(() => expect(window.saving()).toMatchObject({ unsaved: true, failed: true }));
  expect(way.sent.filter((name) => name === 'entries.saveText')).not.toEqual([]);
  session.text(id, 'zh').input(`${long}二`);
  session.setKind([id], 'decision');
  const below = session.split(id, 19_000);
  session.addAttendance(makeAttendance(meeting.id));
  expect((await stored(client, meeting.id)).map(({ kind, texts }) => [kind, texts.zh.text])).toEqual([
    ['speech', '已保存'],
  ]);
  expect(window.said).toEqual([]);
  connection.pragma('max_page_count = 1000000');
  await isSaved;
  await session.flush();
  expect((await stored(client, meeting.id)).map((entry) => [entry.id, entry.kind, entry.texts.zh.text])).toEqual([
    [id, 'decision', long],
    [below, 'decision', '二'],
  ]);
  expect(window.said).toEqual([]);
  expect(window.saving()).toMatchObject({ unsaved: false, failed: false });
  expect((await client.app.check()).integrity).toBe('ok');
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
    () => session.addAgendaItem(makeAgendaItem(meeting.id, 'a2')),
  ]) {
    way.lostAnswers = 1;
    act();
    const isSaved = session.flush();
    await eventually(() => {
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
  await eventually(() => expect(textsOf(session.state.get(), first)).toEqual(['a cat', 'b cow']));
  await expectFresh(client, window);
});

test('a meeting that is deleted elsewhere is gone, and comes back', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  session.addRow({ agendaItemId: first, kind: 'note', sourceLanguage: 'en', text: 'One' });
  await session.flush();
  await client.meetings.remove({ id: meeting.id });
  await eventually(() => expect(session.state.get().isGone).toBe(true));
  await client.history.undo();
  await eventually(() => expect(session.state.get().isGone).toBe(false));
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
  await eventually(() => expect(session.state.get().entries.size).toBe(0));
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

test('two texts of a row that are handed over at once are both shown, and joined with the row above', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const [above = '', below = ''] = session.addRows(
    ['', ''].map((text) => ({ agendaItemId: first, kind: 'note', sourceLanguage: 'ru', text })),
  );
  session.text(below, 'en').input('Item');
  session.text(below, 'ru').input('Пункт');
  session.merge(below);
  session.text(above, 'ru').input('Пункт 1');
  await session.flush();
  const [joined] = await stored(client, meeting.id);
  expect([joined?.texts.en.text, joined?.texts.ru.text]).toEqual(['Item', 'Пункт 1']);
  await expectFresh(client, window);
});

const isOfTexts = (name: string): boolean => ['entry.', 'text.'].some((part) => name.startsWith(part));

test('whatever is done, in good times and bad, what is shown is what was stored', async () => {
  const steps = fc.array(
    fc.record({
      kind: fc.nat(15),
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
            if (undo && isOfTexts(undo.name)) void session.undo();
          },
          () => void session.redo(),
          () => (way.lostAnswers = at % 2),
          () => session.flush(),
          () => {
            const heading = session.state.get().headings[pick % 6];
            if (heading) session.textAt({ kind: heading.kind, id: heading.id, language }).input(text);
          },
          () => {
            const texts = [
              ...session.state.get().headings,
              ...rows.map((row) => ({ kind: 'entry' as const, id: row })),
            ];
            const places = texts.slice(pick % 5, (pick % 5) + 4).map((place) => ({ ...place, language }));
            session.settle(places, verdicts[at % verdicts.length] ?? 'right');
          },
          () => {
            const [heading] = session.state.get().headings;
            if (heading && at % 2 === 0) session.setSource(heading, language);
            else if (id) session.setSource({ kind: 'entry', id }, language);
          },
        ];
        await acts[kind]?.();
      }
      await session.flush();
      clearInterval(retry);
      await expectFresh(client, window);
      expect(window.saving()).toMatchObject({ unsaved: false, failed: false });
      await backend.close();
    }),
    {
      numRuns: 20,
      // A letter typed into a row while the step that takes it away is under way, then the step forth.
      examples: [[[9, 2, 10].map((kind) => ({ kind, pick: 0, at: 0, text: ' ' }))]],
    },
  );
});
