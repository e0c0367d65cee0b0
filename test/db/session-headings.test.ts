import { expect, onTestFinished, test } from 'vitest';
import type { TextPlace } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import { stateOf, type Translated } from '#shared/domain/translations/state.ts';
import type { MinutesState } from '../../renderer/features/minutes/model/types.ts';
import { eventually, expectFresh, makeField, openMeeting, openWindow, stored } from '../support/minutes-window.ts';

const headingOf = (state: MinutesState, { kind, id }: Pick<TextPlace, 'kind' | 'id'>): Translated | undefined =>
  state.headings.find((heading) => heading.kind === kind && heading.id === id);
const placeIn = (language: Language, { kind, id }: Pick<TextPlace, 'kind' | 'id'>): TextPlace => ({
  kind,
  id,
  language,
});

test('a title is written in its line, in another window and by a form, and all show the same', async () => {
  const { client, meeting, first } = await openMeeting();
  const [one, two] = [await openWindow(client, meeting.id), await openWindow(client, meeting.id)];
  const title = { kind: 'agenda_title', id: first } as const;
  one.session.textAt(placeIn('ru', title)).input('Открытие');
  two.session.textAt(placeIn('zh', title)).input('开幕式');
  await Promise.all([one.session.flush(), two.session.flush()]);
  expect(one.session.state.get().agenda[0]?.title.ru).toBe('Открытие');
  await eventually(() => expect(one.session.state.get().agenda[0]?.title.zh).toBe('开幕式'));
  await client.agenda.update({ id: first, title: { en: 'The opening', ru: 'Открытие', zh: '开幕式' } });
  await eventually(() => expect(headingOf(one.session.state.get(), title)?.texts.en.text).toBe('The opening'));
  expect(one.session.textAt(placeIn('en', title)).text()).toBe('The opening');
  await expectFresh(client, one);
  await expectFresh(client, two);
  expect([...one.said, ...two.said]).toEqual([]);
});

test('titles of the meeting stand under one record and do not get into each other', async () => {
  const { client, meeting } = await openMeeting();
  await client.meetings.update({ id: meeting.id, theme: { en: 'Theme', ru: '', zh: '' } });
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  session.textAt({ kind: 'meeting_title', id: meeting.id, language: 'ru' }).input('Название');
  session.textAt({ kind: 'meeting_theme', id: meeting.id, language: 'ru' }).input('Тема\nв двух строках');
  await session.flush();
  expect(session.state.get().meeting).toMatchObject({
    title: { ru: 'Название' },
    theme: { ru: 'Тема\nв двух строках' },
  });
  await expectFresh(client, window);
});

test('a title that somebody else has written meanwhile: both are kept, the user chooses', async () => {
  const { client, meeting, first, second } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  for (const id of [first, second]) {
    const buffer = session.textAt({ kind: 'agenda_title', id, language: 'en' });
    const { field, focus } = makeField();
    onTestFinished(buffer.attach(field));
    focus();
    buffer.input('Mine');
    const { revision } = headingOf(session.state.get(), { kind: 'agenda_title', id })?.texts.en ?? { revision: 0 };
    await client.translations.saveHeading({ kind: 'agenda_title', id, language: 'en', text: 'Theirs', revision });
    await buffer.flush();
    await eventually(() => expect(buffer.state.get().conflict?.text).toBe('Theirs'));
    expect(buffer.text()).toBe('Mine');
    if (id === first) await buffer.keepMine();
    else buffer.takeTheirs();
  }
  await session.flush();
  const { detail } = await client.minutes.open({ meetingId: meeting.id });
  expect(detail.agenda.map(({ title }) => title.en)).toEqual(['Mine', 'Theirs']);
  expect(window.saving().unsaved).toBe(false);
  await expectFresh(client, window);
});

test('what is typed while a title is being saved is not overwritten, and undo takes words back in the field', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const place: TextPlace = { kind: 'agenda_title', id: first, language: 'en' };
  const buffer = session.textAt(place);
  const { field, focus } = makeField();
  onTestFinished(buffer.attach(field));
  focus();
  const type = (text: string) => {
    field.value += text;
    buffer.input(field.value);
  };
  field.value = '';
  buffer.input('');
  // Nothing is left of it in this language: the line stays as long as the caret is in it.
  for (const letter of 'New ') type(letter);
  void buffer.flush();
  type('w');
  await client.agenda.update({ id: first, state: 'discussed' });
  await eventually(() => expect(session.state.get().agenda[0]?.state).toBe('discussed'));
  expect(field.value).toBe('New w');
  for (const letter of 'ords') type(letter);
  await session.flush();
  // The state of the item was set from outside, after the first word.
  await session.undo();
  expect(field.value).toBe('New ');
  expect(session.state.get().agenda[0]?.title.en).toBe('New ');
  await session.redo();
  expect(field.value).toBe('New words');
  await expectFresh(client, window);
});

test('a title that is emptied in order to be written anew keeps its line while the caret is in it', async () => {
  const { client, meeting } = await openMeeting();
  await client.meetings.update({ id: meeting.id, theme: { en: 'Theme', ru: '', zh: '' } });
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const place: TextPlace = { kind: 'meeting_theme', id: meeting.id, language: 'en' };
  const buffer = session.textAt(place);
  const { field, focus, blur } = makeField();
  const leave = buffer.attach(field);
  focus();
  field.value = '';
  buffer.input('');
  await session.flush();
  await client.meetings.update({ id: meeting.id, number: '7' });
  await eventually(() => expect(session.state.get().meeting.number).toBe('7'));
  expect(headingOf(session.state.get(), place)?.texts.en.text).toBe('');
  field.value = 'Another';
  buffer.input('Another');
  await session.flush();
  expect(window.said).toEqual([]);
  expect(buffer.state.get().conflict).toBeNull();
  buffer.input('');
  await session.flush();
  blur();
  leave();
  await client.meetings.update({ id: meeting.id, title: { en: 'Title', ru: '', zh: '' } });
  await eventually(() => expect(session.state.get().meeting.title.en).toBe('Title'));
  await eventually(() => expect(headingOf(session.state.get(), place)).toBeUndefined());
  await expectFresh(client, window);
});

test('an agenda item that was deleted elsewhere is said once and its line goes', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session, way } = window;
  const place: TextPlace = { kind: 'agenda_title', id: first, language: 'en' };
  const buffer = session.textAt(place);
  const { field, focus } = makeField();
  onTestFinished(buffer.attach(field));
  focus();
  way.isDown = true;
  buffer.input('Opening!');
  await client.agenda.remove({ id: first });
  window.reconnect();
  await session.flush();
  await eventually(() => expect(headingOf(session.state.get(), place)).toBeUndefined());
  expect(window.said).toHaveLength(1);
  expect(window.saving()).toMatchObject({ unsaved: false, failed: false });
  await expectFresh(client, window);
});

test('what is typed is saved before it is settled, and the verdict is one step back', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session, way } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'en', text: 'Good day' });
  session.text(id, 'ru').input('Добрый день');
  await session.flush();
  way.sent.length = 0;
  way.isDown = true;
  session.text(id, 'en').input('Good evening');
  session.text(id, 'ru').input('Добрый вечер');
  const title = { kind: 'agenda_title', id: first } as const;
  session.textAt(placeIn('ru', title)).input('Открытие');
  session.settle([{ kind: 'entry', id, language: 'ru' }, placeIn('ru', title), placeIn('en', title)], 'reviewed');
  const shown = session.state.get().entries.get(id);
  expect(shown?.texts).toMatchObject({ en: { status: 'draft' }, ru: { text: 'Добрый вечер', status: 'reviewed' } });
  window.reconnect();
  await session.flush();
  expect(way.sent.filter((name) => !name.startsWith('minutes.')).at(-1)).toBe('translations.settle');
  const [row] = await stored(client, meeting.id);
  expect(row?.texts.ru).toMatchObject({ status: 'reviewed', baseRevision: row?.texts.en.revision });
  expect(headingOf(session.state.get(), title)?.texts).toMatchObject({
    en: { status: 'reviewed' },
    ru: { text: 'Открытие', status: 'reviewed' },
    zh: { status: 'draft' },
  });
  await session.undo();
  expect(session.state.get().entries.get(id)?.texts.ru).toMatchObject({ text: 'Добрый вечер', status: 'draft' });
  expect(headingOf(session.state.get(), title)?.texts.en.status).toBe('draft');
  expect(window.said).toEqual([]);
  await expectFresh(client, window);
});

test('a letter typed behind a verdict that waits makes a draft of the text, and is a step of its own', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session, way } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'en', text: 'Good day' });
  await session.flush();
  way.isDown = true;
  const buffer = session.text(id, 'ru');
  buffer.input('Добрый');
  session.settle([{ kind: 'entry', id, language: 'ru' }], 'reviewed');
  buffer.input('Добрый!');
  const isSaved = session.flush();
  expect(session.state.get().entries.get(id)?.texts.ru.status).toBe('draft');
  window.reconnect();
  await isSaved;
  expect(session.state.get().entries.get(id)?.texts.ru).toMatchObject({ text: 'Добрый!', status: 'draft' });
  await session.undo();
  expect(session.state.get().entries.get(id)?.texts.ru).toMatchObject({ text: 'Добрый', status: 'reviewed' });
  await expectFresh(client, window);
});

test('a source that changes makes its translations outdated, and «still right» settles them', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'zh', text: '成立' });
  session.text(id, 'ru').input('Создать');
  await session.flush();
  const row = { kind: 'entry', id } as const;
  const title = { kind: 'agenda_title', id: first } as const;
  const shown = (): Translated[] => {
    const state = session.state.get();
    return [state.entries.get(id), headingOf(state, title)].flatMap((translated) => translated ?? []);
  };
  session.settle([placeIn('ru', row), placeIn('ru', title)], 'reviewed');
  session.text(id, 'zh').input('成立联合实验室');
  session.textAt(placeIn('en', title)).input('The opening');
  await session.flush();
  await eventually(() => expect(shown().map((text) => stateOf(text, 'ru'))).toEqual(['outdated', 'outdated']));
  session.settle([placeIn('ru', row), placeIn('ru', title)], 'right');
  expect(shown().map((text) => stateOf(text, 'ru'))).toEqual(['filled', 'filled']);
  await session.flush();
  expect(shown().map(({ texts }) => texts.ru.status)).toEqual(['reviewed', 'reviewed']);
  await expectFresh(client, window);
});

test('a verdict on a text that was changed meanwhile is refused, said, and everything is shown as it is', async () => {
  const { client, meeting, first, second } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session, way } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'en', text: 'Good day' });
  await session.flush();
  way.isDown = true;
  await client.entries.saveText({ entryId: id, language: 'en', text: 'Theirs', revision: 1 });
  const title: TextPlace = { kind: 'agenda_title', id: second, language: 'en' };
  session.settle([{ kind: 'entry', id, language: 'en' }, title], 'reviewed');
  expect(session.state.get().entries.get(id)?.texts.en.status).toBe('reviewed');
  window.reconnect();
  await session.flush();
  await eventually(() => expect(session.text(id, 'en').text()).toBe('Theirs'));
  expect(session.state.get().entries.get(id)?.texts.en.status).toBe('draft');
  expect(headingOf(session.state.get(), title)?.texts.en.status).toBe('draft');
  expect(window.said).toHaveLength(1);
  await expectFresh(client, window);
});

test('nothing is said of letters that are in conflict, and what else was settled with them is', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session, way } = window;
  const [one = '', two = ''] = session.addRows(
    ['One', 'Two'].map((text) => ({ agendaItemId: first, kind: 'note', sourceLanguage: 'en', text })),
  );
  await session.flush();
  way.isDown = true;
  session.text(one, 'en').input('Mine');
  await client.entries.saveText({ entryId: one, language: 'en', text: 'Theirs', revision: 1 });
  const places = [one, two].map((id): TextPlace => ({ kind: 'entry', id, language: 'en' }));
  session.settle(places, 'reviewed');
  window.reconnect();
  await session.flush();
  await eventually(() => expect(session.text(one, 'en').state.get().conflict?.text).toBe('Theirs'));
  await eventually(() => {
    const { entries } = session.state.get();
    expect([one, two].map((id) => entries.get(id)?.texts.en.status)).toEqual(['draft', 'reviewed']);
  });
  session.settle(places.slice(0, 1), 'reviewed');
  expect(session.state.get().entries.get(one)?.texts.en.status).toBe('draft');
  expect(window.said).toEqual([]);
  session.text(one, 'en').takeTheirs();
  await expectFresh(client, window);
});

test('a text that is not needed is needed again as soon as something is written', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'en', text: 'Good day' });
  const shown = (): Translated | undefined => session.state.get().entries.get(id);
  const stateIn = (language: Language) => (shown() ? stateOf(shown() as Translated, language) : null);
  const places = (['en', 'ru', 'zh'] as const).map((language): TextPlace => ({ kind: 'entry', id, language }));
  session.settle(places, 'not_needed');
  expect([stateIn('en'), stateIn('ru'), stateIn('zh')]).toEqual(['filled', 'not_needed', 'not_needed']);
  session.settle(places.slice(2), 'needed');
  expect(stateIn('zh')).toBe('empty');
  session.text(id, 'ru').input('Добрый день');
  await session.flush();
  expect(stateIn('ru')).toBe('filled');
  session.text(id, 'ru').input('');
  await session.flush();
  expect(stateIn('ru')).toBe('empty');
  await expectFresh(client, window);
});

test('another source turns the translations round, of a row and of a title', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const { session } = window;
  const id = session.addRow({ agendaItemId: first, kind: 'speech', sourceLanguage: 'en', text: 'Good day' });
  session.text(id, 'ru').input('Добрый день');
  const title = { kind: 'agenda_title', id: first } as const;
  session.setSource({ kind: 'entry', id }, 'ru');
  session.setSource(title, 'ru');
  const shown = () => [session.state.get().entries.get(id), headingOf(session.state.get(), title)];
  expect(shown().map((text) => text?.sourceLanguage)).toEqual(['ru', 'ru']);
  await session.flush();
  session.text(id, 'ru').input('Добрый вечер');
  session.textAt(placeIn('ru', title)).input('Открытие');
  await session.flush();
  await eventually(() => expect(shown().map((text) => text && stateOf(text, 'en'))).toEqual(['outdated', 'outdated']));
  expect(window.said).toEqual([]);
  await expectFresh(client, window);
});

test('a title longer than its line takes is not sent', async () => {
  const { client, meeting, first } = await openMeeting();
  const window = await openWindow(client, meeting.id);
  const buffer = window.session.textAt({ kind: 'agenda_title', id: first, language: 'en' });
  buffer.input('a'.repeat(501));
  expect(buffer.state.get().isTooLong).toBe(true);
  await buffer.flush();
  expect(window.said).toEqual([]);
  buffer.input('a'.repeat(500));
  await buffer.flush();
  expect(window.saving().unsaved).toBe(false);
  await expectFresh(client, window);
});
