import type {
  MinutesBlock,
  MinutesDocument,
  MinutesFields,
  MinutesParagraph,
  MinutesRun,
  MinutesSection,
  MinutesTable,
} from '../minutes/document.ts';

/**
 * One sheet in several languages, on its side: everybody signs once, so the languages stand in one table, below each
 * other in its cells, and not in columns of their own. All sheets are of the same meeting and the same people.
 */
export function joinSheets(document: MinutesDocument): MinutesDocument {
  const sections = joinSections(document.sections);
  const rows = sections.flatMap(({ blocks }) =>
    blocks.map((block, index) => ({
      id: `sheet ${String(index + 1)}`,
      isHeading: block.kind === 'heading' || block.kind === 'lead',
      cells: [[block]],
    })),
  );
  return {
    ...document,
    sections: sections.map((section) => ({ ...section, blocks: [] })),
    columns: { page: 'landscape', rows, signatures: null },
  };
}

function joinSections(sections: readonly MinutesSection[]): MinutesSection[] {
  const [first, ...others] = sections;
  if (first === undefined || others.length === 0) return [...sections];
  const named = others.flatMap(({ organisation, subject }) => [organisation, subject]);
  const lines = named.filter((runs) => runs.length > 0);
  const head: MinutesBlock[] = lines.length === 0 ? [] : [{ kind: 'placed', place: 'centre', lines }];
  const blocks = first.blocks.map((block, index) =>
    joinBlocks(sections.map((section) => section.blocks[index] ?? block)),
  );
  return [{ ...first, title: joinWords(sections.map(({ title }) => title)), blocks: [...head, ...blocks] }];
}

const joinWords = (words: readonly string[]): string => [...new Set(words)].join(' / ');

const textOf = (runs: MinutesParagraph): string => runs.map(({ text }) => text).join('');

/** What reads the same in several languages, a name or a line to write on, stands once. */
function onlyOnce(paragraphs: readonly MinutesParagraph[]): MinutesParagraph[] {
  const byText = new Map(paragraphs.map((runs) => [textOf(runs), runs]));
  return [...byText].flatMap(([text, runs]) => (text === '' ? [] : [runs]));
}

function joinBlocks(blocks: readonly MinutesBlock[]): MinutesBlock {
  const [first] = blocks as [MinutesBlock, ...MinutesBlock[]];
  if (first.kind === 'fields') {
    return joinFields(
      first,
      blocks.filter((block) => block.kind === 'fields'),
    );
  }
  if (first.kind === 'table') {
    return joinTables(
      first,
      blocks.filter((block) => block.kind === 'table'),
    );
  }
  if (first.kind !== 'lead') return first;
  const names = onlyOnce(blocks.flatMap((block) => (block.kind === 'lead' ? [block.runs] : [])));
  const language = names[0]?.[0]?.language ?? 'en';
  const between: MinutesRun = { text: ' / ', language, isFallback: false, role: 'plain' };
  return { ...first, runs: names.flatMap((runs, index) => (index === 0 ? runs : [between, ...runs])) };
}

function joinFields(first: MinutesFields, all: readonly MinutesFields[]): MinutesFields {
  const rows = first.rows.map((row, index) => {
    const same = all.map((fields) => fields.rows[index] ?? row);
    return {
      label: joinWords(same.map(({ label }) => label)),
      values: onlyOnce(same.flatMap(({ values }) => values)),
    };
  });
  return { ...first, rows };
}

function joinTables(first: MinutesTable, all: readonly MinutesTable[]): MinutesTable {
  return {
    ...first,
    columns: first.columns.map(({ share }, index) => ({
      share,
      label: joinWords(all.map(({ columns }) => columns[index]?.label ?? '')),
    })),
    rows: first.rows.map((row, index) => ({
      id: row.id,
      cells: row.cells.map((_, column) => onlyOnce(all.flatMap(({ rows }) => rows[index]?.cells[column] ?? []))),
    })),
  };
}
