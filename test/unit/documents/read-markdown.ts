/** What a reader of Markdown sees. `strong` are the stretches in strong type. */
export interface ReadBlock {
  kind: 'heading' | 'paragraph' | 'item' | 'row' | 'rule';
  level: number;
  /** One per cell of a row, else one; line breaks are LF. */
  texts: string[];
  strong: string[];
}

const punctuation = /[\p{P}\p{S}]/u;
const isSpace = (character: string): boolean => character === '' || /\s/u.test(character);

/** CommonMark 0.31, 6.2: what stands on both sides decides whether `**` may open or close. */
function flanks(before: string, after: string): { left: boolean; right: boolean } {
  const left = !isSpace(after) && (!punctuation.test(after) || isSpace(before) || punctuation.test(before));
  const right = !isSpace(before) && (!punctuation.test(before) || isSpace(after) || punctuation.test(after));
  return { left, right };
}

/** One text: escapes taken away, `**` and `<br>` understood; any other sign that could be markup is an error. */
function readInline(source: string): { text: string; strong: string[] } {
  const characters = Array.from(source);
  const strong: string[] = [];
  let text = '';
  let openedAt: number | null = null;
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index]!;
    const rest = characters.slice(index).join('');
    if (character === '\\' && /[!-/:-@[-`{-~]/u.test(characters[index + 1] ?? '')) {
      text += characters[index + 1]!;
      index += 1;
    } else if (rest.startsWith('**')) {
      const { left, right } = flanks(characters[index - 1] ?? '', characters[index + 2] ?? '');
      if (openedAt === null ? !left : !right) throw new Error(`signs of strong type stand wrong: ${source}`);
      if (openedAt !== null) strong.push(text.slice(openedAt));
      openedAt = openedAt === null ? text.length : null;
      index += 1;
    } else if (rest.startsWith('<br>')) {
      text += '\n';
      index += 3;
    } else if (rest.startsWith('&#124;')) {
      text += '|';
      index += 5;
    } else if (/^(?:[\\`*_[\]<>&~|$^=]|https?:\/\/|ftp:\/\/|www\.)/iu.test(rest)) {
      throw new Error(`markup in a text: ${rest.slice(0, 40)} of ${source}`);
    } else text += character;
  }
  if (openedAt !== null) throw new Error(`strong type without an end: ${source}`);
  return { text, strong };
}

const toBlock = (kind: ReadBlock['kind'], level: number, sources: readonly string[]): ReadBlock => {
  const read = sources.map(readInline);
  return { kind, level, texts: read.map(({ text }) => text), strong: read.flatMap((one) => one.strong) };
};

/** Cells of a GFM row: a vertical line parts them wherever it is not escaped. */
function readRow(line: string): string[] {
  if (!line.startsWith('| ') || !line.endsWith(' |')) throw new Error(`no row of a table: ${line}`);
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());
}

function readChunk(chunk: string): ReadBlock[] {
  const lines = chunk.split('\n');
  const [first = '', second = ''] = lines;
  if (chunk === '---') return [{ kind: 'rule', level: 0, texts: [], strong: [] }];
  const heading = /^(#{1,6}) (.*)$/u.exec(chunk);
  if (heading !== null) return [toBlock('heading', heading[1]!.length, [heading[2]!])];
  if (/^\|(?: --- \|)+$/u.test(second)) {
    const cells = lines.filter((_, index) => index !== 1).map(readRow);
    if (cells.some((row) => row.length !== cells[0]!.length)) throw new Error(`rows of unequal length: ${chunk}`);
    return cells.map((row) => toBlock('row', 0, row));
  }
  if (/^- /u.test(first)) {
    return lines.map((line) => {
      const item = /^( *)- (.*)$/u.exec(line);
      if (item === null) throw new Error(`no item of a list: ${line}`);
      return toBlock('item', item[1]!.length / 2, [rejectBlock(item[2]!)]);
    });
  }
  const broken = lines.map((line, index) => {
    if (index === lines.length - 1) return rejectBlock(line);
    // One backslash breaks the line, two are one that is printed.
    if (/\\*$/u.exec(line)![0].length % 2 === 0) throw new Error(`a line runs on: ${line}`);
    return rejectBlock(line.slice(0, -1));
  });
  const read = broken.map(readInline);
  return [
    {
      kind: 'paragraph',
      level: 0,
      texts: [read.map(({ text }) => text).join('\n')],
      strong: read.flatMap(({ strong }) => strong),
    },
  ];
}

/** A line of text must begin no block of its own (CommonMark 4 and 5). */
function rejectBlock(line: string): string {
  if (/^(?: {4}|\t| *(?:#{1,6}(?: |$)|[-+*](?: |$)|\d{1,9}[.)](?: |$)|>|`{3}|~{3}|=+ *$|-+ *$|:))/u.test(line)) {
    throw new Error(`a text begins a block: ${line}`);
  }
  return line;
}

/**
 * Reads what the renderer may write and nothing else: a strict, small part of CommonMark and of GFM's tables, written from
 * the specifications. Throws where a text would be taken for markup.
 */
export function readMarkdown(bytes: Uint8Array): ReadBlock[] {
  const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!source.endsWith('\n')) throw new Error('no end of line');
  return source.slice(0, -1).split('\n\n').flatMap(readChunk);
}
