import { byteLength, shorten, toFileName } from '../file-name.ts';

/** What a pattern of file names can name, e.g. `{date} {kind} {number} ({languages}) {copy} {version}`. */
export const fileNameFields = [
  'date',
  'kind',
  'number',
  'title',
  'group',
  'organization',
  'languages',
  'copy',
  'version',
] as const;
export type FileNameField = (typeof fileNameFields)[number];

export const usualFileNamePattern = '{date} {kind} {number} {organization} ({languages}) {copy} {version}';

/** What is wrong with a pattern; `detail` is the field that does not exist, or the brace without its other half. */
export interface PatternProblem {
  code: 'field-unknown' | 'brace-open' | 'brace-closed' | 'no-field';
  detail: string;
}

/** Null where a pattern can be used. An empty one is the usual one. */
export function checkFileNamePattern(pattern: string): PatternProblem | null {
  if (pattern.trim() === '') return null;
  let open: number | null = null;
  let count = 0;
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '{') {
      if (open !== null) return { code: 'brace-open', detail: pattern.slice(open, at) };
      open = at;
    } else if (pattern[at] === '}') {
      if (open === null) return { code: 'brace-closed', detail: pattern.slice(0, at + 1).trimStart() };
      const name = pattern.slice(open + 1, at).trim();
      if (!isField(name)) return { code: 'field-unknown', detail: name };
      open = null;
      count += 1;
    }
  }
  if (open !== null) return { code: 'brace-open', detail: pattern.slice(open) };
  // Without any, all files would have one name.
  return count === 0 ? { code: 'no-field', detail: '' } : null;
}

function isField(name: string): name is FileNameField {
  return fileNameFields.some((field) => field === name);
}

/** Not allowed in names on Windows (the strictest of the three systems), and what only looks like nothing. */
const forbidden = /[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]+/gu;
const longestValue = 40;
/** Together with the extension; as {@link toFileName} allows. */
const mostBytes = 200;

/**
 * The name of a file, from a pattern that {@link checkFileNamePattern} has nothing against (else from the usual one).
 * A field without a value goes with the brackets around it and the blanks and dashes beside it. Where the name would be
 * too long, the longest values are cut, so that version and copy stay readable. `extension` has no stop; without one
 * the answer is a stem.
 */
export function fillFileNamePattern(
  pattern: string,
  values: Partial<Record<FileNameField, string>>,
  extension = '',
): string {
  const isUsable = pattern.trim() !== '' && checkFileNamePattern(pattern) === null;
  const clean = (isUsable ? pattern : usualFileNamePattern).replace(/\p{C}/gu, '').replace(/[<>:"/\\|?*]/gu, '-');
  const fields = new Map<FileNameField, string>();
  for (const field of fileNameFields) fields.set(field, cleanValue(values[field] ?? '', field));
  const template = dropEmpty(clean, (field) => fields.get(field) === '');
  const end = extension === '' ? '' : `.${extension}`;
  shortenValues(template, fields, mostBytes - byteLength(end));
  const stem = shorten(fill(template, fields).replace(/^[-. ]+/u, ''), mostBytes - byteLength(end)).replace(
    /[. ]+$/u,
    '',
  );
  return toFileName(`${stem === '' ? '_' : stem}${end}`);
}

const fieldPattern = /\{\s*(\w+)\s*\}/gu;

function fill(template: string, fields: ReadonlyMap<string, string>): string {
  return template.replace(fieldPattern, (_, name: string) => fields.get(name) ?? '');
}

function cleanValue(value: string, field: FileNameField): string {
  const plain = value.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').replace(forbidden, '-').trim();
  return field === 'title' || field === 'group' || field === 'organization' || field === 'copy'
    ? plain
    : shortenLetters(plain, longestValue);
}

const beside = '[\\s_\\-–—,;，、；+·]*';

/** Takes fields without a value out of a pattern. */
function dropEmpty(pattern: string, isEmpty: (field: FileNameField) => boolean): string {
  const nothing = '\u0001';
  let template = pattern.replace(fieldPattern, (whole, name: string) =>
    isField(name) && isEmpty(name) ? nothing : whole,
  );
  const brackets = new RegExp(`[([（［【]${beside}(?:${nothing}${beside})+[)\\]）］】]`, 'gu');
  for (let before = ''; before !== template;) {
    before = template;
    template = template.replace(brackets, nothing);
  }
  // Of the blanks on both sides those at the left stay, and none where nothing is left to be kept apart.
  return template.replace(
    new RegExp(`(${beside})(?:${nothing}(${beside}))+`, 'gu'),
    (whole, left: string, right: string, at: number, all: string) => {
      const isFirst = at === 0 || /[([（［【]/u.test(all[at - 1] ?? '');
      const isLast = at + whole.length === all.length || /[)\]）］】]/u.test(all[at + whole.length] ?? '');
      if (isFirst || isLast) return '';
      return left === '' ? right : left;
    },
  );
}

/** Cuts the longest values until the whole has room. */
function shortenValues(template: string, fields: Map<FileNameField, string>, room: number): void {
  for (;;) {
    const over = byteLength(fill(template, fields)) - room;
    const used = fileNameFields.filter((field) => new RegExp(`\\{\\s*${field}\\s*\\}`, 'u').test(template));
    const [longest] = used.sort((a, b) => byteLength(fields.get(b) ?? '') - byteLength(fields.get(a) ?? ''));
    const value = fields.get(longest ?? 'title') ?? '';
    if (over <= 0 || longest === undefined || value === '') return;
    const next = byteLength(fields.get(used[1] ?? longest) ?? '');
    const bytes = byteLength(value);
    // Down to the second longest, then both in turn.
    const wanted = Math.max(bytes - over, Math.min(next, bytes - 4), 0);
    fields.set(longest, shorten(value, wanted));
  }
}

/** As many whole characters as letters are allowed. */
function shortenLetters(text: string, most: number): string {
  return Array.from(text).slice(0, most).join('').trimEnd();
}
