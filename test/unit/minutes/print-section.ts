import type { MinutesBlock, MinutesParagraph, MinutesSection } from '#shared/domain/minutes/index.ts';

const signs = { plain: ['', ''], strong: ['*', '*'], mark: ['{', '}'], open: ['<', '>'] } as const;

/** A paragraph with its roles made visible, no-break spaces as ~, stand-ins as /text/. */
export function printParagraph(paragraph: MinutesParagraph): string {
  return paragraph
    .map(({ text, role, isFallback }) => {
      const [open, close] = signs[role];
      const shown = isFallback ? `/${text}/` : text;
      return `${open}${shown}${close}`.replaceAll('\u00A0', '~');
    })
    .join('');
}

function printBlock(block: MinutesBlock): string[] {
  const print = printParagraph;
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${print(block.runs)} [${block.id}]`];
    case 'lead':
      return [`(${block.tone}) ${print(block.runs)}`];
    case 'paragraph':
      return [print(block.runs)];
    case 'split':
      return [`${print(block.left)} <-> ${print(block.right)}`];
    case 'fields':
      return block.rows.map(({ label, values }) => `${label}: ${values.map(print).join(' | ')}`);
    case 'list':
      return block.items.map((item) => `- ${print(item)}`);
    case 'points':
      return block.points.map(({ number, paragraphs }) => `${number} ${paragraphs.map(print).join(' | ')}`);
    case 'table':
      return [
        block.columns.map(({ label }) => label).join(' || '),
        ...block.rows.map(({ cells }) => cells.map((cell) => cell.map(print).join(' | ')).join(' || ')),
      ];
    case 'placed':
      return block.lines.map((line) => `[${block.place}] ${print(line)}`);
    case 'sign-off':
      return [...block.office.map(print), `____ ${print(block.name)}`];
    case 'signatures':
      return block.columns.map(
        ({ heading, office, name }) => `____ ${print(heading)}; ${print(office)}; ${print(name)}`,
      );
    case 'drawing':
      return block.lanes.map(({ label, rows }) => `~ ${print(label)}: ${rows.flat().length}`);
  }
}

/** A part of the minutes as plain lines, for comparing and for reading in a review. */
export function printSection(section: MinutesSection): string {
  const { before, between, after } = section.pageLabel;
  return [
    `${section.draftMark ?? '-'} | ${before}1${between}2${after}`,
    printParagraph(section.organisation),
    `# ${section.title.replaceAll('\u00A0', '~')}`,
    printParagraph(section.subject),
    ...section.blocks.flatMap(printBlock),
    '',
  ].join('\n');
}
