import { SaxesParser } from 'saxes';
import { limits } from '#shared/contract/fields.ts';
import { type TmxProblem, tmxLimits } from '#shared/contract/memory.ts';
import { cleanText } from '#shared/domain/clean-text.ts';
import { emptyText, filledLanguages, type LocalizedText } from '#shared/domain/language.ts';
import { languageOfTag } from './tmx-language.ts';
import { TmxRefused } from './tmx-problem.ts';

/** A unit in at least two languages. */
export interface TmxUnit {
  texts: LocalizedText;
  /** `YYYY-MM-DD`; empty where the file has none. */
  date: string;
}

/** What was found beside the units. */
export interface TmxTally {
  /** Units with less than two of the three languages. */
  single: number;
  doubled: number;
  marks: number;
  /** Tags of languages that are not ours, with how many texts. */
  others: Map<string, number>;
  tool: string;
}

type Attributes = Readonly<Record<string, string>>;

/** TMX 1.4b, section 3: elements inside a segment. What stands in these is code of another program, not text. */
const codeMarks = new Set(['bpt', 'ept', 'ph', 'it', 'ut', 'sub']);
/** The deepest real files stay below ten. */
const maxDepth = 100;
/** A piece of the file without any mark, and a count of languages, longer than any real one. */
const longestPiece = 1_000_000;
const mostOthers = 200;
const unknownLanguage = 'und';
/** A name and where its rules are kept, of which nothing is ever fetched. Brackets would hold declarations. */
const plainDoctype = /^\s*[\w:.-]+(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"[^"]*"|'[^']*'))?\s*$/u;

/**
 * Reads TMX 1.1 to 1.4b piece by piece. {@link write} throws {@link TmxRefused}. Keeps one unit in memory at a time;
 * finished ones are taken with {@link take}.
 */
export class TmxParser {
  readonly tally: TmxTally = { single: 0, doubled: 0, marks: 0, others: new Map(), tool: '' };
  readonly #xml = new SaxesParser({ xmlns: false });
  readonly #path: string[] = [];
  #finished: TmxUnit[] = [];
  #count = 0;
  #isBegun = false;
  #sinceMark = 0;
  #unit: TmxUnit & { isDoubled: boolean; propDate: string } = startUnit();
  #tag = '';
  #text: string[] = [];
  #textLength = 0;
  /** How many elements deep what is read is no text of the segment. */
  #hidden = 0;
  #isDateProp = false;

  constructor() {
    const xml = this.#xml;
    xml.on('error', (error) => this.#fail(error.message));
    xml.on('xmldecl', () => this.#sawMark());
    xml.on('comment', () => this.#sawMark());
    xml.on('processinginstruction', () => this.#sawMark());
    xml.on('doctype', (doctype) => {
      this.#sawMark();
      if (!plainDoctype.test(doctype)) throw this.#refusal('doctype', doctype.trim());
    });
    xml.on('opentag', ({ name, attributes }) => {
      this.#open(name, attributes);
    });
    xml.on('closetag', ({ name }) => {
      this.#close(name);
    });
    xml.on('text', (text) => {
      this.#read(text);
    });
    xml.on('cdata', (text) => {
      this.#read(text);
    });
  }

  write(text: string): void {
    this.#isBegun ||= text.trim() !== '';
    this.#sinceMark += text.length;
    this.#xml.write(text);
    if (this.#sinceMark > longestPiece) throw this.#refusal('too_long');
  }

  /** Ends the file: one that is cut off is refused here. */
  close(): void {
    if (!this.#isBegun) throw new TmxRefused('empty', 0);
    this.#xml.close();
  }

  /** The units that were finished since it was last asked. */
  take(): TmxUnit[] {
    const finished = this.#finished;
    this.#finished = [];
    return finished;
  }

  /** The file is refused so many lines after what was read so far. */
  refuse(code: TmxProblem['code'], detail: string, linesOn: number): TmxRefused {
    return new TmxRefused(code, this.#xml.line + linesOn, detail);
  }

  #refusal(code: TmxProblem['code'], detail = ''): TmxRefused {
    return this.refuse(code, detail, 0);
  }

  /** Messages of saxes begin with `line:column:`. */
  #fail(message: string): never {
    const detail = message.replace(/^\d+:\d+:\s*/u, '');
    const isCharacter = detail === 'disallowed character.' || detail.startsWith('malformed character entity');
    throw this.#refusal(isCharacter ? 'control_character' : 'not_xml', detail);
  }

  #sawMark(): void {
    this.#sinceMark = 0;
  }

  #open(name: string, attributes: Attributes): void {
    this.#sawMark();
    const path = this.#path;
    const parent = path.at(-1);
    if (parent === undefined && name !== 'tmx') throw this.#refusal('not_tmx', name);
    if (path.length >= maxDepth) throw this.#refusal('not_tmx', name);
    path.push(name);
    if (this.#isInSegment()) {
      this.#openMark(name, attributes);
      return;
    }
    switch (`${parent ?? ''}/${name}`) {
      case 'tmx/header':
        this.tally.tool = cleanText(`${attributes.creationtool ?? ''} ${attributes.creationtoolversion ?? ''}`)
          .trim()
          .slice(0, limits.line);
        break;
      case 'body/tu':
        this.#unit = startUnit();
        this.#noteDates(attributes);
        break;
      case 'tu/prop':
        this.#isDateProp = attributes.type === 'x-date';
        this.#startText();
        break;
      case 'tu/tuv':
        this.#tag = attributes['xml:lang'] ?? attributes.lang ?? '';
        this.#noteDates(attributes);
        break;
      case 'tuv/seg':
        this.#startText();
        break;
    }
  }

  #openMark(name: string, attributes: Attributes): void {
    this.tally.marks += 1;
    if (this.#hidden > 0 || codeMarks.has(name)) this.#hidden += 1;
    // A line break that the other program keeps as code (TMX 1.4b, `type`) keeps two words apart.
    if (this.#hidden === 1 && name === 'ph' && attributes.type === 'lb') this.#text.push('\n');
  }

  #close(name: string): void {
    this.#sawMark();
    const isMark = this.#isInSegment();
    this.#path.pop();
    if (isMark) {
      if (this.#hidden > 0) this.#hidden -= 1;
      return;
    }
    switch (`${this.#path.at(-1) ?? ''}/${name}`) {
      case 'tu/prop':
        if (this.#isDateProp) this.#unit.propDate = this.#takeText();
        this.#isDateProp = false;
        break;
      case 'tuv/seg':
        this.#endVariant(this.#takeText());
        break;
      case 'body/tu':
        this.#endUnit();
        break;
    }
  }

  #read(text: string): void {
    this.#sawMark();
    const isText = this.#isDateProp || (this.#path[4] === 'seg' && this.#path[3] === 'tuv');
    if (!isText || this.#hidden > 0) return;
    this.#textLength += text.length;
    if (this.#textLength > limits.text) throw this.#refusal('too_long');
    this.#text.push(text);
  }

  /** One element deep in the segment of a variant, or deeper. */
  #isInSegment(): boolean {
    return this.#path.length > 5 && this.#path[4] === 'seg' && this.#path[3] === 'tuv';
  }

  #startText(): void {
    this.#text = [];
    this.#textLength = 0;
    this.#hidden = 0;
  }

  #takeText(): string {
    return cleanText(this.#text.join('')).trim();
  }

  #endVariant(text: string): void {
    if (text === '') return;
    const language = languageOfTag(this.#tag);
    if (language === undefined) {
      const { others } = this.tally;
      const tag = cleanText(this.#tag).trim().slice(0, 35) || unknownLanguage;
      if (others.has(tag) || others.size < mostOthers) others.set(tag, (others.get(tag) ?? 0) + 1);
    } else if (this.#unit.texts[language] === '') this.#unit.texts[language] = text;
    else this.#unit.isDoubled = true;
  }

  #noteDates({ changedate, creationdate }: Attributes): void {
    const text = changedate ?? creationdate;
    if (text === undefined) return;
    const date = readDate(text);
    if (date > this.#unit.date) this.#unit.date = date;
  }

  #endUnit(): void {
    this.#count += 1;
    if (this.#count > tmxLimits.units) throw this.#refusal('too_many_units', String(tmxLimits.units));
    const { texts, date, propDate, isDoubled } = this.#unit;
    if (isDoubled) this.tally.doubled += 1;
    if (filledLanguages(texts).length < 2) this.tally.single += 1;
    else this.#finished.push({ texts, date: (propDate === '' ? '' : readDate(propDate.replaceAll('-', ''))) || date });
  }
}

const startUnit = (): TmxUnit & { isDoubled: boolean; propDate: string } => ({
  texts: emptyText(),
  date: '',
  isDoubled: false,
  propDate: '',
});

/** Most units of a file share theirs with others. */
const dates = new Map<string, string>();
const mostDates = 1_000;

/** `YYYYMMDDThhmmssZ` as a calendar date, in UTC; empty where it is none. */
function readDate(text: string): string {
  let date = dates.get(text);
  if (date === undefined) {
    date = parseDate(text);
    if (dates.size >= mostDates) dates.clear();
    if (text.length < 40) dates.set(text, date);
  }
  return date;
}

function parseDate(text: string): string {
  const [, year = '', month = '', day = ''] = /^\s*(\d{4})(\d{2})(\d{2})(?:T|\s*$)/u.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? '' : date;
}
