import { expect, test } from 'vitest';
import { describeFileName } from '../../../electron/documents/file-name.ts';
import { exampleRecord } from '../minutes/example-record.ts';

test('names by language and kind', () => {
  const record = exampleRecord();
  record.meeting.number = '';
  expect(describeFileName(record, ['en'], 'pdf')).toBe('2020-06-16 Agreed Minutes (EN).pdf');
  expect(describeFileName(record, ['zh'], 'pdf')).toBe('2020-06-16 会谈纪要 (ZH).pdf');
  record.meeting.minutesKind = 'minutes';
  expect(describeFileName(record, ['ru'], 'docx')).toBe('2020-06-16 Протокол (RU).docx');
  expect(describeFileName(record, ['en', 'ru', 'zh'], 'pdf')).toBe('2020-06-16 Minutes (EN-RU-ZH).pdf');
});

test('a number cannot leave the folder or break a name', () => {
  const record = exampleRecord();
  record.meeting.number = '../3/7:*?"<>|\\ \u202Efdp.exe ';
  expect(describeFileName(record, ['en'], 'pdf')).toBe('2020-06-16 Agreed Minutes ..-3-7- -fdp.exe (EN).pdf');
  record.meeting.number = 'x'.repeat(500);
  expect(describeFileName(record, ['en'], 'pdf').length).toBeLessThan(100);
});
