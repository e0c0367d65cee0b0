const escaped = /\\([!-/:-@[-`{-~])/gu;
/** Stand for escaped signs, one each: of private use, neither letters nor digits, and in no text of the tests. */
const firstHeld = 0xe100;
const hold = (sign: string): string => String.fromCharCode(firstHeld + sign.charCodeAt(0));

/**
 * Markdown as a strict reader of CommonMark and GFM takes it: the text without markup, and as hits whatever is markup
 * that documents do not use (links, pictures, HTML, code, quotations, formulas, notes).
 */
export function readMarkdown(markdown: string): { text: string; hits: string[] } {
  const hits: string[] = [];
  const lines = markdown.split('\n').map((line) => {
    // An escaped sign cannot be taken for markup any more.
    const held = line.replace(escaped, (_, sign: string) => hold(sign));
    const { kind, body } = readLine(held);
    const rest = body.replace(/\*\*/gu, '').replace(/&#124;/gu, hold('|'));
    const isMarked = /[`<>*_[\]|~$^{}\\]|&[#\w]+;|==|https?:\/\/|ftp:\/\/|\bwww\.|[\p{L}\p{N}]@[\p{L}\p{N}]/iu.test(
      rest,
    );
    // In a heading and in a cell nothing begins any more.
    const isBegun =
      kind === 'block' && /^\s*(?:#|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|=+\s*$|-{3,}\s*$| {4}|\t)/u.test(body);
    if (isMarked || isBegun) hits.push(line);
    return rest;
  });
  const text = lines
    .join('\n')
    .replace(/[\uE100-\uE17F]/gu, (held) => String.fromCharCode(held.charCodeAt(0) - firstHeld));
  return { text, hits };
}

/** What documents do use: headings, rules, items, rows of tables, breaks inside a paragraph and a cell. */
function readLine(line: string): { kind: 'block' | 'inline'; body: string } {
  if (/^(?:-{3}|\| (?:--- \| )*--- \|)$/u.test(line)) return { kind: 'inline', body: '' };
  if (line.startsWith('| ') && line.endsWith(' |')) {
    return { kind: 'inline', body: line.slice(2, -2).replace(/ \| |<br>/gu, ' ') };
  }
  const body = line.replace(/\\$/u, '');
  const heading = /^#{1,3} (.*)$/u.exec(body)?.[1];
  if (heading !== undefined) return { kind: 'inline', body: heading };
  return { kind: 'block', body: body.replace(/^ {0,2}- /u, '') };
}
