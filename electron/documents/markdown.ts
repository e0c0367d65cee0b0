import type {
  MinutesBlock,
  MinutesDocument,
  MinutesParagraph,
  MinutesSection,
  MinutesSignatures,
  MinutesTable,
} from '#shared/domain/minutes/document.ts';
import { escapeInline, escapeLineStart } from './markdown-text.ts';

/**
 * The document as CommonMark with GFM tables, UTF-8. Every character of a text that would be markup is escaped. Languages
 * side by side have no place here: what stands in a row is written one below the other.
 */
export function renderMarkdown(document: MinutesDocument): Uint8Array<ArrayBuffer> {
  const parts = document.sections.map(describeHead);
  const body =
    document.columns === undefined
      ? document.sections.map((section, index) => [...(parts[index] ?? []), ...section.blocks.flatMap(describeBlock)])
      : [
          parts.flat(),
          document.columns.rows.flatMap(({ cells }) => cells.flat().flatMap(describeBlock)),
          (document.columns.signatures ?? []).flatMap(describeSignatures),
        ];
  const written = body.filter((blocks) => blocks.length > 0).map((blocks) => blocks.join('\n\n'));
  return new TextEncoder().encode(`${written.join('\n\n---\n\n')}\n`);
}

/** The text of a paragraph with its strong parts. */
function inline(paragraph: MinutesParagraph): string {
  const runs: { text: string; isStrong: boolean }[] = [];
  for (const { text, role } of paragraph) {
    const isStrong = role === 'strong' || role === 'open';
    const last = runs.at(-1);
    if (last !== undefined && last.isStrong === isStrong) last.text += text;
    else runs.push({ text, isStrong });
  }
  return runs.map(({ text, isStrong }) => (isStrong ? strong(text) : escapeInline(text))).join('');
}

/**
 * Signs that begin or end with a letter or a digit are read as strong whatever stands beside them; with punctuation next
 * to Chinese they are not (CommonMark, 6.2). So punctuation stays outside.
 */
function strong(text: string): string {
  const [, before = '', core = '', after = ''] = /^([^\p{L}\p{M}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su.exec(text) ?? [];
  const middle = core === '' ? '' : `**${escapeInline(core)}**`;
  return `${escapeInline(before)}${middle}${escapeInline(after)}`;
}

/** A paragraph of its own; empty for an empty one. */
function line(paragraph: MinutesParagraph): string[] {
  const text = escapeLineStart(inline(paragraph).trim());
  return text === '' ? [] : [text];
}

function strongLine(paragraph: MinutesParagraph): string[] {
  return line(paragraph.map((run) => ({ ...run, role: 'strong' })));
}

/** Lines of one paragraph, each on its own line. */
function lines(paragraphs: readonly MinutesParagraph[]): string[] {
  const written = paragraphs.flatMap(line);
  return written.length === 0 ? [] : [written.join('\\\n')];
}

const plain = (text: string): string => escapeLineStart(escapeInline(text));

function describeHead(section: MinutesSection): string[] {
  const { letterhead, organisation, title, subject, draftMark, translationMark } = section;
  return [
    ...(letterhead === undefined ? [] : [...lines(letterhead.names), ...lines(letterhead.lines)]),
    ...(draftMark === null ? [] : [strong(draftMark)]),
    ...line(organisation),
    ...(title === '' ? [] : [`# ${escapeInline(title)}`]),
    ...strongLine(subject),
    ...(translationMark === undefined ? [] : [plain(translationMark)]),
  ];
}

function describeBlock(block: MinutesBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inline(block.runs).trim()}`];
    case 'lead':
      return strongLine(block.runs);
    case 'paragraph':
      return line(block.runs);
    case 'split':
      return lines([block.left, block.right]);
    case 'fields':
      return describeFields(block.rows);
    case 'list':
      return block.items.length === 0 ? [] : [block.items.map((item) => `- ${line(item).join('')}`).join('\n')];
    case 'points':
      return block.points.flatMap(({ number, paragraphs }) => {
        const [first = [], ...rest] = paragraphs;
        return [escapeLineStart(`${strong(number)} ${inline(first).trim()}`.trim()), ...rest.flatMap(line)];
      });
    case 'table':
      return describeTable(block);
    case 'placed':
      return lines(block.lines);
    case 'sign-off':
      return lines([...block.office, signed(block.name)]);
    case 'signatures':
      return describeSignatures(block);
    case 'drawing':
      return [];
  }
}

function describeFields(rows: readonly { label: string; values: MinutesParagraph[] }[]): string[] {
  if (rows.length === 0) return [];
  const items = rows.map(({ label, values }) => {
    const [only = [], ...more] = values;
    const name = strong(`${label}:`).trim();
    if (more.length === 0) return `- ${escapeLineStart(`${name} ${inline(only).trim()}`)}`;
    return [`- ${escapeLineStart(name)}`, ...values.map((value) => `  - ${line(value).join('')}`)].join('\n');
  });
  return [items.join('\n')];
}

/** Inside a table a vertical line ends the cell even where it is escaped twice: there it is written as what it is called. */
function cell(paragraphs: readonly MinutesParagraph[]): string {
  const written = paragraphs.map((paragraph) => inline(paragraph).trim()).filter((text) => text !== '');
  return written.join('<br>').replaceAll('\\|', '&#124;');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')];
}

function describeTable({ columns, rows }: MinutesTable): string[] {
  return table(
    columns.map(({ label }) => plain(label).replaceAll('\\|', '&#124;')),
    rows.map(({ cells }) => cells.map(cell)),
  );
}

const room: MinutesParagraph[number] = { text: '________________ ', language: 'en', isFallback: false, role: 'plain' };

function signed(name: MinutesParagraph): MinutesParagraph {
  return [room, ...name];
}

function describeSignatures({ columns }: MinutesSignatures): string[] {
  return table(
    columns.map(({ heading }) => cell([heading])),
    [columns.map(({ office }) => cell([office])), columns.map(({ name }) => cell([signed(name)]))],
  );
}
