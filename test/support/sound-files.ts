import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText } from '#shared/domain/language.ts';
import { sampleTemplate } from '../../electron/documents/docx/template.ts';
import { renderDocx } from '../../electron/documents/docx/index.ts';
import { writeCsv } from '../../electron/exchange/csv.ts';
import { writeVcards } from '../../electron/exchange/vcard-write.ts';
import { writeXlsx } from '../../electron/exchange/xlsx.ts';
import type { FileJob } from '../../electron/exchange/worker/messages.ts';
import type { ImporterName } from '../../electron/formats.ts';
import { build } from '../unit/documents/build-sample.ts';
import { makeHandOver, render } from '../unit/hand-over/make-table.ts';
import { exampleRecord } from '../unit/minutes/example-record.ts';
import { openTestBackend } from './backend.ts';
import { makeBundle } from './bundles.ts';
import { addComments, packParts, unpackParts } from './commented-docx.ts';
import { body, letterheadOf, line, run } from './letterhead-docx.ts';
import { jpegs, makePng } from './pictures.ts';
import { projectFolder } from './project-folder.ts';
import { makeTmx } from './tmx.ts';

const contacts = [
  ['Family name (Latin)', 'Given name', 'Фамилия', 'Имя', '姓名', 'Email', 'Phone', 'Organisation', 'Note'],
  ['Orlova', 'Maria', 'Орлова', 'Мария', '', 'orlova@example.org', '+7 812 000 00 00', 'SPbNC', 'line 1\nline 2'],
  ['Hu', 'Yidong', 'Ху', 'Идун', '胡一东', 'hu@example.org', '=1+1', '江苏省产业技术研究院', '"quoted", and more'],
  ['Sample', '', '', '', '', '', '', '', ''],
];
const glossary = [
  ['EN preferred', 'RU preferred', 'ZH preferred', 'Note'],
  ['minutes', 'протокол', '会议纪要', ''],
  ['side', 'сторона', '方', 'of talks'],
];
const card = {
  id: '01a1fc0d-d76e-7219-8118-add3cdac0b38',
  family_han: '范',
  given_han: '例',
  family_cyrillic: 'Фань',
  given_cyrillic: 'Ли',
  organization_ru: 'Институт',
  email: 'fan@example.org',
  phone: '+86 25 0000 0000',
  note: 'One, two; three\nfour',
};
const letterhead = {
  organizationId: card.id,
  name: { ...emptyText(), en: 'Institute' },
  address: { ...emptyText(), en: '1 Main Street' },
  phone: '1',
  email: 'a@example.org',
  website: 'example.org',
  logo: null,
  template: null,
};
const fixture = (name: string): Buffer => readFileSync(join(projectFolder, 'test/unit/exchange/fixtures', name));
const sample = (name: string): Buffer => readFileSync(join(projectFolder, 'resources/sample', name));
const texts = [
  { source: 'The sides agreed.', target: '' },
  { source: 'Deadline: 1 October.', target: 'Срок: 1 октября.' },
];

async function makeCommented(): Promise<Uint8Array> {
  const parts = unpackParts(await renderDocx(build(exampleRecord(), { languages: ['ru'] })));
  const word = /<w:t xml:space="preserve">([^<]{4,40})<\/w:t>/u.exec(parts['word/document.xml'] ?? '')?.[1] ?? '';
  return packParts(
    addComments(parts, [
      { author: 'Орлова М. И.', text: ['Добавить срок.', '请写明地点。'], on: word },
      { author: '胡一东', text: ['好'], answers: 0 },
      { author: '', text: ['All in all, fine.'] },
    ]),
  );
}

/** What the helper is asked for each importer. */
export const jobs: Record<ImporterName, FileJob> = {
  record: { importer: 'record', encoding: undefined },
  csv: { importer: 'csv', encoding: undefined },
  xlsx: { importer: 'xlsx', encoding: undefined },
  vcard: { importer: 'vcard', encoding: undefined },
  tmx: { importer: 'tmx' },
  bundle: { importer: 'bundle', passphrase: null, wanted: [] },
  comments: { importer: 'comments', encoding: undefined },
  handOver: { importer: 'handOver', encoding: undefined },
  letterhead: { importer: 'letterhead', encoding: undefined },
  logo: { importer: 'logo', encoding: undefined },
};

async function makeSampleBundle(): Promise<Uint8Array> {
  const { client } = openTestBackend().backend;
  const record = sample('2020-06-16-jiangsu-st-petersburg.json');
  await client.records.import({ file: new File([new Uint8Array(record)], 'a.json') });
  const { meeting } = JSON.parse(record.toString('utf8')) as MeetingRecord;
  const file = new File(['Programme'], 'Программа.txt');
  const place = { meetingId: meeting.id, agendaItemId: null, versionId: null, language: null };
  await client.attachments.add({ id: newId(), ...place, kind: 'document', file });
  return new Uint8Array(await (await makeBundle(client, [meeting.id])).arrayBuffer());
}

/** Files that each importer reads without a complaint. */
export const soundFiles: Record<ImporterName, () => Promise<readonly Uint8Array[]>> = {
  record: () =>
    Promise.resolve([sample('2020-06-16-jiangsu-st-petersburg.json'), sample('2020-09-09-nanjing-new-materials.json')]),
  csv: async () => [
    await writeCsv(contacts, false),
    await writeCsv(glossary, false),
    fixture('contacts-gb18030.csv'),
    fixture('participants-utf-16be.csv'),
  ],
  xlsx: async () => [await writeXlsx(contacts), await writeXlsx(glossary)],
  vcard: () =>
    Promise.resolve([
      writeVcards([card], 'people', 4, 'zh'),
      writeVcards([card], 'people', 3, 'ru'),
      fixture('phone-2.1.vcf'),
    ]),
  tmx: () =>
    Promise.resolve([
      new TextEncoder().encode(
        makeTmx([
          { texts: { en: 'The sides <agreed>.', ru: 'Стороны договорились.', zh: '双方商定。' }, date: '20200616' },
          { texts: { en: 'Next meeting', ru: 'Следующее заседание', zh: '' } },
        ]),
      ),
    ]),
  bundle: async () => [await makeSampleBundle()],
  comments: async () => [await makeCommented()],
  handOver: async () => [await render(makeHandOver(texts))],
  letterhead: async () => [
    letterheadOf(`${body}${line(run('{{title}} {{date}}'))}`),
    await sampleTemplate(letterhead, 'en'),
  ],
  logo: () => Promise.resolve([makePng(24, 12), jpegs.baseline, jpegs.progressive]),
};
