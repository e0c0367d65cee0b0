import { expect, test } from 'vitest';
import { documentFinding } from '#shared/contract/documents.ts';
import { emptyText } from '#shared/domain/language.ts';
import { checkMinutes } from '#shared/domain/minutes/index.ts';
import { exampleRecord, id } from './example-record.ts';

const list = (...parameters: Parameters<typeof checkMinutes>): string[] =>
  checkMinutes(...parameters).map(
    ({ code, language, ref, label }) => `${code} ${language ?? '-'} ${ref.kind} ${label}`,
  );

test('every finding has the shape of the contract', () => {
  const findings = checkMinutes(exampleRecord(), ['en', 'ru', 'zh']);
  expect(findings.map((finding) => documentFinding.parse(finding))).toEqual(findings);
});

test('what an English document lacks', () => {
  expect(list(exampleRecord(), ['en'])).toEqual([
    'position-missing - attendance Ivanova Anna',
    'organization-missing - attendance Ivanova Anna',
    'position-missing - attendance Petrov Ilya',
    'organization-missing - attendance Petrov Ilya',
    'position-missing - attendance Li Na',
    'organization-missing - attendance Li Na',
    'text-missing en entry 2: Предложено начать с материалов.',
    'speaker-unknown - entry 2: Предложено начать с материалов.',
    'action-without-owner - entry 2.2',
    'action-without-due - entry 2.2',
    'agreement-title-missing - agreement 1',
  ]);
});

test('names and texts are missing per language', () => {
  const findings = list(exampleRecord(), ['ru', 'zh']);
  expect(findings).toContain('name-missing ru attendance Zhao Wei');
  expect(findings).toContain('name-missing zh attendance Zhao Wei');
  expect(findings).toContain('name-missing zh attendance Kuznetsov Anton Borisovich');
  expect(findings).not.toContain('name-missing ru attendance Kuznetsov Anton Borisovich');
  expect(findings).toContain('text-missing zh entry 2.2');
  expect(findings).not.toContain('text-missing ru entry 2.2');
});

test('the meeting itself', () => {
  const record = exampleRecord();
  Object.assign(record.meeting, { title: emptyText(), startTime: null, format: 'in_person' });
  record.meeting.sides[0]!.name = { ...emptyText(), en: 'Chinese side' };
  record.attendance = [];
  const findings = checkMinutes(record, ['zh']);
  const codes = findings.map(({ code, language, ref }) => `${code} ${language ?? '-'} ${ref.id}`);
  expect(codes).toEqual(
    expect.arrayContaining([
      `title-missing - ${id(0, 1)}`,
      `time-missing - ${id(0, 1)}`,
      `place-missing - ${id(0, 1)}`,
      `side-name-missing zh ${id(1, 1)}`,
      `chair-missing - ${id(0, 1)}`,
      `secretary-missing - ${id(0, 1)}`,
    ]),
  );
});

test('an online meeting needs no place', () => {
  expect(list(exampleRecord(), ['en']).join()).not.toContain('place-missing');
});

test('a proposal is resolved by a decision or an action after it under the same item', () => {
  const record = exampleRecord();
  const [first, second] = record.agenda;
  const make = (number: number, kind: 'proposal' | 'decision' | 'action', agendaItemId: string) => ({
    ...record.entries[0]!,
    id: id(6, 100 + number),
    kind,
    agendaItemId,
    orderKey: `b${number}`,
  });
  record.entries = [
    make(1, 'proposal', first!.id),
    make(2, 'decision', first!.id),
    make(3, 'proposal', first!.id),
    make(4, 'action', second!.id),
    make(5, 'proposal', second!.id),
  ];
  const unresolved = (): string[] =>
    checkMinutes(record, ['en'])
      .filter(({ code }) => code === 'proposal-unresolved')
      .map(({ ref, label }) => `${ref.kind} ${ref.id} ${label}`);
  expect(unresolved()).toEqual([`entry ${id(6, 103)} 1.2`, `entry ${id(6, 105)} 2.1`]);
  record.entries.push(make(6, 'action', second!.id), make(7, 'decision', first!.id));
  expect(unresolved()).toEqual([]);
});

test('whoever is still only expected is named until somebody says how it was', () => {
  const record = exampleRecord();
  const [someone] = record.attendance;
  someone!.presence = 'expected';
  const unsettled = (): string[] =>
    checkMinutes(record, ['en'])
      .filter(({ code }) => code === 'attendance-unsettled')
      .map(({ ref }) => `${ref.kind} ${ref.id}`);
  expect(unsettled()).toEqual([`attendance ${someone!.id}`]);
  someone!.presence = 'absent';
  expect(unsettled()).toEqual([]);
});

test('an action that was to be done before the meeting', () => {
  const record = exampleRecord();
  const dated = record.entries.filter((entry) => entry.action !== null && entry.action.due !== null);
  for (const { action } of dated) action!.due = record.meeting.date;
  expect(list(record, ['en']).filter((line) => line.startsWith('action-due'))).toEqual([]);
  for (const { action } of dated) action!.due = '2000-01-01';
  expect(list(record, ['en']).filter((line) => line.startsWith('action-due'))).toEqual([
    'action-due-before-meeting - entry 2.1',
  ]);
});
