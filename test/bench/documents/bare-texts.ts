import type { Language } from '#shared/domain/language.ts';
import type { MinutesBlock, MinutesDocument, MinutesParagraph } from '#shared/domain/minutes/document.ts';

/** A document as the plainest script would see it: paragraphs of text, one after another. */
export interface BareParagraph {
  language: Language;
  text: string;
  isHeading: boolean;
}

const textOf = (runs: MinutesParagraph): string => runs.map(({ text }) => text).join('');

export function bareParagraphs(document: MinutesDocument): BareParagraph[] {
  return document.sections.flatMap(({ language, title, subject, blocks }) => [
    { language, text: title, isHeading: true },
    { language, text: textOf(subject), isHeading: true },
    ...blocks.flatMap((block) =>
      listTexts(block).map((text) => ({ language, text, isHeading: block.kind === 'heading' })),
    ),
  ]);
}

function listTexts(block: MinutesBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'lead':
    case 'paragraph':
      return [textOf(block.runs)];
    case 'split':
      return [textOf(block.left), textOf(block.right)];
    case 'fields':
      return block.rows.map(({ label, values }) => `${label} ${values.map(textOf).join(' ')}`);
    case 'list':
      return block.items.map(textOf);
    case 'points':
      return block.points.flatMap(({ number, paragraphs }) => [`${number} ${paragraphs.map(textOf).join(' ')}`]);
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.map((cell) => cell.map(textOf).join(' ')));
    case 'placed':
      return block.lines.map(textOf);
    case 'sign-off':
      return [...block.office.map(textOf), textOf(block.name)];
    case 'signatures':
      return block.columns.flatMap(({ heading, office, name }) => [textOf(heading), textOf(office), textOf(name)]);
  }
}
