import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { languages } from '#shared/domain/language.ts';
import { buildMinutesDocument } from '#shared/domain/minutes/index.ts';
import { renderDocx } from '../../../../electron/documents/docx/index.ts';
import { markName, parseMarkName } from '../../../../electron/documents/docx/mark-name.ts';
import { readLabels } from '../../../../electron/documents/labels.ts';
import { readCommentedDocx } from '../../../../electron/exchange/docx/index.ts';
import { projectFolder } from '../../../support/project-folder.ts';

test.each([
  '2020-06-16-jiangsu-st-petersburg.json',
  '2020-09-09-nanjing-new-materials.json',
  '2021-03-26-changchun-novosibirsk.json',
])('every row of %s is found again, in every language', async (file) => {
  const record = JSON.parse(readFileSync(join(projectFolder, 'resources/sample', file), 'utf8')) as MeetingRecord;
  const ids = [...record.agenda, ...record.entries, ...record.agreements].map(({ id }) => id).sort();
  const bytes = await renderDocx(buildMinutesDocument(record, { languages, labels: readLabels() }));
  const { targetIds, origin, comments, trackedChanges } = await readCommentedDocx(bytes);
  expect([...targetIds].sort()).toEqual(ids);
  expect({ origin, comments, trackedChanges }).toEqual({
    origin: { meetingId: record.meeting.id, version: null },
    comments: [],
    trackedChanges: 0,
  });
  const body = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const names = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/gu)].map(([, name = '']) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(40);
  for (const language of languages) {
    const found = names.map(parseMarkName).filter((target) => target?.language === language);
    expect([...new Set(found.map((target) => target?.id))].sort()).toEqual(ids);
  }
  const numbers = (element: string): string[] =>
    [...body.matchAll(new RegExp(`<w:${element} [^>]*w:id="(\\d+)"`, 'gu'))].map(([, number = '']) => number);
  expect(numbers('bookmarkEnd')).toEqual(numbers('bookmarkStart'));
  expect(new Set(numbers('bookmarkStart')).size).toBe(names.length);
});

test('names: 40 characters, hidden, and nobody else’s are taken for ours', () => {
  const target = { id: '0190a0b0-c0d0-7e0f-8a1b-2c3d4e5f6071', language: 'zh' as const };
  const names = Array.from({ length: 1_295 }, (_, index) => markName(target, index + 1));
  expect(new Set(names).size).toBe(1_295);
  for (const name of names) {
    expect(name).toMatch(/^_t_[0-9a-f]{32}_zh[0-9a-z]{0,2}$/u);
    expect(parseMarkName(name ?? '')).toEqual(target);
  }
  expect(markName(target, 1_296)).toBeUndefined();
  for (const name of [
    '_GoBack',
    '_Toc123',
    't_0190a0b0c0d07e0f8a1b2c3d4e5f6071_zh',
    '_t_0190_en',
    `${names[0] ?? ''}_1`,
  ]) {
    expect(parseMarkName(name)).toBeUndefined();
  }
});
