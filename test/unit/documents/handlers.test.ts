import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { type Client, openTestBackend } from '../../support/backend.ts';
import { exampleRecord, id } from '../minutes/example-record.ts';
import { readPages } from './open-pdf.ts';

const meetingId = id(0, 1);
const all = { meetingId, languages: ['en' as const, 'ru' as const, 'zh' as const] };

/** A back end that holds the example; people are left out of the record, so their ids are too. */
async function openWithExample(): Promise<Client> {
  const { backend } = openTestBackend();
  const record = exampleRecord();
  for (const attendance of record.attendance) attendance.personId = null;
  for (const entry of record.entries) {
    if (entry.action !== null) entry.action.owners = entry.action.owners.filter((owner) => owner.kind !== 'person');
  }
  const file = new File([JSON.stringify(record)], 'example.json', { type: 'application/json' });
  await backend.client.records.import({ file });
  return backend.client;
}

test('single: a file for each language and format, with its own digest', async () => {
  const client = await openWithExample();
  const files = await client.documents.export({ ...all, layout: 'single', formats: ['pdf', 'docx'] });
  expect(files.map(({ file }) => file.name)).toEqual([
    '2020-06-16 Agreed Minutes 3 (EN).pdf',
    '2020-06-16 Agreed Minutes 3 (EN).docx',
    '2020-06-16 Протокол переговоров 3 (RU).pdf',
    '2020-06-16 Протокол переговоров 3 (RU).docx',
    '2020-06-16 会谈纪要 3 (ZH).pdf',
    '2020-06-16 会谈纪要 3 (ZH).docx',
  ]);
  for (const { file, format, sha256, pages } of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
    expect(pages).toBe(format === 'pdf' ? (await readPages(bytes)).length : null);
  }
});

test('sequential: one file, each language once', async () => {
  const client = await openWithExample();
  const languages = ['zh' as const, 'en' as const, 'zh' as const];
  const files = await client.documents.export({ meetingId, languages, layout: 'sequential', formats: ['pdf'] });
  expect(files.map(({ languages: written }) => written)).toEqual([['zh', 'en']]);
  const text = (await readPages(new Uint8Array(await files[0]!.file.arrayBuffer()))).join('');
  const [chinese, english] = [text.indexOf('工作组第三次会议'), text.indexOf('Third meeting of the working group')];
  expect(chinese).toBeGreaterThanOrEqual(0);
  expect(chinese).toBeLessThan(english);
});

test('the preview shows the pages of the PDF', async () => {
  const client = await openWithExample();
  const { pages } = await client.documents.preview({ ...all, layout: 'sequential' });
  const [file] = await client.documents.export({ ...all, layout: 'sequential', formats: ['pdf'] });
  expect(pages).toHaveLength(file!.pages!);
});

test('the check list follows the record', async () => {
  const client = await openWithExample();
  const options = { meetingId, languages: ['zh' as const], layout: 'single' as const };
  const before = await client.documents.check(options);
  expect(before.some(({ code }) => code === 'title-missing')).toBe(false);
  await client.meetings.update({ id: meetingId, title: { ...emptyText(), en: 'Third meeting' } });
  const after = await client.documents.check(options);
  expect(after).toContainEqual({
    code: 'title-missing',
    language: 'zh',
    ref: { kind: 'meeting', id: meetingId },
    label: 'Third meeting',
  });
});

test('a meeting that does not exist', async () => {
  const { backend } = openTestBackend();
  const options = { ...all, layout: 'single' as const };
  for (const call of [
    backend.client.documents.check(options),
    backend.client.documents.preview(options),
    backend.client.documents.export({ ...options, formats: ['docx'] }),
  ]) {
    await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});
