import { SaxesParser } from 'saxes';
import { readZip } from './read-zip.ts';

/* Readers that have nothing to do with our writers, each as far as its specification goes. */

/** RFC 4180. Throws where a quote stands in a bare field. */
export function readCsvPlainly(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (at >= text.length) throw new Error('a quote without end');
        if (text[at] === '"') at += 1;
        field += text[at] ?? '';
      }
      at += 1;
    } else {
      const end = text.slice(at).search(/[,\r\n]/u);
      field = end === -1 ? text.slice(at) : text.slice(at, at + end);
      if (field.includes('"')) throw new Error('a quote in a bare field');
      at += field.length;
    }
    rows.at(-1)?.push(field);
    if (text.startsWith('\r\n', at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else if (text[at] === ',') {
      at += 1;
      if (at === text.length) rows.at(-1)?.push('');
    } else if (at < text.length) throw new Error(`neither a comma nor CRLF at ${String(at)}`);
  }
  return rows;
}

/** Text cells of the first sheet by address (ECMA-376, part 1, 18.3 and 22.9.2.19); throws for any other kind of cell. */
export async function readXlsxPlainly(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map((await readZip(bytes)).map(({ path, bytes: part }) => [path, part.toString('utf8')]));
  const shared: string[] = [];
  scan(parts.get('xl/sharedStrings.xml') ?? '<sst/>', {
    si: () => shared.push(''),
    t: (text) => shared.push(`${shared.pop() ?? ''}${text}`),
  });
  const cells = new Map<string, string>();
  let [address, type] = ['', ''];
  const put = (text: string): unknown => cells.set(address, `${cells.get(address) ?? ''}${text}`);
  scan(parts.get('xl/worksheets/sheet1.xml') ?? '', {
    c(_text, attributes) {
      [address, type] = [attributes['r'] ?? '', attributes['t'] ?? 'n'];
    },
    f() {
      throw new Error('a formula');
    },
    t: put,
    v(text) {
      if (type !== 's' && type !== 'str') throw new Error(`a cell of type ${type}`);
      put(type === 's' ? (shared[Number(text)] ?? '') : text);
    },
  });
  const unescape = (text: string): string =>
    text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return new Map([...cells].map(([where, text]) => [where, unescape(text)]));
}

export interface PlainUnit {
  /** By the tag of the language. */
  texts: Record<string, string>;
  props: Record<string, string>;
}

/** TMX 1.4b; throws where a segment holds a mark. */
export function readTmxPlainly(text: string): PlainUnit[] {
  const units: PlainUnit[] = [];
  let [tag, prop] = ['', ''];
  scan(text, {
    tu: () => units.push({ texts: {}, props: {} }),
    tuv(_text, attributes) {
      tag = attributes['xml:lang'] ?? '';
    },
    prop(value, attributes) {
      prop = attributes['type'] ?? prop;
      units.at(-1)!.props[prop] = `${units.at(-1)!.props[prop] ?? ''}${value}`;
    },
    seg(value) {
      units.at(-1)!.texts[tag] = `${units.at(-1)!.texts[tag] ?? ''}${value}`;
    },
    ph() {
      throw new Error('a mark');
    },
  });
  return units;
}

/** Calls what is named as the element when it begins (with its attributes) and for its text (without). */
function scan(xml: string, on: Record<string, (text: string, attributes: Record<string, string>) => unknown>): void {
  const parents: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    parents.push(name);
    if (!['t', 'v'].includes(name)) on[name]?.('', attributes);
  });
  parser.on('closetag', () => {
    parents.pop();
  });
  parser.on('text', (text) => {
    const name = parents.at(-1) ?? '';
    if (['t', 'v', 'seg', 'prop'].includes(name)) on[name]?.(text, {});
  });
  parser.write(xml).close();
}
