import type { Encoding } from '#shared/contract/exchange.ts';
import { exchangeLimits } from '#shared/contract/exchange.ts';
import { findControl } from '#shared/domain/clean-text.ts';
import { decodeText, detectEncoding } from './encoding.ts';
import { firstProblems, makeProblem, type Problems, refuse } from './problem.ts';
import { nameCharacter } from './table.ts';

/** A card of thirty lines for each of as many as we take. */
const maxLines = 30 * exchangeLimits.rows;
/** Name and parameters of a property, in UTF-16 units; its value may be longer. */
const longestHead = 10_000;

export interface CardProperty {
  line: number;
  group: string;
  /** In capitals. */
  name: string;
  /** Names in capitals; values as written, without quotes. */
  parameters: Map<string, string[]>;
  /** Escapes still in it. */
  value: string;
}

export interface Card {
  line: number;
  properties: CardProperty[];
}

export interface Cards {
  format: 'vcard';
  encoding: Encoding;
  cards: Card[];
}

/**
 * vCard 4.0 (RFC 6350), 3.0 (RFC 2426) and, as telephones still write it, 2.1 with QUOTED-PRINTABLE and CHARSET.
 * Nothing is fetched: a URL is text.
 */
export function parseVcard(bytes: Uint8Array, wanted?: Encoding): Cards | Problems {
  const encoding = wanted ?? detectEncoding(bytes);
  const decoded = decodeText(bytes, encoding);
  if ('problems' in decoded) return decoded;
  const lines = decoded.text.split(/\r\n|\n|\r/u);
  if (lines.length > maxLines) return refuse('too_many_rows', { line: maxLines + 1 });
  const controls = lines.flatMap((text, index) => {
    const column = findControl(text);
    const detail = nameCharacter(Array.from(text)[(column ?? 1) - 1] ?? '');
    return column === null ? [] : makeProblem('control_character', { line: index + 1, column, detail });
  });
  if (controls.length > 0) return firstProblems(controls);
  const read = readCards(unfold(lines));
  if ('problems' in read) return read;
  return read.cards.length === 0 ? refuse('empty') : { format: 'vcard', encoding, cards: read.cards };
}

interface LogicalLine {
  line: number;
  text: string;
}

/** Joins folded lines (RFC 6350, section 3.2), soft breaks of QUOTED-PRINTABLE and unindented base64 of version 2.1. */
function unfold(lines: readonly string[]): LogicalLine[] {
  const logical: { line: number; parts: string[] }[] = [];
  for (const [index, text] of lines.entries()) {
    const last = logical.at(-1);
    const head = last?.parts[0] ?? '';
    const end = last?.parts.at(-1) ?? '';
    if (last !== undefined && /^[ \t]/u.test(text)) last.parts.push(text.slice(1));
    else if (last !== undefined && end.endsWith('=') && /QUOTED-PRINTABLE[^:]*:/iu.test(head)) {
      last.parts[last.parts.length - 1] = end.slice(0, -1);
      last.parts.push(text);
    } else if (last !== undefined && /^[A-Za-z0-9+/=]+$/u.test(text) && /ENCODING=(?:B|BASE64)\b[^:]*:/iu.test(head)) {
      last.parts.push(text);
    } else if (text.trim() !== '') logical.push({ line: index + 1, parts: [text] });
  }
  return logical.map(({ line, parts }) => ({ line, text: parts.join('') }));
}

function readCards(lines: readonly LogicalLine[]): { cards: Card[] } | Problems {
  const cards: Card[] = [];
  let current: Card | null = null;
  // A card inside a card (AGENT of version 2.1) is skipped.
  let depth = 0;
  for (const { line, text } of lines) {
    if (/^BEGIN:VCARD\s*$/iu.test(text)) {
      depth += 1;
      if (depth > 1) continue;
      if (cards.length >= exchangeLimits.rows) return refuse('too_many_rows', { line });
      current = { line, properties: [] };
    } else if (/^END:VCARD\s*$/iu.test(text) && current !== null) {
      depth -= 1;
      if (depth === 0) {
        cards.push(current);
        current = null;
      }
    } else if (current === null) return refuse('broken_vcard', { line, column: 1, detail: text.slice(0, 60) });
    else if (depth === 1) {
      const property = parseProperty(text, line);
      if (property === null) return refuse('broken_vcard', { line, column: 1, detail: text.slice(0, 60) });
      if ('problems' in property) return property;
      current.properties.push(property);
    }
  }
  return current === null ? { cards } : refuse('broken_vcard', { line: current.line, column: 1, detail: 'END:VCARD' });
}

const head = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/su;

function parseProperty(text: string, line: number): CardProperty | Problems | null {
  const [, group = '', name = '', rest = '', start = ''] = head.exec(text.slice(0, longestHead)) ?? [];
  if (name === '') return null;
  const value = start + text.slice(longestHead);
  const parameters = new Map<string, string[]>();
  for (const [piece] of rest.matchAll(/(?:[^";]|"[^"]*")+/gu)) {
    const sign = piece.indexOf('=');
    // Version 2.1 writes `TEL;CELL` for `TEL;TYPE=CELL`.
    const key =
      sign === -1 ? (/^(?:QUOTED-PRINTABLE|BASE64)$/iu.test(piece) ? 'ENCODING' : 'TYPE') : piece.slice(0, sign);
    const values = [...piece.slice(sign + 1).matchAll(/"([^"]*)"|[^,]+/gu)].map(([plain, quoted]) => quoted ?? plain);
    const known = parameters.get(key.toUpperCase()) ?? [];
    parameters.set(key.toUpperCase(), [...known, ...values.map(unescapeParameter)]);
  }
  const property = { line, group, name: name.toUpperCase(), parameters, value };
  const isQuoted = parameters.get('ENCODING')?.some((encoding) => /^QUOTED-PRINTABLE$/iu.test(encoding)) === true;
  return isQuoted ? decodeQuoted(property) : property;
}

/** RFC 6868: `^n`, `^^` and `^'`. */
const unescapeParameter = (value: string): string =>
  value.replace(/\^([n^'])/gu, (_match, code: string) => (code === 'n' ? '\n' : code === '^' ? '^' : '"'));

function decodeQuoted(property: CardProperty): CardProperty | Problems {
  const { line, parameters, value } = property;
  const bytes = new TextEncoder().encode(value);
  const decoded: number[] = [];
  for (let index = 0; index < bytes.length; index++) {
    const code = /^=([0-9A-Fa-f]{2})/u.exec(String.fromCharCode(...bytes.subarray(index, index + 3)))?.[1];
    decoded.push(code === undefined ? (bytes[index] ?? 0) : Number.parseInt(code, 16));
    if (code !== undefined) index += 2;
  }
  const charset = parameters.get('CHARSET')?.[0] ?? 'utf-8';
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(Uint8Array.from(decoded)).replace(/\r\n?/gu, '\n');
    const place = findControl(text);
    if (place === null) return { ...property, value: text };
    return refuse('control_character', {
      line,
      column: place,
      detail: nameCharacter(Array.from(text)[place - 1] ?? ''),
    });
  } catch {
    return refuse('broken_encoding', { line, column: 1, detail: charset });
  }
}
