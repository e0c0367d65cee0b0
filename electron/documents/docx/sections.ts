import type { ISectionOptions } from 'docx';
import type { MinutesDocument, MinutesSection } from '#shared/domain/minutes/document.ts';
import { writeBlock } from './blocks.ts';
import { writeLetterhead } from './letterhead.ts';
import { landscapeLooks, looks, textWidth } from './looks.ts';
import { hasFacingPages, writeMargins } from './margins.ts';
import type { Marks } from './marks.ts';
import { type Child, describePage, type Paper } from './paper.ts';
import { writeTitle } from './titles.ts';

/** One language, complete, on pages of its country's measures. */
export function writeSection(section: MinutesSection, document: MinutesDocument, marks: Marks): ISectionOptions {
  const { language, letterhead } = section;
  const isLandscape = section.page === 'landscape';
  const look = (isLandscape ? landscapeLooks : looks)[language];
  const paper = { language, look, width: textWidth(look, isLandscape), marks };
  const { headers, footers, isFirstDifferent } = writeMargins(section, hasFacingPages(document));
  return {
    properties: describePage(look, isFirstDifferent, isLandscape),
    headers,
    footers,
    children: [
      ...(letterhead === undefined ? [] : writeLetterhead(letterhead, document.logo, paper)),
      ...writeTitle(section, paper),
      ...writeBlocks(section, paper),
    ],
  };
}

/** What a section says below its title. */
export function writeBlocks({ blocks }: MinutesSection, paper: Paper): Child[] {
  return blocks.flatMap((block, index) => writeBlock(block, paper, index === blocks.length - 2));
}
