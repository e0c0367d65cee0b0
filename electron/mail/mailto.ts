import { isMailAddress } from './eml.ts';

/** Longest address that every mail program on Windows takes from another program, in characters. */
export const longestMailto = 2_000;

/** RFC 6068, 2: nothing but unreserved signs stays as it is, lines are parted by CRLF. A no-break space would be longer. */
const encode = (text: string): string =>
  encodeURIComponent(
    text
      .toWellFormed()
      .replace(/\r?\n/gu, '\r\n')
      .replace(/\u00A0/gu, ' '),
  );

/** A plain letter as a `mailto:` address; null where it is longer than {@link longestMailto}. */
export function describeMailto(address: string, subject: string, text: string): string | null {
  // In an address all but the at-sign is encoded (RFC 6068, 5).
  const to = isMailAddress(address) ? encode(address.trim()).replace(/%40/gu, '@') : '';
  const link = `mailto:${to}?subject=${encode(subject)}&body=${encode(text.trimEnd())}`;
  return link.length > longestMailto ? null : link;
}
