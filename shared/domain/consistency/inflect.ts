/** Forms of a folded Russian name in all cases; also those of the other number, where a family is meant. */
export function declineName(name: string): string[] {
  for (const [pattern, cut, endings] of paradigms) {
    if (!pattern.test(name)) continue;
    const stem = name.slice(0, name.length - cut);
    const forms = endings.split(' ').map((ending) => stem + ending.replace('-', ''));
    return [...new Set([name, ...forms, ...fleeting(name)])];
  }
  return [name];
}

/** Ending, how many letters of it change, and what they change into; `-` is none. The first that fits. */
const paradigms: [RegExp, number, string][] = [
  [/(?:[ое]в|[иы]н)а$/u, 1, 'а ой у ою ы ых ым ыми'],
  [/(?:ая)$/u, 2, 'ая ой ую ою ые ых ым ыми ие их им ими'],
  [/(?:яя)$/u, 2, 'яя ей юю ею'],
  [/..(?:[ое]в|[иы]н)$/u, 0, '- а у ым ом е ы ых ыми'],
  [/..[сц]кий$/u, 2, 'ий ого ому им ом ие их ими'],
  [/..(?:ый|ой)$/u, 2, 'ый ой ого ому ым ом ые ых ыми'],
  [/..ий$/u, 2, 'ий ия ию ием ии его ему им ем'],
  [/.[аеоуэюи]а$/u, 1, 'а ы е у ой'],
  [/..ия$/u, 1, 'я и ю ей'],
  [/..а$/u, 1, 'а ы и е у ой ей ою'],
  [/..я$/u, 1, 'я и е ю ей ею'],
  [/..ь$/u, 1, 'ь я ю ем е и ью'],
  [/.й$/u, 1, 'й я ю ем е и'],
  [/[бвгджзклмнпрстфхцчшщ]$/u, 0, '- а у ом ем е ы и ов ам ами ах'],
];

/** «Павел», «Кравец», «Лев» lose a vowel. */
function fleeting(name: string): string[] {
  if (name === 'лев') return ['льва', 'льву', 'львом', 'льве'];
  const match = /^(.{2,})е([лц])$/u.exec(name);
  if (match === null) return [];
  const stem = `${match[1] ?? ''}${match[2] ?? ''}`;
  return ['а', 'у', 'ом', 'ем', 'е'].map((ending) => stem + ending);
}

const endings = new Set(
  ' а я о е и ы у ю ь й м ом ем ой ей ою ею ью ам ям ами ями ах ях ов ев ий ый ая яя ое ее ые ие ую юю ого его ому ему ым им ых их ыми ими ия ию ие ии ием иям иями иях ей'.split(
    ' ',
  ),
);
const shortestStem = 3;

/** Whether two folded Russian words are forms of one, as far as their endings tell. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  let common = 0;
  while (common < shorter && a.charCodeAt(common) === b.charCodeAt(common)) common += 1;
  // «Городской» and «городского»: what differs are endings; letters of the stem look like parts of them.
  for (let stem = common; stem >= Math.max(shortestStem, common - 2); stem -= 1) {
    if (endings.has(a.slice(stem)) && endings.has(b.slice(stem))) return true;
  }
  return false;
}
