import { createHash } from 'node:crypto';
import { type Language, languageTags } from '#shared/domain/language.ts';
import type { MailBody } from './body.ts';

export interface MailAttachment {
  /** In any script; shown by every mail program of this century. */
  name: string;
  /** ASCII, for the others. */
  plainName: string;
  mediaType: string;
  bytes: Uint8Array;
}

export interface MailDraft {
  /** Empty: nobody is named, the user fills it in. Addresses that are none are left out. */
  to: readonly { name: string; address: string }[];
  subject: string;
  language: Language;
  body: MailBody;
  attachments: readonly MailAttachment[];
}

/** A line break or another control character where a header has one line: nobody smuggles a header in. */
export class HeaderRefused extends Error {
  readonly field: 'recipient' | 'subject' | 'attachment';

  constructor(field: HeaderRefused['field']) {
    super(`control character in a header of a mail: ${field}`);
    this.name = 'HeaderRefused';
    this.field = field;
  }
}

/** What looks like an encoded word (RFC 2047) would be read as the text in it, by many programs even where it is quoted. */
const encodedWord = /=\?(?=[^?\s]+\?[bq]\?)/giu;

function toLine(text: string, field: HeaderRefused['field']): string {
  if (/\p{Cc}/u.test(text)) throw new HeaderRefused(field);
  return text
    .toWellFormed()
    .replace(/[\u2028\u2029]+/gu, ' ')
    .replace(encodedWord, '= ?')
    .trim();
}

/** RFC 5987: what may stand unescaped after `filename*=`. */
const encodeExtended = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const quoted = (text: string): string => `"${text.replace(/[^\x20-\x7E]|["\\]/gu, '_')}"`;

/** Of an address that a mail program would not read as several. What stands before the `@` is ASCII (RFC 5322, 3.4.1). */
const plainAddress = /^[^\s@<>(),;:"[\]\\\u0080-\u{10FFFF}]+@[^\s@<>(),;:"[\]\\]+$/u;

export function isMailAddress(text: string): boolean {
  return plainAddress.test(text.trim()) && !/\p{Cc}/u.test(text.trim());
}

/**
 * A draft in the Internet Message Format that opens for editing (`X-Unsent`; standards, D1): no From, Date or
 * Message-ID, which are the sender's. The same draft gives the same bytes. Throws {@link HeaderRefused}.
 */
export async function writeDraft(draft: MailDraft): Promise<Uint8Array<ArrayBuffer>> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { body, language } = draft;
  const lines = (text: string): string => text.replace(/\r?\n/gu, '\r\n');
  const to = draft.to
    .filter(({ address }) => isMailAddress(address))
    .map(({ name, address }) => ({ name: toLine(name, 'recipient'), address: address.trim() }));
  const names = draft.attachments.map(({ name }) => toLine(name, 'attachment'));
  const files = draft.attachments.map(({ bytes }) => encodeFile(bytes));
  const boundary = boundaryOf(draft, files);
  const composer = new MailComposer({
    baseBoundary: boundary,
    ...(to.length > 0 && { to }),
    subject: toLine(draft.subject, 'subject'),
    headers: { 'X-Unsent': '1', 'Content-Language': languageTags[language] },
    text: lines(body.text),
    html: lines(body.html),
    encoding: 'base64',
    textEncoding: 'base64',
    attachments: draft.attachments.map(({ mediaType }, index) => ({
      filename: names[index] ?? '',
      contentType: mediaType,
      content: placeOf(boundary, index),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = composer.compile();
  // The library writes the name in numbered pieces only; older programs want it plain as well (RFC 6266, appendix D).
  const nodes = message.childNodes.slice(-draft.attachments.length || message.childNodes.length);
  draft.attachments.forEach(({ plainName }, index) => {
    const extended = encodeExtended(names[index] ?? '');
    const value = `attachment; filename=${quoted(plainName)};\r\n filename*=UTF-8''${extended}`;
    nodes[index]?.setHeader('Content-Disposition', { prepared: true, value });
  });
  return insertFiles(withoutSenderHeaders(await message.build()), files, boundary);
}

interface EncodedFile {
  /** Base64 in lines of 76 signs. */
  lines: Buffer;
  sha256: string;
}

/** The same file goes with many drafts: encoded once. */
const encoded = new WeakMap<Uint8Array, EncodedFile>();

function encodeFile(bytes: Uint8Array): EncodedFile {
  const known = encoded.get(bytes);
  if (known !== undefined) return known;
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const lines = Buffer.from(base64.replace(/.{76}(?!$)/gu, '$&\r\n'), 'latin1');
  const file = { lines, sha256: createHash('sha256').update(bytes).digest('hex') };
  encoded.set(bytes, file);
  return file;
}

/** What stands for a file while the library puts the message together. */
const placeOf = (boundary: string, index: number): string => `${boundary} file ${String(index)}`;

function insertFiles(message: Buffer, files: readonly EncodedFile[], boundary: string): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const [index, { lines }] of files.entries()) {
    const place = Buffer.from(placeOf(boundary, index)).toString('base64');
    const at = message.indexOf(place, from);
    if (at < 0) throw new Error('a part of the mail has no place for its file');
    pieces.push(message.subarray(from, at), lines);
    from = at + place.length;
  }
  pieces.push(message.subarray(from));
  return new Uint8Array(Buffer.concat(pieces));
}

/** The library insists on them; they are for the mail program to set when the user sends. */
function withoutSenderHeaders(message: Buffer): Buffer {
  const end = message.indexOf('\r\n\r\n') + 2;
  const head = message.toString('latin1', 0, end).replace(/^(?:Date|Message-ID):.*\r\n(?:[ \t].*\r\n)*/gimu, '');
  return Buffer.concat([Buffer.from(head, 'latin1'), message.subarray(end)]);
}

/** Parts are in base64, which the boundary cannot occur in. */
function boundaryOf({ subject, body }: MailDraft, files: readonly EncodedFile[]): string {
  const hash = createHash('sha256').update(subject).update(body.text);
  for (const { sha256 } of files) hash.update(sha256);
  return hash.digest('hex').slice(0, 24);
}
