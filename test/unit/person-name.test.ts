import { expect, test } from 'vitest';
import { chooseName, confirmedScripts, type PersonNames } from '#shared/domain/person-name.ts';
import { emptyText } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import { makeAttendance, makeMeeting, makePerson } from '../support/records.ts';

const empty = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };
const entered = { ...empty, family: 'Hu', given: 'Yidong' };
const suggested = { ...empty, family: 'Ху', given: 'Идун', source: 'generated' as const };

test('an unconfirmed suggestion stands in for nothing but an empty record', () => {
  const names: PersonNames = { latin: entered, cyrillic: suggested, han: empty };
  expect(confirmedScripts(names)).toEqual(['latin']);
  expect(chooseName(names, 'ru')).toEqual({ text: 'Hu Yidong', language: 'en', isFallback: true });
  expect(chooseName({ ...names, cyrillic: { ...suggested, source: 'entered' } }, 'ru').text).toBe('Ху Идун');
  expect(chooseName({ ...names, latin: empty }, 'en')).toEqual({ text: 'Ху Идун', language: 'ru', isFallback: true });
});

test('lists and minutes never print a suggestion as if it had been entered', async () => {
  const { client } = openTestBackend().backend;
  const person = makePerson({ names: { latin: entered, cyrillic: suggested, han: { ...empty } } });
  await client.people.create(person);
  expect((await client.people.list())[0]?.name).toEqual({ en: 'Hu Yidong', ru: '', zh: '' });
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  const attendance = await client.attendance.add(makeAttendance(meeting.id, { personId: person.id }));
  expect(attendance.name).toEqual({ ...emptyText(), en: 'Hu Yidong' });
});
