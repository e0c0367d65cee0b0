import { describe, expect, test } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { buildMinutesDocument } from '#shared/domain/minutes/index.ts';
import { renderDocx } from '../../../../electron/documents/docx/index.ts';
import { readLabels } from '../../../../electron/documents/labels.ts';
import { readCommentedDocx } from '../../../../electron/exchange/docx/index.ts';
import {
  addComments,
  type CommentSpec,
  mapBody,
  packParts,
  type Parts,
  unpackParts,
} from '../../../support/commented-docx.ts';
import { exampleRecord, id } from '../../minutes/example-record.ts';
import { savedBy } from './programs.ts';

const record = exampleRecord();
const version = { number: 4, contentSha256: 'f00' };
const ours = unpackParts(await renderDocx(buildMinutesDocument(record, { languages, labels: readLabels(), version })));
const { headings } = readLabels().en;
const read = (parts: Parts) => readCommentedDocx(packParts(parts));
const entry = (number: number): string => id(6, number);

const onSpeech: CommentSpec = { author: 'Orlova A.', text: ['Say who was thanked.'], on: 'Thanked the hosts.' };
const onDecision: CommentSpec = { author: 'Орлова А.', text: ['Уточнить.', '«Только материалы».'], on: 'материалы' };
const onAction: CommentSpec = { author: '胡一东', text: ['请改日期。'], on: '2020年10月1日' };

test.each(Object.entries(savedBy))('comments find their rows: saved by %s', async (_program, save) => {
  const { comments, origin, trackedChanges } = await read(save(addComments(ours, [onSpeech, onDecision, onAction])));
  expect(origin).toEqual({ meetingId: record.meeting.id, version: 4 });
  expect(trackedChanges).toBe(0);
  const [speech, decision, action] = comments;
  expect(speech).toMatchObject({ author: 'Orlova A.', text: 'Say who was thanked.', quote: 'Thanked the hosts.' });
  expect(speech).toMatchObject({ language: 'en', targetId: entry(2) });
  expect(decision).toMatchObject({ author: 'Орлова А.', text: 'Уточнить.\n«Только материалы».', quote: 'материалы' });
  expect(decision).toMatchObject({ language: 'ru', targetId: entry(7) });
  // In the fourth column of the table of actions: the row counts.
  expect(action).toMatchObject({ author: '胡一东', text: '请改日期。', quote: '2020年10月1日' });
  expect(action).toMatchObject({ language: 'zh', targetId: entry(9) });
  expect(comments).toHaveLength(3);
});

test.each<[string, string, CommentSpec['on'], number, string | null, string]>([
  ['the second paragraph of a row', 'en', 'Wished success.', 0, entry(2), 'Wished success.'],
  ['the name of who spoke', 'en', 'Kuznetsov Anton Borisovich', 1, entry(3), 'Kuznetsov Anton Borisovich'],
  ['the number of a decision', 'en', 'Decision 2.1', 0, entry(7), 'Decision 2.1'],
  ['a stand-in for a text that is missing', 'zh', 'Предложено начать', 2, entry(5), 'Предложено начать'],
  ['the list of items', 'en', 'Fields of cooperation', 0, id(5, 2), 'Fields of cooperation'],
  ['the heading of an item', 'en', 'Fields of cooperation', 1, id(5, 2), 'Fields of cooperation'],
  ['a document that was signed', 'ru', 'партнёры из России', 0, id(11, 1), 'партнёры из России'],
  ['what is no row', 'ru', 'Китайская сторона', 0, null, 'Китайская сторона'],
])('a comment on %s', async (_what, language, on, nth, targetId, quote) => {
  const { comments } = await read(addComments(ours, [{ author: 'A', text: ['x'], on: on ?? '', nth }]));
  expect(comments[0]).toMatchObject({ targetId, quote, language });
});

describe('places that programs and people change', () => {
  test('a place without a range, and no place at all', async () => {
    const { comments } = await read(
      addComments(ours, [
        { author: 'A', text: ['nowhere'] },
        { ...onDecision, isPoint: true },
      ]),
    );
    expect(comments[0]).toMatchObject({ targetId: entry(7), quote: '', language: 'ru' });
    expect(comments[1]).toMatchObject({ text: 'nowhere', targetId: null, quote: '' });
  });

  test('a range over several rows belongs to the one in which it starts', async () => {
    const commented = addComments(ours, [onDecision]);
    const parts = mapBody(commented, (body) => {
      const [end = ''] = /<w:commentRangeEnd [^>]*\/>/u.exec(body) ?? [];
      const [before = '', after = ''] = body.split(end);
      const at = after.indexOf('</w:p>', after.indexOf('Центр координирует'));
      return `${before}${after.slice(0, at)}${end}${after.slice(at)}`;
    });
    const { comments } = await read(parts);
    expect(comments[0]?.targetId).toBe(entry(7));
    expect(comments[0]?.quote.replaceAll('\u00A0', ' ')).toBe(
      'материалы и энергетика.\n2.2. Центр координирует работу российской стороны.',
    );
  });

  test('a range from a heading into a row belongs to the row', async () => {
    const onHeading = { author: 'A', text: ['x'], on: headings.actions };
    const parts = mapBody(addComments(ours, [onHeading]), (body) => {
      const [end = ''] = /<w:commentRangeEnd [^>]*\/>/u.exec(body) ?? [];
      const [before = '', after = ''] = body.split(end);
      const table = after.indexOf('</w:tbl>');
      return `${before}${after.slice(0, table)}${end}${after.slice(table)}`;
    });
    const { comments } = await read(parts);
    expect(comments[0]).toMatchObject({ targetId: entry(9) });
  });

  test('somebody cut the row in two paragraphs', async () => {
    const parts = mapBody(addComments(ours, [onDecision]), (body) =>
      body.replace('<w:commentRangeStart w:id="0"/>', '</w:p><w:p><w:commentRangeStart w:id="0"/>'),
    );
    expect((await read(parts)).comments[0]).toMatchObject({ targetId: entry(7), quote: 'материалы' });
  });

  test('somebody joined two rows to one paragraph', async () => {
    const parts = mapBody(addComments(ours, [{ ...onDecision, on: 'Центр координирует' }]), (body) => {
      const at = body.lastIndexOf('<w:p>', body.indexOf('<w:commentRangeStart'));
      const head = /<w:p><w:pPr>.*?<\/w:pPr>/su.exec(body.slice(at))?.[0] ?? '';
      return `${body.slice(0, at).replace(/<\/w:p>$/u, '')}${body.slice(at + head.length)}`;
    });
    expect((await read(parts)).comments[0]).toMatchObject({ targetId: entry(8), quote: 'Центр координирует' });
  });

  test('a box with a copy for older programs is read once', async () => {
    const parts = mapBody(addComments(ours, [onDecision]), (body) => {
      const [range = ''] = /<w:commentRangeStart w:id="0"\/>.*?<w:commentRangeEnd w:id="0"\/>/su.exec(body) ?? [];
      const box = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${range}</mc:Choice><mc:Fallback>${range}</mc:Fallback></mc:AlternateContent>`;
      return body.replace(range, box);
    });
    expect((await read(parts)).comments).toMatchObject([{ targetId: entry(7), quote: 'материалы' }]);
  });
});

describe('replies', () => {
  const thread: CommentSpec[] = [
    onDecision,
    { author: 'Ван Вэньли', text: ['Не возражаем.'], on: 'материалы', answers: 0 },
    { author: '', text: ['Спасибо.'], on: 'материалы', answers: 1 },
  ];

  test('they stand under what they answer, with their authors', async () => {
    const parts = addComments(ours, [onDecision]);
    const { comments } = await read({
      ...addComments(ours, thread),
      'word/document.xml': parts['word/document.xml'] ?? '',
    });
    expect(comments.map(({ author, text }) => ({ author, text }))).toEqual([
      { author: 'Орлова А.', text: 'Уточнить.\n«Только материалы».\n\nВан Вэньли: Не возражаем.\n\nСпасибо.' },
    ]);
  });

  test('a ring of replies is read as comments', async () => {
    const parts = addComments(ours, [
      { ...onDecision, answers: 1 },
      { author: 'B', text: ['b'], answers: 0 },
    ]);
    expect((await read(parts)).comments.map(({ author }) => author)).toEqual(['Орлова А.', 'B']);
  });

  test('without the part that joins them they are comments of their own', async () => {
    const parts = addComments(ours, [onDecision, { ...onAction, answers: 0 }]);
    delete parts['word/commentsExtended.xml'];
    expect((await read(parts)).comments).toHaveLength(2);
  });
});

describe('marked changes', () => {
  const by = 'w:id="900" w:author="A" w:date="2026-11-22T10:15:00Z"';
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
  const gone = (text: string): string => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const come = (text: string): string => `<w:ins ${by}>${run(text)}</w:ins>`;

  test.each<[string, string, number, string]>([
    ['none', run('материалы'), 0, 'материалы'],
    ['words put in the place of others', gone('материалы') + come('энергию'), 2, 'материалы'],
    ['one insertion in three runs', come('1') + come('2') + come('3') + run('материалы'), 1, 'материалы'],
    ['two insertions', come('1') + run('материалы') + come('3'), 2, 'материалы'],
    ['words moved here', `<w:moveTo ${by}>${run('новые ')}</w:moveTo>${run('материалы')}`, 1, 'материалы'],
    ['words moved away', `<w:moveFrom ${by}>${run('материалы')}</w:moveFrom>`, 0, 'материалы'],
    [
      'a new paragraph',
      `${come('1')}</w:p><w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr>${come('2')}</w:p><w:p>${run('материалы')}`,
      1,
      'материалы',
    ],
    [
      'a format',
      `<w:r><w:rPr><w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange></w:rPr><w:t>материалы</w:t></w:r>`,
      0,
      'материалы',
    ],
  ])('%s', async (_what, xml, count, quote) => {
    const parts = mapBody(addComments(ours, [onDecision]), (body) =>
      body.replace(/(<w:commentRangeStart w:id="0"\/>).*?(<w:commentRangeEnd w:id="0"\/>)/su, `$1${xml}$2`),
    );
    const { trackedChanges, comments } = await read(parts);
    expect(trackedChanges).toBe(count);
    expect(comments[0]?.quote.replaceAll('\n', '')).toBe(quote);
  });
});
