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
  /** Null: nobody is named, the user fills it in. */
  to: { name: string; address: string } | null;
  subject: string;
  language: Language;
  body: MailBody;
  attachments: readonly MailAttachment[];
}

/** Nobody can smuggle a header line in with a name or a subject. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** RFC 5987: what may stand unescaped after `filename*=`. */
const encodeExtended = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const quoted = (text: string): string =>
  `"${oneLine(text)
    .replace(/[^\x20-\x7E]/gu, '_')
    .replace(/["\\]/gu, '_')}"`;

/** Of an address that a mail program would not read as several. */
const plainAddress = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/u;

export function isMailAddress(text: string): boolean {
  return plainAddress.test(text.trim());
}

/**
 * A draft in the Internet Message Format that opens for editing (`X-Unsent`; standards, D1): no From, Date or
 * Message-ID, which are the sender's. The same draft gives the same bytes.
 */
export async function writeDraft(draft: MailDraft): Promise<Uint8Array<ArrayBuffer>> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { to, body, language } = draft;
  const lines = (text: string): string => text.replace(/\r?\n/gu, '\r\n');
  const composer = new MailComposer({
    baseBoundary: boundaryOf(draft),
    ...(to === null || !isMailAddress(to.address)
      ? {}
      : { to: { name: oneLine(to.name), address: to.address.trim() } }),
    subject: oneLine(draft.subject),
    headers: { 'X-Unsent': '1', 'Content-Language': languageTags[language] },
    text: lines(body.text),
    html: lines(body.html),
    encoding: 'base64',
    textEncoding: 'base64',
    attachments: draft.attachments.map(({ name, mediaType, bytes }) => ({
      filename: oneLine(name),
      contentType: mediaType,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = composer.compile();
  // The library writes the name in numbered pieces only; older programs want it plain as well (RFC 6266, appendix D).
  const files = message.childNodes.slice(-draft.attachments.length || message.childNodes.length);
  draft.attachments.forEach(({ name, plainName }, index) => {
    const value = `attachment; filename=${quoted(plainName)};\r\n filename*=UTF-8''${encodeExtended(oneLine(name))}`;
    files[index]?.setHeader('Content-Disposition', { prepared: true, value });
  });
  const built = await message.build();
  return withoutSenderHeaders(built);
}

/** The library insists on them; they are for the mail program to set when the user sends. */
function withoutSenderHeaders(message: Buffer): Uint8Array<ArrayBuffer> {
  const end = message.indexOf('\r\n\r\n') + 2;
  const head = message.toString('latin1', 0, end).replace(/^(?:Date|Message-ID):.*\r\n(?:[ \t].*\r\n)*/gimu, '');
  return new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), message.subarray(end)]));
}

/** Parts are in base64, which the boundary cannot occur in. */
function boundaryOf({ subject, body, attachments }: MailDraft): string {
  const hash = createHash('sha256').update(subject).update(body.text);
  for (const { bytes } of attachments) hash.update(bytes);
  return hash.digest('hex').slice(0, 24);
}
