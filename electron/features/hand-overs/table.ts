import type { HandOverProblem } from '#shared/contract/hand-overs.ts';
import type { Language } from '#shared/domain/language.ts';
import type { DocxCell, DocxRow } from '../../exchange/docx/index.ts';
import { findCodes } from './codes.ts';
import type { HandedText, HandOver } from './repository.ts';
import { cleanReturned } from './returned.ts';

/** A text as it came back. */
export interface ReturnedText {
  source: string;
  target: string;
}

type Report = (code: HandOverProblem['code'], row: number, detail?: string) => void;

/** Reads what came back, by code; or everything that stands against it, in the order of the rows. */
export function readTable(
  tables: readonly DocxRow[][],
  { texts, sourceLanguage, targetLanguage }: HandOver,
): { returned: Map<string, ReturnedText>; problems: HandOverProblem[] } {
  const problems: HandOverProblem[] = [];
  const report: Report = (code, row, detail = '') => problems.push({ code, row, detail: shorten(detail) });
  const handed = new Map(texts.map((text) => [text.code, text]));
  const returned = new Map<string, ReturnedText>();
  // Somebody may have put tables of their own beside ours, or cut ours in two.
  const ours = tables.filter((rows) => rows.some(({ cells }) => cells.some(({ text }) => findCodes(text).length > 0)));
  if (ours.length === 0) report('no-table', 0);
  for (const rows of ours) {
    const head = rows.findIndex((row) => !isBlank(row));
    rows.forEach((row, index) => {
      if (isBlank(row)) return;
      if (index === head && !hasCode(row)) checkHead(row, index + 1, sourceLanguage, targetLanguage, report);
      else readRow(row, index + 1, handed, returned, report);
    });
  }
  if (problems.length === 0 && isSwapped(returned, handed)) report('wrong-columns', 0);
  return { returned, problems };
}

function readRow(
  row: DocxRow,
  number: number,
  handed: ReadonlyMap<string, HandedText>,
  returned: Map<string, ReturnedText>,
  report: Report,
): void {
  const cells = checkShape(row, number, report);
  if (cells === undefined) return;
  const [first, source, target] = cells;
  const codes = [...new Set(findCodes(first.text))];
  const known = codes.filter((code) => handed.has(code));
  const text = handed.get(known[0] ?? '');
  if (text === undefined) {
    const isElsewhere = [source, target].some((cell) => findCodes(cell.text).some((code) => handed.has(code)));
    if (isElsewhere) report('wrong-columns', number);
    else if (first.text.trim() === '') report('missing-id', number, `${source.text} ${target.text}`);
    else report('unknown-id', number, codes[0] ?? first.text);
    return;
  }
  if (known.length > 1 || returned.has(text.code)) {
    report('doubled-id', number, known.length > 1 ? known.join(' ') : text.code);
    return;
  }
  if (target.hasTrackedChanges) report('tracked-changes', number, nameOf(text));
  if (target.hasTable) report('wrong-columns', number);
  const back = cleanReturned(target.text, text);
  if (back === undefined) report('too-long', number, nameOf(text));
  returned.set(text.code, { source: source.text, target: back ?? '' });
}

function checkShape(
  { cells, isTracked }: DocxRow,
  number: number,
  report: Report,
): [DocxCell, DocxCell, DocxCell] | undefined {
  const [first, second, third] = cells;
  if (cells.some(({ isMerged }) => isMerged)) report('merged-cells', number);
  else if (first === undefined || second === undefined || third === undefined || cells.length > 3) {
    report('wrong-columns', number, String(cells.length));
  } else if (isTracked) report('tracked-changes', number, first.text);
  else return [first, second, third];
  return undefined;
}

/** Its two letters name the language of each column; the words around them may change from version to version. */
function checkHead(row: DocxRow, number: number, source: Language, target: Language, report: Report): void {
  const cells = checkShape(row, number, report);
  if (cells === undefined) return;
  const isAsHanded = names(cells[1], source) && names(cells[2], target);
  if (!isAsHanded) report('wrong-columns', number, cells.map(({ text }) => text.split('\n')[0]).join(' | '));
}

const names = ({ text }: DocxCell, language: Language): boolean =>
  new RegExp(`(?<!\\p{L})${language}(?!\\p{L})`, 'iu').test(text);

/** Translations stand where the sources were, and the other way round. */
function isSwapped(returned: ReadonlyMap<string, ReturnedText>, handed: ReadonlyMap<string, HandedText>): boolean {
  const swapped = [...returned].filter(([code, { source, target }]) => {
    const text = handed.get(code);
    return text !== undefined && squash(target) === squash(text.source) && squash(source) !== squash(text.source);
  });
  return swapped.length * 2 > returned.size;
}

const squash = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const isBlank = ({ cells }: DocxRow): boolean => cells.every(({ text, hasTable }) => text.trim() === '' && !hasTable);
const hasCode = ({ cells }: DocxRow): boolean => cells.some(({ text }) => findCodes(text).length > 0);
const nameOf = ({ number, code }: HandedText): string => (number === '' ? code : number);
const maxDetail = 80;

function shorten(detail: string): string {
  const plain = squash(detail);
  return plain.length > maxDetail ? `${plain.slice(0, maxDetail - 1).toWellFormed()}…` : plain;
}
