import type { MinutesBlock, MinutesParagraph } from '#shared/domain/minutes/document.ts';

export function textOf(runs: MinutesParagraph): string {
  return runs.map(({ text }) => text).join('');
}

/** The text of a block, in order: each line with its parts, which are a label or number and paragraphs. */
export function linesOf(block: MinutesBlock): string[][] {
  switch (block.kind) {
    case 'heading':
    case 'lead':
    case 'paragraph':
      return [[textOf(block.runs)]];
    case 'split':
      return [[textOf(block.left)], [textOf(block.right)]];
    case 'fields':
      return block.rows.map(({ label, values }) => [label, ...values.map(textOf)]);
    case 'list':
      return block.items.map((item) => [textOf(item)]);
    case 'points':
      return block.points.map(({ number, paragraphs }) => [number, ...paragraphs.map(textOf)]);
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.map((cell) => cell.map(textOf)));
    case 'placed':
      return block.lines.map((line) => [textOf(line)]);
    case 'sign-off':
      return [...block.office, block.name].map((line) => [textOf(line)]);
    case 'signatures':
      // Side by side: they are read row by row.
      return (['heading', 'office', 'name'] as const).flatMap((part) =>
        block.columns.map((column) => [textOf(column[part])]),
      );
    case 'drawing':
      return block.lanes.map(({ label }) => [textOf(label)]);
  }
}

/** Every paragraph of a block as text, in order. */
export const paragraphsOf = (block: MinutesBlock): string[] => linesOf(block).flat();
