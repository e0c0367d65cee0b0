import type { Language } from '../language.ts';
import type {
  MinutesBlock,
  MinutesLead,
  MinutesList,
  MinutesParagraph,
  MinutesRun,
  MinutesTable,
} from '../minutes/document.ts';

/** What stands in one row of languages side by side, as one language says it. */
export interface Piece {
  /** The same in all languages. */
  key: string;
  isHeading: boolean;
  blocks: MinutesBlock[];
}

/** The blocks of a section in pieces as small as can stand against each other; each key once. */
export function cutIntoPieces(blocks: readonly MinutesBlock[], language: Language): Piece[] {
  const pieces: Piece[] = [];
  const uses = new Map<string, number>();
  /** Not every language has them: they go along with what follows. */
  let leads: MinutesLead[] = [];
  let heading = 'top';
  let sides = 0;

  const add = (key: string, block: MinutesBlock | MinutesBlock[], isHeading = false): void => {
    const count = (uses.get(key) ?? 0) + 1;
    uses.set(key, count);
    pieces.push({
      key: count === 1 ? key : `${key} #${count}`,
      isHeading,
      blocks: [...leads, ...(Array.isArray(block) ? block : [block])],
    });
    leads = [];
  };
  /** By its place under the heading: what has no id of its own. */
  const addHere = (kind: string, block: MinutesBlock): void => add(`${heading} ${kind}`, block);
  /** Goes on with the piece before, if that is the same thing. */
  const extend = (kinds: readonly MinutesBlock['kind'][], block: MinutesBlock): boolean => {
    const last = pieces.at(-1);
    if (leads.length > 0 || last === undefined || !last.blocks.every(({ kind }) => kinds.includes(kind))) return false;
    last.blocks.push(block);
    return true;
  };

  let entry: string | null = null;
  for (const block of blocks) {
    const isSameEntry = block.kind === 'paragraph' && block.id !== undefined && block.id === entry;
    entry = block.kind === 'paragraph' ? (block.id ?? null) : null;
    switch (block.kind) {
      case 'split':
      case 'fields':
        if (!extend(['split', 'fields'], block)) addHere('facts', block);
        break;
      case 'heading':
        if (leads.length > 0) add(`${heading} lead`, []);
        heading = block.id;
        sides = 0;
        add(`heading ${block.id}`, block, true);
        break;
      case 'lead':
        if (block.tone === 'side') sides += 1;
        leads.push(block);
        break;
      case 'paragraph':
        if (isSameEntry && leads.length === 0) pieces.at(-1)?.blocks.push(block);
        else if (block.id !== undefined) add(`entry ${block.id}`, block);
        else if (block.isClosing === true && pieces.at(-1)?.key === 'closing') pieces.at(-1)?.blocks.push(block);
        else if (block.isClosing === true) add('closing', block);
        else addHere('text', block);
        break;
      case 'points':
        for (const point of block.points) add(`point ${point.id}`, { kind: 'points', points: [point] });
        break;
      case 'list':
        for (const [key, item] of cutList(block, `${heading} side ${sides}`)) add(key, item);
        break;
      case 'table':
        for (const row of block.rows) add(`row ${row.id}`, writeRow(block, row, language));
        break;
      case 'placed':
      case 'sign-off':
      case 'signatures':
        addHere(block.kind, block);
        break;
      case 'drawing':
        // Stands alone on its pages, never beside another language.
        break;
    }
  }
  if (leads.length > 0) add(`${heading} lead`, []);
  return pieces;
}

function cutList(list: MinutesList, place: string): [string, MinutesList][] {
  return list.items.map((item, index) => {
    const id = list.ids?.[index];
    return id === undefined
      ? [`${place} item`, { ...list, items: [item] }]
      : [`item ${id}`, { ...list, items: [item], ids: [id] }];
  });
}

/**
 * A row of a table as paragraphs, for a table would be too narrow in a column: its number and what it is about (the widest
 * cell), then each of the other cells with the name of its column.
 */
function writeRow(table: MinutesTable, row: MinutesTable['rows'][number], language: Language): MinutesBlock[] {
  const say = (text: string): MinutesRun => ({ text, language, isFallback: false, role: 'plain' });
  const [gap, colon, semicolon] = language === 'zh' ? ['\u3000', '：', '；'] : ['\u00A0', ': ', '; '];
  const cells = row.cells.map((cell) => cell.filter((runs) => runs.length > 0));
  const widest = Math.max(...table.columns.map(({ share }) => share));
  const main = table.columns.findIndex(({ share }) => share === widest);
  const number = main > 0 ? (cells[0] ?? []).flat() : [];
  const [first = [], ...others] = cells[main] ?? [];
  const lead: MinutesParagraph = number.length === 0 ? [] : [...number.map(strengthen), say(gap)];
  const facts = table.columns.flatMap(({ label }, index): MinutesParagraph[] => {
    const values = cells[index] ?? [];
    if (index === main || index === 0 || values.length === 0) return [];
    const listed = values.flatMap((runs, place) => (place === 0 ? runs : [say(semicolon), ...runs]));
    return [label === '' ? listed : [say(`${label}${colon}`), ...listed]];
  });
  return [[...lead, ...first], ...others, ...facts]
    .filter((runs) => runs.length > 0)
    .map((runs) => ({ kind: 'paragraph', id: row.id, runs }));
}

function strengthen(run: MinutesRun): MinutesRun {
  return run.role === 'plain' ? { ...run, role: 'strong' } : run;
}
