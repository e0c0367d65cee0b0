import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A comment as somebody makes it in a text program. */
export interface CommentSpec {
  author: string;
  /** Paragraphs. */
  text: string[];
  /** The words commented on, inside one run; left out: the comment hangs nowhere. */
  on?: string;
  /** Which of several places with these words, from 0. */
  nth?: number;
  /** The comment this one answers, by its index. */
  answers?: number;
  /** A program may give only the place, without a range. */
  isPoint?: boolean;
  date?: string;
}

export type Parts = Record<string, string>;

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Parts of a package that are text, by name. */
export function unpackParts(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

export function packParts(parts: Parts): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(parts).map(([name, part]) => [name, strToU8(part)]);
  return new Uint8Array(zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { level: 1 }));
}

export function mapXml(parts: Parts, change: (xml: string) => string): Parts {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, /\.(?:xml|rels)$/u.test(name) ? change(part) : part]),
  );
}

export const mapBody = (parts: Parts, change: (xml: string) => string): Parts => ({
  ...parts,
  'word/document.xml': change(parts['word/document.xml'] ?? ''),
});

/** Adds comments as Word 2019 and later do: range, reference, `comments.xml` and, where there are replies, `commentsExtended.xml`. */
export function addComments(parts: Parts, comments: readonly CommentSpec[]): Parts {
  let body = parts['word/document.xml'] ?? '';
  comments.forEach((comment, index) => {
    if (comment.on !== undefined) body = hang(body, comment, index);
  });
  const xml = comments.map((comment, index) => {
    const paragraphs = comment.text.map(
      (text, line) =>
        `<w:p w14:paraId="${paragraphId(index, line)}" w14:textId="77777777"><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${
          line === 0 ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' : ''
        }<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`,
    );
    const date = comment.date ?? '2026-11-22T10:15:00Z';
    return `<w:comment w:id="${String(index)}" w:author="${escapeXml(comment.author)}" w:date="${date}" w:initials="X">${paragraphs.join('')}</w:comment>`;
  });
  const extended = comments.map(({ answers, text }, index) => {
    const parent =
      answers === undefined
        ? ''
        : ` w15:paraIdParent="${paragraphId(answers, (comments[answers]?.text.length ?? 1) - 1)}"`;
    return `<w15:commentEx w15:paraId="${paragraphId(index, text.length - 1)}"${parent} w15:done="0"/>`;
  });
  return {
    ...link(
      link(parts, 'comments', 'comments.xml', `${relationships}/comments`),
      'commentsExtended',
      'commentsExtended.xml',
      'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
    ),
    'word/document.xml': body,
    'word/comments.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:comments xmlns:w="${word}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${xml.join('')}</w:comments>`,
    'word/commentsExtended.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${extended.join('')}</w15:commentsEx>`,
  };
}

const paragraphId = (comment: number, line: number): string =>
  (0x10000000 + comment * 0x100 + line).toString(16).toUpperCase();

/** A relationship of the main part, and the content type of what it leads to. */
function link(parts: Parts, name: string, target: string, type: string): Parts {
  const rels = 'word/_rels/document.xml.rels';
  const contentTypes = '[Content_Types].xml';
  const id = `rIdOf${name}`;
  return {
    ...parts,
    [rels]: (parts[rels] ?? '').replace(
      '</Relationships>',
      `<Relationship Id="${id}" Type="${type}" Target="${target}"/></Relationships>`,
    ),
    [contentTypes]: (parts[contentTypes] ?? '').replace(
      '</Types>',
      `<Override PartName="/word/${target}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/></Types>`,
    ),
  };
}

/** Cuts the run with the words in three, as every program does, and puts the range around the middle one. */
function hang(body: string, { on = '', nth = 0, isPoint = false }: CommentSpec, index: number): string {
  const runs = [...body.matchAll(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gsu)].filter(([run]) => run.includes(escapeXml(on)));
  const run = runs[nth];
  if (run === undefined) throw new Error(`no run with «${on}»`);
  const [, head = '', text = ''] = /^(<w:r>.*?)<w:t[^>]*>(.*)<\/w:t><\/w:r>$/su.exec(run[0]) ?? [];
  const at = text.indexOf(escapeXml(on));
  const piece = (part: string): string => (part === '' ? '' : `${head}<w:t xml:space="preserve">${part}</w:t></w:r>`);
  const id = String(index);
  const reference = `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
  const range = isPoint
    ? `${piece(escapeXml(on))}${reference}`
    : `<w:commentRangeStart w:id="${id}"/>${piece(escapeXml(on))}<w:commentRangeEnd w:id="${id}"/>${reference}`;
  const replaced = `${piece(text.slice(0, at))}${range}${piece(text.slice(at + escapeXml(on).length))}`;
  return `${body.slice(0, run.index)}${replaced}${body.slice(run.index + run[0].length)}`;
}
