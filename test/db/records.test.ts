import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { RecordProblem } from '#shared/contract/errors.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { formatRecord } from '../../electron/features/records/load.ts';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { projectFolder } from '../support/project-folder.ts';

const folder = join(projectFolder, 'resources/sample');
const samples = readdirSync(folder).sort();
const readSample = (index = 0): MeetingRecord =>
  JSON.parse(readFileSync(join(folder, samples[index] ?? ''), 'utf8')) as MeetingRecord;
const fileOf = (content: unknown): File =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], 'record.json');

const changed = (change: (record: MeetingRecord & Record<string, unknown>) => void): MeetingRecord => {
  const record = readSample();
  change(record);
  return record;
};

test.each<[string, unknown, RecordProblem['code'], string]>([
  ['not JSON', '{"format": "trilogue-record",', 'not-json', ''],
  ['an empty file', '', 'not-json', ''],
  ['bytes that are not UTF-8', new File([new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])], 'x'), 'not-json', ''],
  ['something else', { hello: 'world' }, 'not-a-record', ''],
  ['a list', [], 'not-a-record', ''],
  ['a future version', changed((record) => Object.assign(record, { version: 2 })), 'wrong-version', 'version'],
  [
    'a field too long',
    changed((record) => (record.meeting.title.en = 'x'.repeat(501))),
    'too-long',
    'meeting.title.en',
  ],
  ['an impossible date', changed((record) => (record.meeting.date = '2020-02-30')), 'wrong-date', 'meeting.date'],
  [
    'a wrong kind',
    changed((record) => Object.assign(record.meeting, { kind: 'party' })),
    'wrong-value',
    'meeting.kind',
  ],
  [
    'a missing field',
    changed((record) => Reflect.deleteProperty(record.meeting, 'zone')),
    'missing-field',
    'meeting.zone',
  ],
  [
    'an unknown field',
    changed((record) => Object.assign(record.meeting, { mood: 'good' })),
    'unknown-field',
    'meeting',
  ],
  [
    'a duplicate id',
    changed((record) => record.people.push(structuredClone(record.people[0]!))),
    'duplicate-id',
    'people[7].id',
  ],
  [
    'an id that leads nowhere',
    changed((record) => (record.attendance[0]!.personId = record.meeting.id)),
    'dangling-id',
    'attendance[0].personId',
  ],
  [
    'a polluted prototype',
    JSON.stringify(readSample()).replace('"format"', '"__proto__":{"polluted":1},"format"'),
    'unknown-field',
    '',
  ],
])('refuses %s, names the place and changes nothing', async (_name, content, code, path) => {
  const { client } = openTestBackend().backend;
  const file = content instanceof File ? content : fileOf(content);
  const { error } = await safe(client.records.import({ file }));
  const problems = (error as { data?: { problems: RecordProblem[] } } | null)?.data?.problems;
  expect(problems?.[0]).toMatchObject({ code, path });
  expect(Object.values((await client.app.check()).counts).every((count) => count === 0)).toBe(true);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('a meeting that is here and differs is refused; a register entry that differs stays and is counted', async () => {
  const { client } = openTestBackend().backend;
  const record = readSample();
  await client.records.import({ file: fileOf(record) });
  const [person] = record.people;
  await client.people.update({ id: person!.id, note: 'corrected here' });
  await client.meetings.remove({ id: record.meeting.id });
  expect(await client.records.import({ file: fileOf(record) })).toMatchObject({
    outcome: 'new',
    people: { created: 0, same: 6, kept: 1 },
    group: 'same',
  });
  expect((await client.people.get({ id: person!.id })).note).toBe('corrected here');
  await client.meetings.update({ id: record.meeting.id, number: '7' });
  const { error } = await safe(client.records.import({ file: fileOf(record) }));
  expect((error as unknown as { data: { problems: RecordProblem[] } }).data.problems[0]?.code).toBe('meeting-differs');
});

test('an id that something else here already has is refused', async () => {
  const { client } = openTestBackend().backend;
  const record = readSample();
  await client.records.import({ file: fileOf(record) });
  const other = readSample(1);
  const oldId = other.agenda[0]!.id;
  const text = JSON.stringify(other).replaceAll(oldId, record.entries[0]!.id);
  const { error } = await safe(client.records.import({ file: fileOf(text) }));
  expect((error as unknown as { data: { problems: RecordProblem[] } }).data.problems[0]).toMatchObject({
    code: 'id-taken',
    path: 'agenda[0].id',
  });
});

test('every sample comes back byte for byte, and loading them twice adds nothing', async () => {
  const { client } = openTestBackend().backend;
  expect(await client.records.loadSample()).toEqual({ added: samples.length });
  expect(await client.records.loadSample()).toEqual({ added: 0 });
  for (const [index, name] of samples.entries()) {
    const file = await client.records.export({ meetingId: readSample(index).meeting.id });
    expect(await file.text(), name).toBe(readFileSync(join(folder, name), 'utf8'));
  }
});

/** A sample whose first agreement was signed by the first who attended, and whose first person's name follows a system. */
function withSignatoriesAndScheme(): MeetingRecord {
  const index = samples.findIndex((_name, place) => readSample(place).agreements.length > 0);
  const record = readSample(index);
  const [agreement] = record.agreements;
  const [person] = record.people;
  agreement!.signatories = record.attendance.slice(0, 2).map(({ id: attendanceId }, place) => ({
    id: `01a0f67a-5f10-7f90-b5b8-00000000000${String(place)}`,
    attendanceId,
  }));
  person!.names.latin.scheme = 'icao_9303';
  return record;
}

test('signatories and the system of a spelling come back byte for byte, and are known again', async () => {
  const { client } = openTestBackend().backend;
  const bytes = formatRecord(withSignatoriesAndScheme());
  expect(bytes).toContain('"scheme": "icao_9303"');
  expect(bytes).toContain('"signatories"');
  const imported = await client.records.import({ file: fileOf(bytes) });
  expect(await (await client.records.export({ meetingId: imported.meeting.id })).text()).toBe(bytes);
  expect(await client.records.import({ file: fileOf(bytes) })).toMatchObject({ outcome: 'same', people: { kept: 0 } });
});

test('nobody named as a signatory is the same as no list of them', async () => {
  const { client } = openTestBackend().backend;
  const record = withSignatoriesAndScheme();
  record.agreements[0]!.signatories = [];
  const imported = await client.records.import({ file: fileOf(record) });
  const exported = await (await client.records.export({ meetingId: imported.meeting.id })).text();
  expect(exported).not.toContain('signatories');
  expect(await client.records.import({ file: fileOf(record) })).toMatchObject({ outcome: 'same' });
});

test.each<[string, (record: MeetingRecord) => void, RecordProblem['code'], RegExp]>([
  [
    'who is not on the list of the meeting',
    (record) => (record.agreements[0]!.signatories![0]!.attendanceId = record.meeting.id),
    'dangling-id',
    /signatories\[0\]\.attendanceId$/u,
  ],
  [
    'with an id used twice',
    (record) => (record.agreements[0]!.signatories![1]!.id = record.agreements[0]!.signatories![0]!.id),
    'duplicate-id',
    /signatories\[1\]\.id$/u,
  ],
])('a signatory %s is refused', async (_name, change, code, path) => {
  const { client } = openTestBackend().backend;
  const record = withSignatoriesAndScheme();
  change(record);
  const { error } = await safe(client.records.import({ file: fileOf(record) }));
  const [problem] = (error as unknown as { data: { problems: RecordProblem[] } }).data.problems;
  expect(problem).toMatchObject({ code, path: expect.stringMatching(path) as string });
});

test('a signatory is held: the seat is in use, a stranger is refused, the list changes and is undone', async () => {
  const { client, context } = openTestBackend().backend;
  const record = withSignatoriesAndScheme();
  await client.records.import({ file: fileOf(record) });
  const [agreement] = record.agreements;
  const [signatory, other] = agreement!.signatories!;
  const { error } = await safe(client.attendance.remove({ id: signatory!.attendanceId! }));
  expect((error as unknown as { data: { uses: unknown[] } }).data.uses).toContainEqual({ kind: 'agreement', count: 1 });
  const stranger = { id: signatory!.id, attendanceId: record.meeting.id };
  const refused = await safe(client.agreements.update({ id: agreement!.id, signatories: [stranger] }));
  expect(refused.error).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'attendance' } });
  const before = dump(context.connection);
  await client.agreements.update({ id: agreement!.id, signatories: [other!] });
  expect((await client.meetings.get({ id: record.meeting.id })).agreements[0]?.signatories).toEqual([other]);
  await client.agreements.update({ id: agreement!.id, signatories: [] });
  expect((await client.meetings.get({ id: record.meeting.id })).agreements[0]).not.toHaveProperty('signatories');
  await client.history.undo();
  await client.history.undo();
  expect(dump(context.connection)).toEqual(before);
  await client.meetings.remove({ id: record.meeting.id });
  expect((await client.app.check()).counts['agreement_signatory']).toBe(0);
  await client.history.undo();
  expect(dump(context.connection)).toEqual(before);
});

/** A sample in whose first entry somebody is named who is neither on the list nor in the group, and whose first side has a quorum. */
function withMentionsAndQuorum(): MeetingRecord {
  const record = readSample(samples.findIndex((_name, place) => readSample(place).meeting.sides.length > 0));
  const stranger = structuredClone(record.people[0]!);
  stranger.id = '01a0f67a-5f10-7f90-b5b8-000000000009';
  stranger.affiliations = [];
  stranger.aliases = [];
  record.people = [...record.people, stranger].sort((one, other) => (one.id < other.id ? -1 : 1));
  record.entries[0]!.mentions = [record.people[0]!.id, stranger.id].sort();
  record.meeting.sides[0]!.quorum = 3;
  return record;
}

test('mentions and a quorum come back byte for byte, with the people who are mentioned', async () => {
  const { client, context } = openTestBackend().backend;
  const record = withMentionsAndQuorum();
  const bytes = formatRecord(record);
  expect(bytes.match(/"quorum"/gu)).toHaveLength(1);
  expect(bytes.match(/"mentions"/gu)).toHaveLength(1);
  const imported = await client.records.import({ file: fileOf(bytes) });
  expect(await (await client.records.export({ meetingId: imported.meeting.id })).text()).toBe(bytes);
  expect(await client.records.import({ file: fileOf(bytes) })).toMatchObject({ outcome: 'same', people: { kept: 0 } });
  const before = dump(context.connection);
  await client.history.undo();
  expect((await client.app.check()).counts).toMatchObject({ entry_mention: 0, meeting_side: 0 });
  await client.history.redo();
  expect(dump(context.connection)).toEqual(before);
});

test('mentions in another order, twice, or an empty list of them mean the same', async () => {
  const { client } = openTestBackend().backend;
  const record = withMentionsAndQuorum();
  const bytes = formatRecord(record);
  const [first, second] = record.entries;
  first!.mentions = [...first!.mentions!, ...first!.mentions!].reverse();
  second!.mentions = [];
  const imported = await client.records.import({ file: fileOf(record) });
  expect(await (await client.records.export({ meetingId: imported.meeting.id })).text()).toBe(bytes);
  expect(await client.records.import({ file: fileOf(record) })).toMatchObject({ outcome: 'same' });
});

test('a mention that leads nowhere is refused', async () => {
  const { client } = openTestBackend().backend;
  const record = withMentionsAndQuorum();
  record.entries[0]!.mentions = [record.meeting.id];
  const { error } = await safe(client.records.import({ file: fileOf(record) }));
  expect((error as unknown as { data: { problems: RecordProblem[] } }).data.problems).toMatchObject([
    { code: 'dangling-id', path: 'entries[0].mentions[0]' },
  ]);
});
