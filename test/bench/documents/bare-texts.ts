import type { Language } from '#shared/domain/language.ts';
import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import { linesOf, textOf } from '../../support/block-texts.ts';

/** A document as the plainest script would see it: paragraphs of text, one after another. */
export interface BareParagraph {
  language: Language;
  text: string;
  isHeading: boolean;
}

export function bareParagraphs(document: MinutesDocument): BareParagraph[] {
  return document.sections.flatMap(({ language, title, subject, blocks }) => [
    { language, text: title, isHeading: true },
    { language, text: textOf(subject), isHeading: true },
    ...blocks.flatMap((block) =>
      linesOf(block).map((parts) => ({ language, text: parts.join(' '), isHeading: block.kind === 'heading' })),
    ),
  ]);
}
