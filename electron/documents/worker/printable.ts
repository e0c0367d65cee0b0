import { basename } from 'node:path';
import type {
  MinutesBlock,
  MinutesColumns,
  MinutesDocument,
  MinutesParagraph,
  MinutesSection,
  MinutesSignatures,
} from '#shared/domain/minutes/document.ts';
import { readCoverage } from './font-file.ts';

/** Printers' sign for a character that no font here can draw; PDF/A refuses to be written with a missing glyph. */
const missingSign = '\u25A1';
const zeroWidthSpace = '\u200B';

/** Longest run without a place to break that hyphenation and narrow columns are left to cope with. */
const longestWord = 40;
const longestCode = 20;
/** PDF/A allows strings of 32,767 characters. */
const longestDescription = 4_000;

/** Texts already looked at: between two previews nearly all are the same. Characters, some hundred pages. */
const mostRemembered = 2_000_000;

export type Printable = (text: string) => string;

/**
 * Makes texts printable: characters that neither the serif nor the sans pair of fonts has become {@link missingSign},
 * invisible ones go, and what has no place to break a line (addresses, codes) gets some.
 */
export function createPrintable(fonts: { path: string; data: Buffer }[]): Printable {
  const pairs = [
    ['PTSerif', 'NotoSerifSC'],
    ['PTSans', 'NotoSansSC'],
  ];
  const covered = pairs.map((families) => {
    const map = new Uint8Array(0x110000);
    for (const family of families) {
      const font = fonts.find(({ path }) => basename(path).startsWith(`${family}_400Regular.`));
      if (font === undefined) throw new Error(`no font file of ${family}`);
      for (const [first, last] of readCoverage(font.data)) map.fill(1, first, last + 1);
    }
    return map;
  });
  const isCovered = (character: string): boolean => {
    const code = character.codePointAt(0) ?? 0;
    return covered.every((map) => map[code] === 1);
  };

  function makeDrawable(text: string): string {
    // An emoji of several characters is one sign.
    const signs = text.normalize('NFC').replace(/\p{RGI_Emoji}/gv, (emoji) => (emoji.length > 2 ? missingSign : emoji));
    const drawable = Array.from(signs, (character) => {
      if (isCovered(character)) return character;
      if (/\s/u.test(character)) return ' ';
      return /\p{Default_Ignorable_Code_Point}|\p{M}|\p{C}/u.test(character) ? '' : missingSign;
    }).join('');
    return drawable.replace(/[^\s\u00A0\p{Script=Han}\p{P}]\S+/gu, breakLongWord);
  }

  const remembered = new Map<string, string>();
  let rememberedLength = 0;
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    if (rememberedLength > mostRemembered) {
      remembered.clear();
      rememberedLength = 0;
    }
    const drawable = makeDrawable(text);
    remembered.set(text, drawable);
    rememberedLength += text.length;
    return drawable;
  };
}

function breakLongWord(word: string): string {
  if (/\p{Script=Han}/u.test(word)) return word;
  // At hyphens a line is broken anyhow.
  const isWord = /^\p{P}*[\p{L}\p{M}]+(?:[-\u2011][\p{L}\p{M}]+)*\p{P}*$/u.test(word);
  const longest = isWord ? Math.max(...word.split('-').map((part) => part.length)) : word.length;
  if (longest <= (isWord ? longestWord : longestCode)) return word;
  const parts = word.split(/(?<=[/.?&=_@:-])/u).flatMap((part) => part.match(/.{1,20}/gsu) ?? []);
  return parts.join(zeroWidthSpace);
}

/** For the file's description, which is never drawn but is XML in a PDF, and short there. */
function makeStorable(text: string): string {
  return text.slice(0, longestDescription).replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, ' ');
}

/** The document with every text made printable. */
export function makePrintable(document: MinutesDocument, printable: Printable): MinutesDocument {
  const paragraph = (runs: MinutesParagraph): MinutesParagraph =>
    runs.map((run) => ({ ...run, text: printable(run.text) }));
  const signatures = (value: MinutesSignatures): MinutesSignatures => ({
    ...value,
    columns: value.columns.map((column) => ({
      heading: paragraph(column.heading),
      office: paragraph(column.office),
      name: paragraph(column.name),
    })),
  });
  const paragraphs = (list: MinutesParagraph[]): MinutesParagraph[] => list.map(paragraph);

  function block(value: MinutesBlock): MinutesBlock {
    switch (value.kind) {
      case 'heading':
      case 'lead':
      case 'paragraph':
        return { ...value, runs: paragraph(value.runs) };
      case 'split':
        return { ...value, left: paragraph(value.left), right: paragraph(value.right) };
      case 'fields':
        return {
          ...value,
          rows: value.rows.map((row) => ({ label: printable(row.label), values: paragraphs(row.values) })),
        };
      case 'list':
        return { ...value, items: paragraphs(value.items) };
      case 'points':
        return {
          ...value,
          points: value.points.map((point) => ({
            ...point,
            number: printable(point.number),
            paragraphs: paragraphs(point.paragraphs),
          })),
        };
      case 'table':
        return {
          ...value,
          columns: value.columns.map((column) => ({ ...column, label: printable(column.label) })),
          rows: value.rows.map((row) => ({ ...row, cells: row.cells.map(paragraphs) })),
        };
      case 'placed':
        return { ...value, lines: paragraphs(value.lines) };
      case 'sign-off':
        return { ...value, office: paragraphs(value.office), name: paragraph(value.name) };
      case 'signatures':
        return signatures(value);
      case 'drawing':
        return {
          ...value,
          alt: makeStorable(value.alt),
          lanes: value.lanes.map((lane) => ({
            label: paragraph(lane.label),
            rows: lane.rows.map((marks) => marks.map((mark) => ({ ...mark, labels: paragraphs(mark.labels) }))),
          })),
        };
    }
  }

  const section = (value: MinutesSection): MinutesSection => ({
    ...value,
    ...(value.letterhead !== undefined && {
      letterhead: { names: paragraphs(value.letterhead.names), lines: paragraphs(value.letterhead.lines) },
    }),
    organisation: paragraph(value.organisation),
    title: printable(value.title),
    subject: paragraph(value.subject),
    blocks: value.blocks.map(block),
  });
  const columns = (value: MinutesColumns): MinutesColumns => ({
    ...value,
    rows: value.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.map(block)) })),
    signatures: value.signatures?.map(signatures) ?? null,
  });
  return {
    ...document,
    title: makeStorable(document.title),
    subject: makeStorable(document.subject),
    ...(document.keeper !== undefined && { keeper: makeStorable(document.keeper) }),
    ...(document.columns !== undefined && { columns: columns(document.columns) }),
    sections: document.sections.map(section),
  };
}
