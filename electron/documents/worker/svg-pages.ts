/*
 * The engine writes all pages into one SVG: glyph outlines once, in <defs>, then one group per page, with CSS for
 * hovering and an invisible HTML copy of the text for selecting. A preview needs the outlines and the pages. Only what
 * is named here gets through, so that neither a style, nor HTML, nor a script can be in what the page shows.
 */

const allowedAttributes: Record<string, ReadonlySet<string>> = {
  g: new Set(['transform', 'fill', 'stroke', 'clip-path', 'opacity']),
  path: new Set([
    'id',
    'd',
    'transform',
    'fill',
    'fill-rule',
    'stroke',
    'stroke-width',
    'stroke-linecap',
    'stroke-linejoin',
    'stroke-miterlimit',
    'stroke-dasharray',
    'stroke-dashoffset',
  ]),
  use: new Set(['x', 'y', 'href', 'transform', 'fill', 'stroke']),
  image: new Set(['x', 'y', 'width', 'height', 'href', 'transform', 'preserveAspectRatio']),
  clipPath: new Set(['id']),
};

const pageStart = '<g class="typst-page"';
/** Nearly every tag of a page is a glyph in just this form. */
const glyphPattern = /<use x="[-\d.]+" y="[-\d.]+" href="#([\w/+-]+)"\/>/uy;
const tagPattern = /<(\/?)([A-Za-z][\w:-]*)((?:[^<>"]|"[^"]*")*?)(\/?)>/uy;
const attributePattern = /([\w:-]+)="([^"]*)"/gu;
const referencePattern = /(?:href="#|url\(#)([^")]+)/gu;
const outlinePattern = /^#[\w/+-]+$/u;
/** A picture stands in the file itself; nothing is fetched. */
const picturePattern = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/=]*$/u;

export type SplitPages = (svg: string) => string[];

/**
 * Makes one standalone SVG text per page. Pages that stand unchanged in two files running are taken from the first:
 * between two previews a secretary has typed a word.
 */
export function createPageSplitter(): SplitPages {
  let lastPages = new Map<string, string>();
  return (svg) => {
    const { head, chunks } = cutPages(svg);
    let definitions: Map<string, string> | null = null;
    // By the new texts: a part of a string keeps the whole of it in memory.
    const pages = new Map<string, string>();
    const written = chunks.map((chunk) => {
      const page = lastPages.get(chunk) ?? writePage(chunk, (definitions ??= readDefinitions(head)));
      pages.set(chunk, page);
      return page;
    });
    lastPages = pages;
    return written;
  };
}

/** The part before the pages, which holds the definitions, and the text of each page. */
function cutPages(svg: string): { head: string; chunks: string[] } {
  const starts: number[] = [];
  for (let at = svg.indexOf(pageStart); at !== -1; at = svg.indexOf(pageStart, at + pageStart.length)) starts.push(at);
  return {
    head: svg.slice(0, starts[0] ?? svg.length),
    // Where it stands among the others is no part of a page.
    chunks: starts.map((start, index) =>
      svg.slice(start, starts[index + 1] ?? svg.length).replace(/ transform="[^"]*"/u, ''),
    ),
  };
}

function readDefinitions(head: string): Map<string, string> {
  const definitions = new Map<string, string>();
  let open: { id: string; parts: string[] } | null = null;
  readTags(head, (tag) => {
    if (tag.name === 'clipPath' && tag.isClosing) {
      if (open !== null) definitions.set(open.id, `${open.parts.join('')}</clipPath>`);
      open = null;
      return;
    }
    const text = tag.isClosing ? null : writeTag(tag);
    if (text === null) return;
    const id = readAttributes(tag.attributes).get('id') ?? '';
    if (open !== null) open.parts.push(text);
    else if (tag.name === 'clipPath' && tag.isOpening) open = { id, parts: [text] };
    else if (tag.name === 'path' && id !== '') definitions.set(id, text);
  });
  return definitions;
}

function writePage(chunk: string, definitions: ReadonlyMap<string, string>): string {
  const used = new Set<string>();
  const parts: string[] = [];
  let size = { width: '0', height: '0' };
  /** Open elements inside the page; the page is over where its own element is closed. */
  let depth = 0;
  let droppedAt: number | null = null;
  let isOver = false;
  readTags(chunk, (tag) => {
    if (isOver) return;
    if (tag.isClosing) {
      depth -= 1;
      if (depth === 0) isOver = true;
      else if (droppedAt === null) parts.push(`</${tag.name}>`);
      else if (droppedAt === depth) droppedAt = null;
      return;
    }
    if (depth === 0) {
      const values = readAttributes(tag.attributes);
      size = { width: toNumber(values.get('data-page-width')), height: toNumber(values.get('data-page-height')) };
    } else if (droppedAt === null) {
      const text = tag.glyph === null ? writeTag(tag) : tag.text;
      if (text === null) {
        if (tag.isOpening) droppedAt = depth;
      } else {
        const references = tag.glyph === null ? findReferences(text) : [tag.glyph];
        // Blanks have no outline, yet are used.
        if (tag.name !== 'use' || references.every((id) => definitions.has(id))) {
          parts.push(text);
          for (const id of references) used.add(id);
        }
      }
    }
    if (tag.isOpening) depth += 1;
  });
  const { width, height } = size;
  const defs = Array.from(used, (id) => definitions.get(id) ?? '').join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="none">` +
    `<defs>${defs}</defs><path d="M0 0H${width}V${height}H0Z" fill="#fff"/>${parts.join('')}</svg>`
  );
}

interface Tag {
  text: string;
  name: string;
  attributes: string;
  isClosing: boolean;
  /** Has a closing tag of its own. */
  isOpening: boolean;
  /** The outline that a `use` asks for. */
  glyph: string | null;
}

function readTags(xml: string, visit: (tag: Tag) => void): void {
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    glyphPattern.lastIndex = at;
    const glyph = glyphPattern.exec(xml);
    if (glyph !== null) {
      visit({ text: glyph[0], name: 'use', attributes: '', isClosing: false, isOpening: false, glyph: glyph[1] ?? '' });
      at = glyphPattern.lastIndex;
      continue;
    }
    tagPattern.lastIndex = at;
    const tag = tagPattern.exec(xml);
    if (tag === null) {
      at += 1;
      continue;
    }
    const [text, slash, name = '', attributes = '', selfClosing] = tag;
    const isClosing = slash === '/';
    visit({ text, name, attributes, isClosing, isOpening: !isClosing && selfClosing !== '/', glyph: null });
    at = tagPattern.lastIndex;
  }
}

function findReferences(tag: string): string[] {
  return Array.from(tag.matchAll(referencePattern), ([, id = '']) => id);
}

function readAttributes(attributes: string): Map<string, string> {
  return new Map(Array.from(attributes.matchAll(attributePattern), ([, key = '', value = '']) => [key, value]));
}

function toNumber(value: string | undefined): string {
  return String(Number(value ?? 0) || 0);
}

/** The tag with its allowed attributes; null for an element that has no business here. */
function writeTag({ name, attributes, isOpening }: Tag): string | null {
  const allowed = allowedAttributes[name];
  if (allowed === undefined) return null;
  const hrefPattern = name === 'use' ? outlinePattern : picturePattern;
  let written = '';
  for (const [, rawKey = '', value = ''] of attributes.matchAll(attributePattern)) {
    const key = rawKey === 'xlink:href' ? 'href' : rawKey;
    if (!allowed.has(key) || (key === 'href' && !hrefPattern.test(value))) continue;
    written += ` ${key}="${value}"`;
  }
  return `<${name}${written}${isOpening ? '' : '/'}>`;
}
