import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Language } from '#shared/domain/language.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { listDatedActions, writeActionsCalendar } from '../../../electron/mail/actions-ics.ts';
import { exampleRecord, id } from '../minutes/example-record.ts';

const nowMs = Date.parse('2020-06-17T08:00:00Z');
const dated = id(6, 9);

/** The example with two more: one by the next meeting, whose date is known, and one that is done. */
function recordWithActions(): MeetingRecord {
  const record = exampleRecord();
  const first = record.entries.find((entry) => entry.id === dated)!;
  const add = (number: number, values: Partial<NonNullable<typeof first.action>>): void => {
    record.entries.push({
      ...structuredClone(first),
      id: id(6, number),
      orderKey: `c${number}`,
      action: { ...structuredClone(first.action!), ...values },
    });
  };
  add(50, { due: null, dueAtNextMeeting: true, status: 'open', owners: [] });
  add(51, { due: '2020-12-31', status: 'done' });
  add(52, { due: '2020-12-31', status: 'cancelled' });
  return record;
}

async function read(language: Language, record = recordWithActions()) {
  const text = await writeActionsCalendar(record, { language, labels: readLabels(), nowMs });
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  const valuesOf = (name: string): (string | null)[] =>
    events.map((event) => event.getFirstPropertyValue(name)?.toString() ?? null);
  return { text, calendar, events, valuesOf };
}

describe('read back by another program', () => {
  test('one all-day entry per action with a date, free time, the id as UID', async () => {
    const { calendar, text, valuesOf } = await read('en');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(valuesOf('uid')).toEqual([dated, id(6, 50), id(6, 51), id(6, 52)]);
    expect(valuesOf('dtstart')).toEqual(['2020-10-01', '2020-12-01', '2020-12-31', '2020-12-31']);
    expect(valuesOf('dtend')).toEqual(['2020-10-02', '2020-12-02', '2021-01-01', '2021-01-01']);
    expect(text.match(/^DTSTART;VALUE=DATE:/gmu)).toHaveLength(4);
    expect(new Set(valuesOf('transp'))).toEqual(new Set(['TRANSPARENT']));
    expect(new Set([...valuesOf('dtstamp'), ...valuesOf('last-modified')])).toEqual(new Set(['2020-06-17T08:00:00Z']));
    expect(valuesOf('status')).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  });

  test('number and text, owners, state and meeting in the language', async () => {
    const [english, russian, chinese] = await Promise.all((['en', 'ru', 'zh'] as const).map((one) => read(one)));
    expect(english!.valuesOf('summary')).toEqual([
      '2.1 Send the list of projects.',
      '2.3 Send the list of projects.',
      '2.4 Send the list of projects. (done)',
      '2.5 Send the list of projects. (cancelled)',
    ]);
    expect(english!.valuesOf('description')[0]).toBe(
      [
        'Send the list of projects.',
        'Responsible: Saint Petersburg Research Centre; Zhao Wei',
        'Status: in progress',
        'Third meeting of the working group, 16 June 2020',
      ].join('\n'),
    );
    expect(russian!.valuesOf('description')[1]).toBe(
      [
        'Направить перечень проектов.',
        'Ответственный: не указан',
        'Срок: к следующей встрече',
        'Состояние: к исполнению',
        'Третье заседание рабочей группы, 16 июня 2020 г.',
      ].join('\n'),
    );
    expect(chinese!.valuesOf('summary')[2]).toBe('2.4 提交项目清单。（已完成）');
    expect(chinese!.valuesOf('description')[0]).toContain('工作组第三次会议（2020年6月16日）');
  });

  test('at nine on the day before, and only while there is something to do', async () => {
    const { events, text } = await read('en');
    expect(events.map((event) => event.getAllSubcomponents('valarm').length)).toEqual([1, 1, 0, 0]);
    const trigger = events[0]!.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger') as ICAL.Duration;
    expect(trigger.toSeconds()).toBe(-15 * 3600);
    expect(text).toContain('ACTION:DISPLAY');
  });

  test('without a date nothing is dated: no date, next meeting unknown', async () => {
    const record = recordWithActions();
    record.meeting.nextMeetingDate = null;
    record.entries = record.entries.filter(({ action }) => action === null || action.due === null);
    expect(listDatedActions(record)).toEqual([]);
    expect((await read('en', record)).events).toEqual([]);
  });
});

test('a text of any length and any signs: one line as summary, the whole below, no line too long', async () => {
  const long = `${'Ж'.repeat(300)}; a, b\\c "d" 😀\nBEGIN:VEVENT\r\nSUMMARY:no ${'工'.repeat(20_000)}`;
  const record = recordWithActions();
  record.entries.find((entry) => entry.id === dated)!.texts.ru.text = long;
  const { text, valuesOf } = await read('ru', record);
  const [summary] = valuesOf('summary');
  expect(summary).toMatch(/^2\.1 Ж{100,}…$/u);
  expect(Buffer.byteLength(summary!)).toBeLessThanOrEqual(250);
  expect(valuesOf('description')[0]).toContain(long.replace('\r\n', '\n'));
  expect(valuesOf('uid')).toHaveLength(4);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const line of Buffer.from(text, 'utf8').toString('latin1').split('\r\n')) {
    expect(line.length).toBeLessThanOrEqual(75);
    expect(() => decoder.decode(Buffer.from(line, 'latin1'))).not.toThrow();
  }
  expect(text.replace(/\r\n/gu, '')).not.toMatch(/[\r\n]/u);
});
