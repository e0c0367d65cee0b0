/**
 * Makes spellings comparable: case, full and half width (NFKC), accents; ё counts as е, й stays й (Russian practice;
 * FTS5 and ICU's base level fold neither or both).
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('й', '\u0001')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u0001', 'й');
}
