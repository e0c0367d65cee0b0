const zip = [0x50, 0x4b];
const signs: Record<string, number[]> = {
  pdf: [0x25, 0x50, 0x44, 0x46],
  ole: [0xd0, 0xcf, 0x11, 0xe0],
  png: [0x89, 0x50],
};

/** What a file is by its first bytes; null for what is certainly neither a table nor a card. */
export function guessFormat(start: Uint8Array): 'csv' | 'xlsx' | 'vcard' | null {
  const startsWith = (sign: readonly number[]): boolean => sign.every((byte, index) => start[index] === byte);
  if (startsWith(zip)) return 'xlsx';
  if (Object.values(signs).some(startsWith)) return null;
  // Without zero bytes and marks, whatever the encoding.
  const text = String.fromCharCode(...start.subarray(0, 200).filter((byte) => byte > 0 && byte < 0x80));
  return /^\s*BEGIN:VCARD/iu.test(text) ? 'vcard' : 'csv';
}
