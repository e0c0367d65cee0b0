import type { AgreementFile } from '#shared/contract/agreements.ts';

/** What a scanner or a camera writes. */
const scanned = /\.(?:pdf|tiff?|jpe?g|png|djvu|heic|bmp)$/iu;

/** What a new file most likely is, by its name; the user can say otherwise. */
export function guessFileKind(name: string): AgreementFile['kind'] {
  return scanned.test(name) ? 'scan' : 'text';
}
