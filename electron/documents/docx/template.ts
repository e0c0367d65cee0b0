import { type Placeholder, placeholders as known, type TemplateProblem } from '#shared/contract/letterheads.ts';
import { findDangers } from './template-dangers.ts';
import { openTemplate, type Report, type TemplateParts } from './template-parts.ts';
import { type FoundParagraph, type ScannedPart, scanPart, standsAlone } from './template-text.ts';

export { sampleTemplate } from './sample-template.ts';

/** So many problems are told; a file with more of them is not mended one by one. */
const maxProblems = 20;
/** The library that fills a letterhead takes a time that grows with the square of its paragraphs. */
const maxParagraphs = 3_000;

export interface InspectedTemplate {
  /** In the order of the contract. */
  placeholders: Placeholder[];
  problems: TemplateProblem[];
}

/** A letterhead that has no problems, taken apart. */
export interface SoundTemplate {
  parts: TemplateParts;
  /** Parts with text that is filled: the main one, headers, footers. */
  texts: Map<string, ScannedPart>;
  mainPart: string;
}

/** Why a letterhead cannot be filled. */
export class TemplateRefused extends Error {
  readonly problems: TemplateProblem[];

  constructor(problems: TemplateProblem[]) {
    super(problems.map(({ code, detail }) => `${code} ${detail}`).join(', '));
    this.name = 'TemplateRefused';
    this.problems = problems;
  }
}

/**
 * What a DOCX of an organisation's own asks for, and what is wrong with it. A letterhead is opened by everybody who gets
 * a document, so nothing in it may act by itself or reach out of the file: no macros, no embedded objects, no fields that
 * fetch, no template, picture or data from elsewhere. Links to the web and to e-mail addresses, which do nothing before
 * somebody clicks on them, may stay. Never throws on account of the bytes.
 */
export async function inspectTemplate(bytes: Uint8Array): Promise<InspectedTemplate> {
  return (await lookInto(bytes)).inspected;
}

/** The parts of a letterhead; throws {@link TemplateRefused} if {@link inspectTemplate} finds anything. */
export async function takeApart(bytes: Uint8Array): Promise<SoundTemplate> {
  const { inspected, sound } = await lookInto(bytes);
  if (sound === undefined || inspected.problems.length > 0) throw new TemplateRefused(inspected.problems);
  return sound;
}

async function lookInto(bytes: Uint8Array): Promise<{ inspected: InspectedTemplate; sound?: SoundTemplate }> {
  const problems: TemplateProblem[] = [];
  const report: Report = (code, detail) => {
    const isKnown = problems.some((problem) => problem.code === code && problem.detail === detail);
    if (!isKnown && problems.length < maxProblems) problems.push({ code, detail });
  };
  const parts = await openTemplate(bytes, report);
  const areSound =
    parts !== undefined && [...parts.xml].map(([name, xml]) => findDangers(name, xml, report)).every(Boolean);
  if (!areSound) return { inspected: { placeholders: [], problems } };
  const mainPart = findMainPart(parts);
  const texts = new Map<string, ScannedPart>();
  for (const [name, xml] of parts.xml) {
    if (!/^word\/[^/]+\.xml$/u.test(name)) continue;
    const scanned = scanPart(xml);
    const isRead = scanned?.root === 'w:hdr' || scanned?.root === 'w:ftr' || name === mainPart;
    if (scanned !== undefined && isRead) texts.set(name, scanned);
  }
  const main = texts.get(mainPart);
  if (main?.root !== 'w:document') {
    report('not-a-docx', mainPart === '' ? 'word/document.xml' : mainPart);
    return { inspected: { placeholders: [], problems } };
  }
  if ([...texts.values()].reduce((count, { paragraphs }) => count + paragraphs.length, 0) > maxParagraphs) {
    report('too-large', mainPart);
    return { inspected: { placeholders: [], problems } };
  }
  const found = checkPlaceholders(texts, mainPart, report);
  const placeholders = known.filter((name) => found.has(name));
  return { inspected: { placeholders, problems }, sound: { parts, texts, mainPart } };
}

/** The part that the package says is the document: `word/document.xml` nearly always. */
function findMainPart({ xml }: TemplateParts): string {
  const relationships = xml.get('_rels/.rels') ?? '';
  const types = xml.get('[Content_Types].xml') ?? '';
  const tags = relationships.match(/<(?:\w+:)?Relationship\b[^>]*>/gu) ?? [];
  const main = tags.find((tag) => /Type\s*=\s*["'][^"']*\/officeDocument["']/u.test(tag)) ?? '';
  const target = (/Target\s*=\s*["']([^"']*)["']/u.exec(main)?.[1] ?? '').replace(/^\.?\//u, '');
  // A template of Word (.dotx) has another type and is otherwise the same.
  const isText = /wordprocessingml\.(?:document|template)\.main\+xml/u.test(types);
  return isText && /^word\/[^/]+\.xml$/u.test(target) && xml.has(target) ? target : '';
}

function checkPlaceholders(texts: ReadonlyMap<string, ScannedPart>, mainPart: string, report: Report): Set<string> {
  const found = new Set<string>();
  const bodies: FoundParagraph[] = [];
  for (const [part, { paragraphs }] of texts) {
    for (const paragraph of paragraphs) {
      if (paragraph.broken !== undefined) report('placeholder-split', paragraph.broken);
      for (const { name } of paragraph.placeholders) {
        found.add(name);
        if (!known.some((one) => one === name)) report('placeholder-unknown', name);
        if (name !== 'body') continue;
        bodies.push(paragraph);
        if (part !== mainPart || !paragraph.isOfBody || !standsAlone(paragraph)) report('placeholder-split', 'body');
      }
    }
  }
  if (bodies.length === 0) report('placeholder-missing', 'body');
  if (bodies.length > 1) report('placeholder-twice', 'body');
  return found;
}
