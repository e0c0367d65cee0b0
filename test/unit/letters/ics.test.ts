import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { writeCalendar } from '../../../electron/mail/ics.ts';
import { id } from '../minutes/example-record.ts';
import { meetingToCome } from './letter-record.ts';

const nowMs = Date.parse('2026-11-03T09:15:00Z');

async function read(change: (record: MeetingRecord) => void = () => undefined, sequence = 0) {
  const record = meetingToCome();
  change(record);
  const text = await writeCalendar(record, { labels: readLabels(), sequence, nowMs });
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent')!;
  const value = (name: string): string | null => component.getFirstPropertyValue(name)?.toString() ?? null;
  return { text, calendar, component, value };
}

describe('read back by another program', () => {
  test('one event to publish, with times in UTC', async () => {
    const { calendar, value } = await read((record) => (record.meeting.endTime = '17:30'), 4);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    expect(value('uid')).toBe(id(0, 1));
    expect(value('sequence')).toBe('4');
    expect(value('dtstamp')).toBe('2026-11-03T09:15:00Z');
    expect(value('dtstart')).toBe('2026-12-15T07:00:00Z');
    expect(value('dtend')).toBe('2026-12-15T09:30:00Z');
    expect(value('status')).toBe('CONFIRMED');
  });

  test('one summary in three languages, both clocks in the text', async () => {
    const { value, component } = await read();
    expect(component.getAllProperties('summary')).toHaveLength(1);
    expect(value('summary')).toBe(
      'Third meeting of the working group / Третье заседание рабочей группы / 工作组第三次会议',
    );
    expect(value('location')).toBe('Nanjing / г. Нанкин / 南京');
    const lines = value('description')!.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('15 December 2026, 15:00–17:30 (UTC+8, Chinese side), 10:00–12:30 (UTC+3, Russian side)');
    expect(lines[2]).toBe('2026年12月15日，15:00–17:30（UTC+8，中方），10:00–12:30（UTC+3，俄方）');
  });

  test('a whole day where no hour is known, and several days', async () => {
    const one = await read((record) => (record.meeting.startTime = null));
    expect(one.text).toContain('\r\nDTSTART;VALUE=DATE:20261215\r\n');
    expect([one.value('dtstart'), one.value('dtend')]).toEqual(['2026-12-15', '2026-12-16']);
    const several = await read(({ meeting }) => Object.assign(meeting, { startTime: null, endDate: '2026-12-17' }));
    expect([several.value('dtstart'), several.value('dtend')]).toEqual(['2026-12-15', '2026-12-18']);
    const clocked = await read(({ meeting }) => Object.assign(meeting, { endDate: '2026-12-17', endTime: '12:00' }));
    expect([clocked.value('dtstart'), clocked.value('dtend')]).toEqual([
      '2026-12-15T07:00:00Z',
      '2026-12-17T04:00:00Z',
    ]);
  });

  test('an end that nobody named stays open; one after midnight is on the next day', async () => {
    expect((await read((record) => (record.meeting.endTime = null))).value('dtend')).toBeNull();
    const late = await read(({ meeting }) => Object.assign(meeting, { startTime: '22:00', endTime: '00:30' }));
    expect([late.value('dtstart'), late.value('dtend')]).toEqual(['2026-12-15T14:00:00Z', '2026-12-15T16:30:00Z']);
  });

  test.each([
    ['Link: https://meet.example.org/1?a=b', 'https://meet.example.org/1?a=b'],
    ['链接：https://meet.example.org/1，密码 1234', 'https://meet.example.org/1'],
    ['(https://meet.example.org/1).', 'https://meet.example.org/1'],
    ['https://meet.example.org/a,b;c?d=е', 'https://meet.example.org/a%2Cb%3Bc?d=%D0%B5'],
    ['http://', null],
  ])('the link of a conference: %s', async (place, link) => {
    const { value } = await read((record) => (record.meeting.venues[0]!.place.en = place));
    expect(value('url')).toBe(link);
  });

  test('signs with a meaning of their own come back as they were', async () => {
    const title = 'A; B, C\\D: "E"';
    const { value } = await read((record) => (record.meeting.title = { en: title, ru: '', zh: '' }));
    expect(value('summary')).toBe(title);
  });
});

describe('lines', () => {
  test('of at most 75 octets, never folded inside a character', async () => {
    const { text } = await read((record) => {
      record.meeting.title = { en: 'é'.repeat(200), ru: 'Ж'.repeat(200), zh: `${'工'.repeat(150)}𠮷𠮷𠮷` };
    });
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const lines = Buffer.from(text, 'utf8').toString('latin1').split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(75);
      expect(() => decoder.decode(Buffer.from(line, 'latin1'))).not.toThrow();
    }
    expect(text.replace(/\r\n/gu, '')).not.toMatch(/[\r\n]/u);
  });
});
