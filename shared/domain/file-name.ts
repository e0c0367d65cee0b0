/** Device names that Windows refuses in every folder, with any extension (Microsoft: «Naming Files, Paths, and Namespaces»). */
const deviceName = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\.|$)/iu;
/** 255 bytes is the limit of ext4; a Han character takes three. */
const maxBytes = 200;

/** A name that every file system takes, from whatever was proposed; never empty. Signs that cannot be seen go. */
export function toFileName(proposed: string): string {
  const plain = proposed
    .toWellFormed()
    .normalize('NFC')
    // Before the next step: marks of direction could show «exe.pdf» where «fdp.exe» is meant.
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{C}<>:"/\\|?*]/gu, '_')
    .replace(/[. ]+$/u, '');
  const { stem, extension } = splitFileName(plain);
  const name = `${shorten(stem, maxBytes - byteLength(extension))}${extension}`;
  return name === '' || deviceName.test(name) ? `_${name}` : name;
}

/** «report.final.pdf»: stem «report.final», extension «.pdf»; a name that begins with its only dot has none. */
export function splitFileName(name: string): { stem: string; extension: string } {
  const extension = /(?<=.)\.[^.\s]{1,16}$/u.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - extension.length), extension };
}

/** As many whole characters as fit. */
export function shorten(text: string, bytes: number): string {
  let length = 0;
  let room = bytes;
  for (const character of text) {
    room -= byteLength(character);
    if (room < 0) break;
    length += character.length;
  }
  return text.slice(0, length).trimEnd();
}

/** In UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}

/** Gives each of several files in one folder a name of its own: «Plan.pdf», «Plan 2.pdf». Capitals make no difference. */
export function createNamer(): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    const { stem, extension } = splitFileName(name);
    let unique = name;
    for (let count = 2; used.has(unique.toLowerCase()); count++) unique = `${stem} ${String(count)}${extension}`;
    used.add(unique.toLowerCase());
    return unique;
  };
}
