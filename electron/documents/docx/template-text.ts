import { SaxesParser } from 'saxes';

/** A placeholder as it stands in a paragraph. */
export interface FoundPlaceholder {
  /** What stands between the braces, in small letters: Word writes the first letter of a line large. */
  name: string;
  /** In the text of the paragraph. */
  start: number;
  end: number;
}

/** A stretch of text, `w:t`, with its place in the part. */
interface Piece {
  text: string;
  start: number;
  end: number;
  /** The library that fills a letterhead looks for text here. */
  isReachable: boolean;
}

export interface FoundParagraph {
  /** Place in the part, from `<w:p` to behind `</w:p>`. */
  start: number;
  end: number;
  pieces: Piece[];
  placeholders: FoundPlaceholder[];
  /** A placeholder was begun and not ended, or stands where it cannot be filled; its text. */
  broken: string | undefined;
  /** A paragraph of the main text itself, not of a table or a text box. */
  isOfBody: boolean;
  /** Ends a section. */
  hasSection: boolean;
  /** Holds a picture, a field or the like besides text. */
  hasMore: boolean;
}

/** A page as a section sets it up, in twips. */
export interface FoundSection {
  start: number;
  width: number;
}

export interface ScannedPart {
  root: string;
  paragraphs: FoundParagraph[];
  sections: FoundSection[];
}

/** Word Processing ML in the names that Word, LibreOffice and WPS write and the library knows. */
const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const runContainers = new Set(
  ['hyperlink', 'sdt', 'sdtContent', 'ins', 'moveTo', 'smartTag', 'customXml', 'fldSimple', 'dir', 'bdo'].map(
    (name) => `w:${name}`,
  ),
);
const more = new Set([
  'w:drawing',
  'w:pict',
  'w:fldChar',
  'w:fldSimple',
  'w:footnoteReference',
  'w:commentReference',
  'w:sym',
]);
/** Chinese input methods write wide braces. */
const pattern = /[{｛]{2}\s*([^{}｛｝]{1,60}?)\s*[}｝]{2}/gu;
const begun = /[{｛]{2}/u;

/** Reads a well-formed part; undefined if it is not one with text, or not in the names of ECMA-376, part 4. */
export function scanPart(xml: string): ScannedPart | undefined {
  const parents: string[] = [];
  const paragraphs: FoundParagraph[] = [];
  const sections: FoundSection[] = [];
  const open: FoundParagraph[] = [];
  let root = '';
  let piece: Piece | undefined;
  let page = emptyPage();
  const parser = new SaxesParser({ xmlns: true });

  parser.on('opentag', ({ name, uri, attributes, isSelfClosing }) => {
    if (parents.length === 0) root = uri === transitional ? name : '';
    const start = xml.lastIndexOf('<', parser.position - 1);
    const value = (attribute: string): number => Number.parseInt(attributes[attribute]?.value ?? '0', 10) || 0;
    const paragraph = open.at(-1);
    if (name === 'w:p') {
      const found = {
        start,
        end: 0,
        pieces: [],
        placeholders: [],
        broken: undefined,
        isOfBody: parents.length === 2 && parents[1] === 'w:body',
        hasSection: false,
        hasMore: false,
      };
      open.push(found);
      paragraphs.push(found);
    } else if (name === 'w:t' && paragraph !== undefined && !isSelfClosing) {
      piece = { text: '', start, end: 0, isReachable: isReachable(parents) };
      paragraph.pieces.push(piece);
    } else if (name === 'w:sectPr') {
      page = { ...emptyPage(), start };
      if (paragraph !== undefined) paragraph.hasSection = true;
    } else if (name === 'w:pgSz') page.width = value('w:w');
    else if (name === 'w:pgMar') page.margins = value('w:left') + value('w:right') + value('w:gutter');
    else if (name === 'w:cols') page.columns = { count: Math.max(1, value('w:num')), space: value('w:space') };
    if (more.has(name)) for (const each of open) each.hasMore = true;
    parents.push(name);
  });
  const text = (part: string): void => {
    if (piece !== undefined && parents.at(-1) === 'w:t') piece.text += part;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    parents.pop();
    const end = parser.position;
    if (name === 'w:t' && piece !== undefined) {
      piece.end = end;
      piece = undefined;
    } else if (name === 'w:p') {
      const paragraph = open.pop();
      if (paragraph !== undefined) {
        paragraph.end = end;
        readPlaceholders(paragraph);
      }
    } else if (name === 'w:sectPr') sections.push({ start: page.start, width: widthOf(page) });
  });
  parser.write(xml).close();
  return root === '' ? undefined : { root, paragraphs, sections };
}

interface Page {
  start: number;
  width: number;
  margins: number;
  columns: { count: number; space: number };
}
const emptyPage = (): Page => ({ start: 0, width: 11906, margins: 3402, columns: { count: 1, space: 0 } });

/** Of the text: a page too narrow for any is taken for a mistake. */
function widthOf({ width, margins, columns }: Page): number {
  const { count, space } = columns;
  return Math.min(30_000, Math.max(2_000, Math.floor((width - margins - space * (count - 1)) / count)));
}

function isReachable(parents: readonly string[]): boolean {
  const from = parents.lastIndexOf('w:p') + 1;
  return parents.at(-1) === 'w:r' && parents.slice(from, -1).every((name) => runContainers.has(name));
}

function readPlaceholders(paragraph: FoundParagraph): void {
  const { pieces } = paragraph;
  const text = pieces.map((piece) => piece.text).join('');
  if (!begun.test(text)) return;
  for (const match of text.matchAll(pattern)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const name = (match[1] ?? '').toLowerCase();
    paragraph.placeholders.push({ name, start, end });
    if (overlapping(pieces, start, end).some(({ piece }) => !piece.isReachable)) paragraph.broken ??= name;
  }
  const rest = text.replace(pattern, '');
  const at = rest.search(begun);
  if (at >= 0)
    paragraph.broken ??= rest
      .slice(at)
      .replace(/^[{｛]+\s*/u, '')
      .slice(0, 40);
}

function overlapping(pieces: readonly Piece[], start: number, end: number): { piece: Piece; offset: number }[] {
  let offset = 0;
  return pieces
    .map((piece) => {
      const at = offset;
      offset += piece.text.length;
      return { piece, offset: at };
    })
    .filter(({ piece, offset: at }) => at < end && at + piece.text.length > start);
}

/** Whether a paragraph says nothing but the placeholder. */
export function standsAlone({ pieces, placeholders }: FoundParagraph): boolean {
  const text = pieces.map((piece) => piece.text).join('');
  const [only] = placeholders;
  return placeholders.length === 1 && only !== undefined && text.trim() === text.slice(only.start, only.end).trim();
}

export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The edits that put `write(name)` where each placeholder stands, in one piece wherever Word had cut it. */
export function editParagraph({ pieces, placeholders }: FoundParagraph, write: (name: string) => string): Edit[] {
  const changed = new Map<Piece, { at: number; length: number; text: string }[]>();
  for (const { name, start, end } of placeholders) {
    overlapping(pieces, start, end).forEach(({ piece, offset }, index) => {
      const at = Math.max(0, start - offset);
      const length = Math.min(piece.text.length, end - offset) - at;
      const cuts = changed.get(piece) ?? [];
      cuts.push({ at, length, text: index === 0 ? write(name) : '' });
      changed.set(piece, cuts);
    });
  }
  return [...changed].map(([piece, cuts]) => {
    const text = cuts
      .toReversed()
      .reduce((rest, cut) => `${rest.slice(0, cut.at)}${cut.text}${rest.slice(cut.at + cut.length)}`, piece.text);
    return { start: piece.start, end: piece.end, text: `<w:t xml:space="preserve">${escapeXml(text)}</w:t>` };
  });
}

export function applyEdits(xml: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, edit) => `${text.slice(0, edit.start)}${edit.text}${text.slice(edit.end)}`, xml);
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
