import { expect, onTestFinished, test } from 'vitest';
import {
  eventually,
  expectFresh,
  makeField,
  openMeeting,
  openWindow,
  stored,
  textsOf,
} from '../support/minutes-window.ts';

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
    await eventually(() => expect(buffer.state.get().conflict?.text).toBe('Theirs'));
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
  await eventually(() => expect(buffer.state.get().conflict?.text).toBe('Theirs'));
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
  await eventually(() => expect(session.state.get().entries.get(id)?.texts.en.text).toBe('Two'));
  expect(field.value).toBe('One');
  blur();
  await buffer.flush();
  expect(field.value).toBe('Two');
});

test('a row that begins with a letter is one step with the word', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'en', text: 'G' });
  const { field, focus } = makeField();
  const buffer = session.text(id, 'en');
  onTestFinished(buffer.attach(field));
  focus();
  for (const text of ['Go', 'Goo', 'Good', 'Good ', 'Good d']) {
    field.value = text;
    buffer.input(text);
    await session.flush();
  }
  await session.undo();
  expect(field.value).toBe('Good ');
  await session.undo();
  expect(session.state.get().entries.size).toBe(0);
  await session.redo();
  expect(textsOf(session.state.get(), first)).toEqual(['Good ']);
  await expectFresh(client, window);
});
