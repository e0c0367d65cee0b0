import { basename } from 'node:path';
import type {
  MinutesBlock,
  MinutesDocument,
  MinutesParagraph,
  MinutesSection,
} from '#shared/domain/minutes/document.ts';
import { readCoverage } from './font-file.ts';

/** Printers' sign for a character that no font here can draw; PDF/A refuses to be written with a missing glyph. */
const missingSign = '\u25A1';
const zeroWidthSpace = '\u200B';

/** Longest run without a place to break that hyphenation and narrow columns are left to cope with. */
const longestWord = 40;
const longestCode = 20;

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

  return (text) => {
    const drawable = Array.from(text, (character) => {
      if (isCovered(character)) return character;
      if (/\s/u.test(character)) return ' ';
      return /\p{Default_Ignorable_Code_Point}|\p{M}|\p{C}/u.test(character) ? '' : missingSign;
    }).join('');
    return drawable.replace(/[^\s\u00A0\p{Script=Han}\p{P}]\S+/gu, breakLongWord);
  };
}

function breakLongWord(word: string): string {
  if (/\p{Script=Han}/u.test(word)) return word;
  const isWord = /^[\p{L}\p{M}]+[\p{P}]*$/u.test(word);
  if (word.length <= (isWord ? longestWord : longestCode)) return word;
  const parts = word.split(/(?<=[/.?&=_@:-])/u).flatMap((part) => part.match(/.{1,20}/gsu) ?? []);
  return parts.join(zeroWidthSpace);
}

/** The document with every text made printable. */
export function makePrintable(document: MinutesDocument, printable: Printable): MinutesDocument {
  const paragraph = (runs: MinutesParagraph): MinutesParagraph =>
    runs.map((run) => ({ ...run, text: printable(run.text) }));
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
        return { ...value, rows: value.rows.map((row) => ({ ...row, values: paragraphs(row.values) })) };
      case 'list':
        return { ...value, items: paragraphs(value.items) };
      case 'points':
        return {
          ...value,
          points: value.points.map((point) => ({ ...point, paragraphs: paragraphs(point.paragraphs) })),
        };
      case 'table':
        return { ...value, rows: value.rows.map((row) => ({ ...row, cells: row.cells.map(paragraphs) })) };
      case 'placed':
        return { ...value, lines: paragraphs(value.lines) };
      case 'sign-off':
        return { ...value, office: paragraphs(value.office), name: paragraph(value.name) };
      case 'signatures':
        return {
          ...value,
          columns: value.columns.map((column) => ({
            heading: paragraph(column.heading),
            office: paragraph(column.office),
            name: paragraph(column.name),
          })),
        };
    }
  }

  const section = (value: MinutesSection): MinutesSection => ({
    ...value,
    organisation: paragraph(value.organisation),
    title: printable(value.title),
    subject: paragraph(value.subject),
    blocks: value.blocks.map(block),
  });
  return { ...document, sections: document.sections.map(section) };
}
