import { chineseNumeral } from '#shared/domain/minutes/typography.ts';
import { writeRoman } from '#shared/domain/ordinals.ts';
import type { Package } from './package.ts';

/** Numbers and bullets that a program prints in front of paragraphs and does not keep in their text. */
export interface Numbering {
  /** For the next paragraph of a list, with what stands between it and the text; empty where the list is not known. */
  next(listId: string, level: number): string;
}

interface Level {
  start: number;
  format: string;
  /** `%1.%2)`: numbers of the levels. */
  pattern: string;
  gap: string;
}

interface List {
  definition: string;
  /** Levels at which this list begins anew. */
  starts: Map<number, number>;
}

interface Definitions {
  levels: Map<string, Map<number, Level>>;
  lists: Map<string, List>;
}

const maxLevel = 8;

/** Reads `word/numbering.xml` (ECMA-376, part 1, 17.9). Throws DocxProblem. */
export async function readNumbering(parts: Package, part: string | undefined): Promise<Numbering> {
  const definitions: Definitions = { levels: new Map(), lists: new Map() };
  if (part !== undefined) await readDefinitions(parts, part, definitions);
  return countLists(definitions);
}

async function readDefinitions(parts: Package, part: string, { levels, lists }: Definitions): Promise<void> {
  let definition = '';
  let level: Level | undefined;
  let list: List | undefined;
  let overridden = 0;
  await parts.read(part, {
    open({ name, attribute }, parents) {
      if (parents.includes('mc:Fallback')) return;
      const value = attribute('w:val') ?? '';
      const ofLevel = parents.includes('w:abstractNum') ? level : undefined;
      if (name === 'w:abstractNum') {
        definition = attribute('w:abstractNumId') ?? '';
        levels.set(definition, new Map());
      } else if (name === 'w:lvl' && parents.includes('w:abstractNum')) {
        level = { start: 0, format: 'decimal', pattern: '', gap: ' ' };
        levels.get(definition)?.set(Number(attribute('w:ilvl') ?? '0'), level);
      } else if (name === 'w:num') {
        list = { definition: '', starts: new Map() };
        lists.set(attribute('w:numId') ?? '', list);
      } else if (name === 'w:abstractNumId' && parents.at(-1) === 'w:num') {
        if (list !== undefined) list.definition = value;
      } else if (name === 'w:lvlOverride') overridden = Number(attribute('w:ilvl') ?? '0');
      else if (name === 'w:startOverride') list?.starts.set(overridden, toNumber(value));
      else if (ofLevel === undefined) return;
      else if (name === 'w:start') ofLevel.start = toNumber(value);
      else if (name === 'w:numFmt') ofLevel.format = value;
      else if (name === 'w:lvlText') ofLevel.pattern = value;
      else if (name === 'w:suff') ofLevel.gap = value === 'nothing' ? '' : ' ';
    },
  });
}

function countLists({ levels, lists }: Definitions): Numbering {
  /** By definition: lists of the same one go on counting, unless they say otherwise. */
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(listId, wanted) {
      const list = lists.get(listId);
      const ofList = list && levels.get(list.definition);
      const at = Math.min(Math.max(0, wanted), maxLevel);
      const level = ofList?.get(at);
      if (list === undefined || ofList === undefined || level === undefined) return '';
      const counts = counters.get(list.definition) ?? [];
      counters.set(list.definition, counts);
      if (!begun.has(listId) && list.starts.size > 0) {
        for (const [index, start] of list.starts) counts[index] = start - 1;
      }
      begun.add(listId);
      for (let above = 0; above < at; above++) counts[above] ??= ofList.get(above)?.start ?? 1;
      counts[at] = (counts[at] ?? level.start - 1) + 1;
      counts.length = at + 1;
      if (level.format === 'none') return '';
      if (level.format === 'bullet') return `•${level.gap}`;
      const label = level.pattern.replace(/%([1-9])/gu, (_, digit: string) => {
        const index = Number(digit) - 1;
        return formatNumber(counts[index] ?? 1, ofList.get(index)?.format ?? 'decimal');
      });
      return label === '' ? '' : `${label}${level.gap}`;
    },
  };
}

const toNumber = (value: string): number => (/^\d{1,6}$/u.test(value) ? Number(value) : 1);

const russian = 'абвгдежзиклмнопрстуфхцчшщэюя';
const latin = 'abcdefghijklmnopqrstuvwxyz';

/** ST_NumberFormat (ECMA-376, part 1, 17.18.59), as far as offices of the three languages use it; else digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return letter(value, latin);
    case 'upperLetter':
      return letter(value, latin).toUpperCase();
    case 'russianLower':
      return letter(value, russian);
    case 'russianUpper':
      return letter(value, russian).toUpperCase();
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return chineseNumeral(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);
    default:
      return String(value);
  }
}

/** a, b … z, aa, bb. */
function letter(value: number, alphabet: string): string {
  const index = Math.max(0, value - 1);
  return (alphabet[index % alphabet.length] ?? '').repeat(Math.min(20, Math.floor(index / alphabet.length) + 1));
}

const roman = (value: number): string => (value < 4_000 ? writeRoman(value) : String(value));
