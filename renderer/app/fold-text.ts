/**
 * Makes a text comparable with what somebody types into a filter: case, full and half width (NFKC) and accents do not
 * count; ё counts as е, й stays й (Russian practice; ICU's base level folds neither or both).
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replaceAll('и\u0306', 'й').replace(/\p{M}/gu, '');
}
