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
  clipPath: new Set(['id']),
};

const tagPattern = /<(\/?)([A-Za-z][\w:-]*)((?:[^<>"]|"[^"]*")*?)(\/?)>/gu;
const attributePattern = /([\w:-]+)="([^"]*)"/gu;
/** Blanks have no outline, yet are used. */
const usePattern = /<use [^>]*href="#([^"]+)"[^>]*\/>/gu;
const referencePattern = /(?:href="#|url\(#)([^")]+)/gu;

interface Page {
  width: string;
  height: string;
  body: string[];
}

/** One standalone SVG text per page. */
export function splitPages(svg: string): string[] {
  const { pages, definitions } = readPages(svg);
  return pages.map(({ width, height, body }) => {
    const content = body.join('').replace(usePattern, (tag, id: string) => (definitions.has(id) ? tag : ''));
    const used = new Set(Array.from(content.matchAll(referencePattern), ([, id]) => id ?? ''));
    const defs = [...used].map((id) => definitions.get(id) ?? '').join('');
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="none">` +
      `<defs>${defs}</defs><path d="M0 0H${width}V${height}H0Z" fill="#fff"/>${content}</svg>`
    );
  });
}

function readPages(svg: string): { pages: Page[]; definitions: Map<string, string> } {
  const pages: Page[] = [];
  const definitions = new Map<string, string>();
  /** Open elements above the current tag; a page, or a definition, ends where its own element is closed. */
  let depth = 0;
  let droppedAt: number | null = null;
  let target: { depth: number; parts: string[]; finish: (text: string) => void } | null = null;

  for (const [, slash, name = '', attributes = '', selfClosing] of svg.matchAll(tagPattern)) {
    if (slash === '/') {
      depth -= 1;
      if (droppedAt !== null) {
        if (depth === droppedAt) droppedAt = null;
        continue;
      }
      if (target === null) continue;
      if (depth > target.depth || isDefinition(name)) target.parts.push(`</${name}>`);
      if (depth === target.depth) {
        target.finish(target.parts.join(''));
        target = null;
      }
      continue;
    }
    const isOpening = selfClosing !== '/';
    const values = new Map(
      Array.from(attributes.matchAll(attributePattern), ([, key = '', value = '']) => [key, value]),
    );
    if (droppedAt === null && target === null && values.get('class') === 'typst-page') {
      const page: Page = {
        width: toNumber(values.get('data-page-width')),
        height: toNumber(values.get('data-page-height')),
        body: [],
      };
      pages.push(page);
      target = { depth, parts: page.body, finish: () => undefined };
    } else if (droppedAt === null && (target !== null || (isDefinition(name) && values.has('id')))) {
      const tag = writeTag(name, values, isOpening);
      if (tag === null) {
        if (isOpening) droppedAt = depth;
      } else if (target !== null) {
        target.parts.push(tag);
      } else {
        const id = values.get('id') ?? '';
        if (isOpening) target = { depth, parts: [tag], finish: (text) => void definitions.set(id, text) };
        else definitions.set(id, tag);
      }
    }
    if (isOpening) depth += 1;
  }
  return { pages, definitions };
}

function isDefinition(name: string): boolean {
  return name === 'path' || name === 'clipPath';
}

function toNumber(value: string | undefined): string {
  return String(Number(value ?? 0) || 0);
}

/** The tag with its allowed attributes; null for an element that has no business here. */
function writeTag(name: string, values: Map<string, string>, isOpening: boolean): string | null {
  const allowed = allowedAttributes[name];
  if (allowed === undefined) return null;
  const kept = [...values].filter(([key, value]) => allowed.has(key) && (key !== 'href' || value.startsWith('#')));
  const written = kept.map(([key, value]) => ` ${key}="${value}"`).join('');
  return `<${name}${written}${isOpening ? '' : '/'}>`;
}
