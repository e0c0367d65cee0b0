import { cleanText } from '#shared/domain/clean-text.ts';
import { type MarkTarget, parseMarkName } from '../../documents/docx/mark-name.ts';
import type { Package } from './package.ts';
import { DocxProblem } from './problem.ts';
import { runText } from './run-text.ts';
import { countTrackedChanges } from './tracked-changes.ts';

/** A bookmark of ours. Places count the characters before them, and one for each end of a paragraph. */
export interface Mark extends MarkTarget {
  start: number;
  end: number;
  /** Numbers of the paragraph and of the section in which it starts; each language is a section. */
  paragraph: number;
  section: number;
}

/** Where a comment hangs. */
export interface Anchor {
  start: number;
  end: number;
  paragraph: number;
  section: number;
  /** The words between, as they stood before any marked change. */
  quote: string;
}

export interface Body {
  /** In the order in which they start. */
  marks: Mark[];
  /** By the id of the comment. */
  anchors: Map<string, Anchor>;
  /** Rows of tables around a paragraph, the innermost first; absent outside tables. */
  rows: Map<number, number[]>;
  trackedChanges: number;
}

const maxMarks = 100_000;
const maxAnchors = 10_000;
const maxQuote = 1_000;
const insertions = ['w:ins', 'w:moveTo'];

/** Reads the main part; undefined if it is no text document. Throws {@link DocxProblem}. */
export async function readBody(parts: Package, mainPart: string): Promise<Body | undefined> {
  const marks: Mark[] = [];
  const openMarks = new Map<string, Mark>();
  const anchors: Body['anchors'] = new Map();
  const openAnchors = new Map<string, Anchor>();
  const rows: Body['rows'] = new Map();
  const tracked = countTrackedChanges();
  const openRows: number[] = [];
  const openParagraphs: number[] = [];
  let paragraphs = 0;
  let rowCount = 0;
  let place = 0;
  let sections = 0;
  let isLastOfSection = false;
  let root = '';

  /** What stands between paragraphs belongs to the next one. */
  const here = (): Omit<Anchor, 'quote'> => ({
    start: place,
    end: place,
    paragraph: openParagraphs.at(-1) ?? paragraphs + 1,
    section: sections,
  });
  const hang = (id: string): Anchor => {
    if (anchors.size === maxAnchors) throw new DocxProblem('too_large', 'w:commentReference');
    const anchor = { ...here(), quote: '' };
    anchors.set(id, anchor);
    return anchor;
  };
  const print = (text: string, isQuoted: boolean): void => {
    place += text.length;
    if (text === '' || !isQuoted) return;
    for (const [id, anchor] of openAnchors) {
      anchor.quote += text.slice(0, maxQuote + 1 - anchor.quote.length);
      if (anchor.quote.length > maxQuote) openAnchors.delete(id);
    }
  };
  const isOriginal = (parents: readonly string[]): boolean => !parents.some((name) => insertions.includes(name));

  await parts.read(mainPart, {
    open(tag, parents) {
      const { name, attribute } = tag;
      if (parents.length === 0) root = name;
      // A copy of what stands in mc:Choice, for older programs.
      if (parents.includes('mc:Fallback')) return;
      tracked.open(tag, parents);
      const id = attribute('w:id') ?? '';
      switch (name) {
        case 'w:p':
          paragraphs += 1;
          openParagraphs.push(paragraphs);
          if (openRows.length > 0) rows.set(paragraphs, openRows.toReversed());
          break;
        case 'w:tr':
          rowCount += 1;
          openRows.push(rowCount);
          break;
        case 'w:sectPr':
          // The last paragraph of a section holds what the section looks like (ECMA-376, part 1, 17.6.18).
          if (parents.at(-1) === 'w:pPr') isLastOfSection = true;
          break;
        case 'w:bookmarkStart': {
          const target = parseMarkName(attribute('w:name') ?? '');
          if (target === undefined) break;
          if (marks.length === maxMarks) throw new DocxProblem('too_large', 'w:bookmarkStart');
          const mark = { ...target, ...here() };
          marks.push(mark);
          openMarks.set(id, mark);
          break;
        }
        case 'w:bookmarkEnd': {
          const mark = openMarks.get(id);
          if (mark !== undefined) mark.end = place;
          openMarks.delete(id);
          break;
        }
        case 'w:commentRangeStart':
          if (!anchors.has(id)) openAnchors.set(id, hang(id));
          break;
        case 'w:commentRangeEnd': {
          const anchor = anchors.get(id);
          if (anchor !== undefined) anchor.end = Math.max(anchor.start, place);
          openAnchors.delete(id);
          break;
        }
        case 'w:commentReference':
          if (!anchors.has(id)) hang(id);
          break;
        default:
          print(runText(name, parents), isOriginal(parents));
      }
    },
    close(name, parents) {
      if (parents.includes('mc:Fallback')) return;
      tracked.close(name);
      if (name === 'w:tr') openRows.pop();
      if (name !== 'w:p') return;
      openParagraphs.pop();
      print('\n', true);
      if (isLastOfSection) sections += 1;
      isLastOfSection = false;
    },
    text(text, parents) {
      const inside = parents.at(-1);
      if ((inside !== 'w:t' && inside !== 'w:delText') || parents.includes('mc:Fallback')) return;
      print(text, isOriginal(parents));
    },
  });
  if (root !== 'w:document') return undefined;
  for (const anchor of anchors.values()) anchor.quote = shorten(cleanText(anchor.quote).trim());
  return { marks, anchors, rows, trackedChanges: tracked.count };
}

function shorten(quote: string): string {
  return quote.length > maxQuote
    ? `${quote
        .slice(0, maxQuote - 1)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')}…`
    : quote;
}
