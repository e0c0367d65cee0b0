import { unzipParts, zipParts } from '../../electron/documents/docx/zip.ts';

const mainPart = 'word/document.xml';
const cellPattern = /<w:tc>.*?<\/w:tc>/gsu;

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export async function fileBytes(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

/** A DOCX whose main part somebody has worked on. */
export async function editMain(bytes: Uint8Array, edit: (xml: string) => string): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await unzipParts(bytes);
  const xml = Buffer.from(parts[mainPart] ?? []).toString('utf8');
  return zipParts({ ...parts, [mainPart]: Buffer.from(edit(xml), 'utf8') });
}

/** A DOCX with other rows in its table; the head is the first of them. */
export const editRows = (bytes: Uint8Array, edit: (rows: string[]) => string[]): Promise<Uint8Array<ArrayBuffer>> =>
  editMain(bytes, (xml) => {
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
    const start = xml.indexOf(rows[0] ?? '<w:tr>');
    const last = rows.at(-1) ?? '';
    const end = xml.lastIndexOf(last) + last.length;
    return `${xml.slice(0, start)}${edit(rows).join('')}${xml.slice(end)}`;
  });

export const cellsOf = (row: string): string[] => row.match(cellPattern) ?? [];

/** The row with another content of one cell, as paragraphs of WordprocessingML. */
export function withCell(row: string, index: number, content: string): string {
  let at = -1;
  return row.replace(cellPattern, (cell) => {
    at += 1;
    return at === index ? `<w:tc>${/<w:tcPr>.*?<\/w:tcPr>/su.exec(cell)?.[0] ?? ''}${content}</w:tc>` : cell;
  });
}

/** Paragraphs as a translator types them. */
export const typed = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const runs = line
        .split('\t')
        .map((part) => `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`)
        .join('<w:tab/>');
      return `<w:p><w:r>${runs}</w:r></w:p>`;
    })
    .join('');

/** Writes translations into the rows whose source has a text in it; those of other rows stay as they are. */
export const translate = (
  bytes: Uint8Array,
  translations: Readonly<Record<string, string>>,
): Promise<Uint8Array<ArrayBuffer>> =>
  editRows(bytes, (rows) =>
    rows.map((row, index) => {
      const source = cellsOf(row)[1] ?? '';
      const found = Object.entries(translations).find(([text]) => index > 0 && source.includes(`>${escapeXml(text)}<`));
      return found === undefined ? row : withCell(row, 2, typed(found[1]));
    }),
  );

export const toFile = (bytes: Uint8Array<ArrayBuffer>, name = 'back.docx'): File => new File([bytes], name);
