import { chooseText, type LocalizedText } from '#shared/domain/language.ts';
import { shorten, splitFileName, toFileName } from '#shared/domain/file-name.ts';

/** Windows allows some 250 characters from the drive to the end of the name: each level of the archive is short. */
const longestFolder = 80;
const longestName = 120;

/** «2020-06-16 Jiangsu–St. Petersburg cooperation»; `(DRAFT)` at the end where nobody has agreed yet. */
export function nameFolder(date: string, title: LocalizedText, isDraft: boolean): string {
  const words = chooseText(title, 'en').text.replace(/\s+/gu, ' ').trim();
  const whole = `${date} ${words}`;
  const short = shorten(whole, longestFolder);
  const named = toFileName(short === whole ? short : dropCutWord(short));
  return isDraft ? `${named} (DRAFT)` : named;
}

/** Gives paths, each of them once, also where large and small letters are the same. */
export class PathList {
  readonly #taken = new Set<string>();

  /** `name` with a number behind it if the folder has it already. */
  take(folder: string, name: string): string {
    const { stem, extension } = splitFileName(name);
    const short = shorten(stem, longestName - extension.length);
    for (let count = 1; ; count++) {
      const path = [folder, `${short}${count === 1 ? '' : ` (${count})`}${extension}`]
        .filter((part) => part !== '')
        .join('/');
      const key = path.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return path;
    }
  }
}

/** «… technology and innov»: a word of which only a part is left goes, if that leaves enough. */
function dropCutWord(text: string): string {
  const end = text.lastIndexOf(' ');
  return end > longestFolder / 2 ? text.slice(0, end) : text;
}
