import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { limits } from '#shared/contract/fields.ts';
import { cleanLine, cleanText } from '#shared/domain/clean-text.ts';
import { DocxProblem, readCommentedDocx } from '../../../../electron/exchange/docx/index.ts';
import { anyText } from '../../../support/any-text.ts';
import { addComments, escapeXml, packParts, type Parts } from '../../../support/commented-docx.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const rowId = '0190a0b0-c0d0-7e0f-8a1b-2c3d4e5f6071';

const bodyOf = (content: string): string => `<w:document xmlns:w="${word}"><w:body>${content}</w:body></w:document>`;
const paragraph = `<w:p><w:bookmarkStart w:id="1" w:name="_t_${rowId.replaceAll('-', '')}_ru"/><w:r><w:t>Слова строки</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>`;

/** The least that is a text document. */
const small: Parts = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
  '_rels/.rels': `<Relationships xmlns="${packageRelationships}"><Relationship Id="a" Type="${officeDocument}" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${packageRelationships}"></Relationships>`,
  'word/document.xml': bodyOf(paragraph),
};
const commented = addComments(small, [{ author: 'A', text: ['b'], on: 'строки' }]);
const read = (parts: Parts) => readCommentedDocx(packParts(parts));

async function problemOf(bytes: Uint8Array): Promise<[string, string]> {
  try {
    await readCommentedDocx(bytes);
  } catch (error) {
    if (error instanceof DocxProblem) return [error.code, error.message];
    throw error;
  }
  throw new Error('it was read');
}

test('the small document is sound', async () => {
  expect((await read(commented)).comments).toMatchObject([{ targetId: rowId, language: 'ru', quote: 'строки' }]);
});

test('any author and any text come back as they were typed', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText.map(cleanLine),
      fc.array(anyText.map(cleanText), { minLength: 1, maxLength: 3 }),
      async (author, texts) => {
        const paragraphs = texts.flatMap((text) => text.split('\n'));
        const { comments } = await read(addComments(small, [{ author, text: paragraphs, on: 'строки' }]));
        expect(comments).toHaveLength(1);
        // White space is one in an attribute (XML 1.0, 3.3.3).
        expect(comments[0]?.author).toBe(author.trim().slice(0, 500));
        expect(comments[0]?.text).toBe(cleanText(paragraphs.map((line) => line.trim()).join('\n')).trim());
      },
    ),
    { numRuns: 60 },
  );
});

test('whatever the bytes are, a file is read or refused', async () => {
  const bytes = packParts(commented);
  const change = fc.record({ at: fc.nat(bytes.length - 1), value: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
      const broken = bytes.slice();
      for (const { at, value } of changes) broken[at] = value;
      const outcome = await readCommentedDocx(broken).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DocxProblem);
    }),
    { numRuns: 200 },
  );
});

describe('refused', () => {
  const withPart = (name: string, part: string): Uint8Array => packParts({ ...commented, [name]: part });
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

  test.each<[string, Uint8Array, string, string | RegExp]>([
    ['nothing', new Uint8Array(), 'broken_docx', /end of central directory/iu],
    ['no archive', strToU8('PK, says the file'), 'broken_docx', /end of central directory/iu],
    ['half a file', packParts(commented).slice(0, 900), 'broken_docx', /end of central directory/iu],
    [
      'an archive of something else',
      packParts({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'broken_docx',
      'word/document.xml',
    ],
    ['a workbook', withPart('word/document.xml', '<workbook xmlns="x"/>'), 'broken_docx', 'word/document.xml'],
    [
      'a body that is not there',
      withPart('_rels/.rels', small['_rels/.rels']!.replace('word/document', 'word/gone')),
      'broken_docx',
      'word/document.xml',
    ],
    [
      'a body that lies elsewhere',
      withPart(
        '_rels/.rels',
        small['_rels/.rels']!.replace(
          'Target="word/document.xml"',
          'Target="http://example.org/d.xml" TargetMode="External"',
        ),
      ),
      'broken_docx',
      'word/document.xml',
    ],
    ['a document type in the body', withPart('word/document.xml', `${bomb}${bodyOf(paragraph)}`), 'unsafe', 'DOCTYPE'],
    [
      'a document type in the comments',
      withPart('word/comments.xml', `${bomb}${commented['word/comments.xml']!.replace(/^<\?xml.*?\?>\s*/u, '')}`),
      'unsafe',
      'DOCTYPE',
    ],
    [
      'an unknown entity',
      withPart('word/comments.xml', commented['word/comments.xml']!.replace('>b<', '>&file;<')),
      'broken_docx',
      /entity/u,
    ],
    ['elements that are not closed', withPart('word/document.xml', '<w:document'), 'broken_docx', /root element/u],
    [
      'elements inside each other without end',
      withPart('word/document.xml', `<w:document xmlns:w="${word}">${'<w:p>'.repeat(5000)}`),
      'broken_docx',
      'depth',
    ],
    [
      'bytes that are no text',
      packBytes('word/comments.xml', new Uint8Array([0x3c, 0xff, 0x3e])),
      'broken_docx',
      'encoding',
    ],
    [
      'a part of 100 MB',
      packBytes('word/document.xml', new Uint8Array(100 * 1024 * 1024)),
      'too_large',
      'word/document.xml',
    ],
    ['parts of 300 MB', packBytes('word/media/a.png', new Uint8Array(300 * 1024 * 1024)), 'too_large', 'file'],
    [
      'comments without end',
      packParts(
        addComments(
          small,
          Array.from({ length: 5_001 }, () => ({ author: '', text: [''] })),
        ),
      ),
      'too_large',
      '5000 +',
    ],
    [
      'a comment of a whole book',
      packParts(addComments(small, [{ author: 'A', text: ['x'.repeat(limits.text + 1)] }])),
      'too_large',
      'A',
    ],
  ])('%s', async (_what, bytes, code, detail) => {
    const [foundCode, foundDetail] = await problemOf(bytes);
    expect(foundCode).toBe(code);
    expect(foundDetail).toMatch(detail);
  });

  test('a lie about the size of a part', async () => {
    const bytes = packBytes('word/document.xml', strToU8(bodyOf(paragraph.repeat(2000))));
    const view = new DataView(bytes.buffer);
    const name = Buffer.from(bytes).lastIndexOf('word/document.xml');
    view.setUint32(name - 46 + 24, 40, true);
    expect(await problemOf(bytes)).toEqual([
      'broken_docx',
      expect.stringMatching(/^word\/document\.xml: too many bytes/u),
    ]);
  });

  function packBytes(name: string, part: Uint8Array): Uint8Array {
    const parts = Object.fromEntries(Object.entries(commented).map(([each, xml]) => [each, strToU8(xml)]));
    return zipSync({ ...parts, [name]: part }, { level: 1 });
  }
});

test('a body of a thousand pages with a comment on each row is read in one go', async () => {
  const rows = 2_000;
  const marked = Array.from({ length: rows }, (_, index) => {
    const key = index.toString(16).padStart(32, '0');
    return `<w:p><w:bookmarkStart w:id="${index}" w:name="_t_${key}_zh"/><w:commentRangeStart w:id="${index}"/><w:r><w:t>${escapeXml('江苏省产业技术研究院 & 俄方合作伙伴'.repeat(20))}</w:t></w:r><w:commentRangeEnd w:id="${index}"/><w:bookmarkEnd w:id="${index}"/></w:p>`;
  });
  const comments = Array.from({ length: rows }, (_, index) => ({ author: 'A', text: [String(index)] }));
  const { comments: found } = await read({
    ...addComments(small, comments),
    'word/document.xml': bodyOf(marked.join('')),
  });
  expect(found.map(({ targetId }) => Number.parseInt((targetId ?? '').replaceAll('-', ''), 16))).toEqual(
    Array.from({ length: rows }, (_, index) => index),
  );
});

test('UTF-16, as OPC allows', async () => {
  const parts = Object.fromEntries(Object.entries(commented).map(([each, xml]) => [each, strToU8(xml)]));
  const text = `\uFEFF${commented['word/comments.xml']!.replace('UTF-8', 'UTF-16')}`;
  const bytes = zipSync({ ...parts, 'word/comments.xml': new Uint8Array(Buffer.from(text, 'utf16le')) });
  expect((await readCommentedDocx(bytes)).comments).toMatchObject([{ author: 'A', text: 'b' }]);
});
