import { type Numbering, readNumbering } from './numbering.ts';
import { openPackage, type Package } from './package.ts';
import { DocxProblem } from './problem.ts';
import { readProperties } from './properties.ts';
import { runText } from './run-text.ts';
import { symbolText } from './symbols.ts';
import type { XmlReader, XmlTag } from './xml.ts';

/** A cell as its reader sees it, with marked insertions and without marked deletions. */
export interface DocxCell {
  /** Paragraphs and line breaks alike are LF; numbers that the program made stand in front of their paragraphs. */
  text: string;
  /** It spans several columns or rows. */
  isMerged: boolean;
  /** Somebody's insertions or deletions are marked in it, and not yet accepted or rejected. */
  hasTrackedChanges: boolean;
  /** A table stands in it; its text is left out. */
  hasTable: boolean;
}

export interface DocxRow {
  cells: DocxCell[];
  /** The row as a whole is marked as inserted or deleted. */
  isTracked: boolean;
}

export interface DocxTables {
  /** Custom properties of the file. */
  properties: Map<string, string>;
  /** What stands around the tables, a paragraph per line. */
  text: string;
  /** Tables of the main part, not those inside others. */
  tables: DocxRow[][];
}

const maxRows = 50_000;
/** Of what stands around the tables, in UTF-16 units. */
const maxText = 200_000;
/** Older copies of what stands beside them, boxes that float over the text, phonetic guides above it. */
const leftOut = new Set(['mc:Fallback', 'w:txbxContent', 'w:rt']);
const deletions = new Set(['w:del', 'w:moveFrom']);
const changes = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:cellIns', 'w:cellDel', 'w:cellMerge']);

/** Reads the tables of a text document as Word, LibreOffice and WPS write them (ECMA-376). Throws {@link DocxProblem}. */
export async function readDocxTables(bytes: Uint8Array): Promise<DocxTables> {
  const parts = await openPackage(bytes);
  if (parts.names.some((name) => /vbaProject[^/]*\.bin$/iu.test(name))) throw new DocxProblem('unsafe', 'VBA');
  const related = await parts.related('');
  const mainPart = related.get('officeDocument');
  if (mainPart === undefined) throw new DocxProblem('broken_docx', 'word/document.xml');
  const numbering = await readNumbering(parts, (await parts.related(mainPart)).get('numbering'));
  const { text, tables } = await readMainPart(parts, mainPart, numbering);
  return { properties: await readProperties(parts, related), text, tables };
}

async function readMainPart(
  parts: Package,
  mainPart: string,
  numbering: Numbering,
): Promise<Pick<DocxTables, 'text' | 'tables'>> {
  const reader = startReading(numbering);
  if (!(await parts.read(mainPart, reader.xml)) || !reader.isDocument()) {
    throw new DocxProblem('broken_docx', mainPart);
  }
  return reader.result();
}

function startReading(numbering: Numbering): {
  xml: XmlReader;
  isDocument(): boolean;
  result(): Pick<DocxTables, 'text' | 'tables'>;
} {
  const tables: DocxRow[][] = [];
  const outside: string[] = [];
  let outsideLength = 0;
  let rowCount = 0;
  let root = '';
  /** How many elements are open whose content does not count. */
  let skipped = 0;
  let deleted = 0;
  let tableDepth = 0;
  let row: DocxRow | null = null;
  let cell: (DocxCell & { lines: string[] }) | null = null;
  let list: { id: string; level: number } | null = null;
  /** What the program prints in front of the paragraph, if anything stands in it. */
  let label = '';
  let isHidden = false;

  const write = (text: string): void => {
    if (text === '' || skipped > 0 || deleted > 0 || isHidden || tableDepth > 1) return;
    const lines = cell?.lines ?? (tableDepth === 0 ? outside : []);
    if (lines === outside && (outsideLength += text.length) > maxText) return;
    lines.push(`${lines.pop() ?? ''}${label}${text}`);
    label = '';
  };

  function open(tag: XmlTag, parents: readonly string[]): void {
    const { name, attribute } = tag;
    if (parents.length === 0) root = name;
    if (leftOut.has(name)) skipped += 1;
    if (skipped > 0) return;
    const parent = parents.at(-1) ?? '';
    if (changes.has(name)) noteChange(parent);
    switch (name) {
      case 'w:tbl':
        tableDepth += 1;
        if (tableDepth === 1) tables.push([]);
        else if (cell !== null) cell.hasTable = true;
        return;
      case 'w:tr':
        if (tableDepth !== 1) return;
        rowCount += 1;
        if (rowCount > maxRows) throw new DocxProblem('too_large', 'w:tr');
        row = { cells: [], isTracked: false };
        tables.at(-1)?.push(row);
        return;
      case 'w:tc':
        if (tableDepth !== 1 || row === null) return;
        cell = { text: '', isMerged: false, hasTrackedChanges: false, hasTable: false, lines: [] };
        row.cells.push(cell);
        return;
      case 'w:gridSpan':
        if (isOfCell(parents) && Number(attribute('w:val') ?? '1') > 1) merge();
        return;
      case 'w:vMerge':
      case 'w:hMerge':
        if (isOfCell(parents)) merge();
        return;
      case 'w:p':
        if (tableDepth > 1) return;
        list = null;
        label = '';
        (cell?.lines ?? outside).push('');
        return;
      case 'w:numId':
        if (parent === 'w:numPr' && !parents.includes('w:pPrChange')) {
          list = { level: list?.level ?? 0, id: attribute('w:val') ?? '' };
        }
        return;
      case 'w:ilvl':
        if (parent === 'w:numPr' && !parents.includes('w:pPrChange')) {
          list = { id: list?.id ?? '', level: Number(attribute('w:val') ?? '0') };
        }
        return;
      case 'w:r':
        isHidden = false;
        return;
      case 'w:vanish':
        if (parent === 'w:rPr' && parents.at(-2) === 'w:r') isHidden = isOn(attribute('w:val'));
        return;
      case 'w:sym':
        write(symbolText(attribute('w:font') ?? '', attribute('w:char') ?? ''));
        return;
      case 'w:softHyphen':
        write('\u00AD');
        return;
      case 'w:ptab':
        write('\t');
        return;
      default:
        write(runText(name, parents));
    }
    if (deletions.has(name)) deleted += 1;
  }

  const merge = (): void => {
    if (tableDepth === 1 && cell !== null) cell.isMerged = true;
  };

  /** Of a row, of a cell, of what stands in one; lists that were renumbered are no change of the text. */
  function noteChange(parent: string): void {
    if (tableDepth === 0 || parent === 'w:numPr') return;
    if (parent === 'w:trPr' && tableDepth === 1 && row !== null) row.isTracked = true;
    else if (cell !== null) cell.hasTrackedChanges = true;
  }

  function close(name: string): void {
    if (leftOut.has(name)) {
      skipped -= 1;
      return;
    }
    if (skipped > 0) return;
    if (deletions.has(name)) deleted -= 1;
    if (name === 'w:tbl') tableDepth -= 1;
    else if (name === 'w:pPr' && list !== null) {
      label = numbering.next(list.id, list.level);
      list = null;
    } else if (name === 'w:tc' && tableDepth === 1 && cell !== null) {
      const { lines, ...read } = cell;
      row?.cells.splice(-1, 1, { ...read, text: lines.join('\n') });
      cell = null;
    }
  }

  return {
    xml: {
      open,
      close,
      text(text, parents) {
        if (parents.at(-1) === 'w:t') write(text);
      },
    },
    isDocument: () => root === 'w:document',
    result: () => ({ tables, text: outside.join('\n') }),
  };
}

/** Not what they were before somebody changed them. */
const isOfCell = (parents: readonly string[]): boolean => parents.at(-1) === 'w:tcPr' && parents.at(-2) === 'w:tc';

/** ST_OnOff (ECMA-376, part 1, 22.9.2.7). */
const isOn = (value: string | undefined): boolean => !['0', 'false', 'off'].includes(value ?? '');
