import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SaxesParser } from 'saxes';

/** Texts for comparison: without white space, soft hyphens and joiners, which a line break may add or take. */
export function squash(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00A0\u00AD\u200B\u2060\uFEFF]+/gu, '');
}

/** What a reader of a PDF reads, squashed: running headers and footers (artifacts) are left out. */
export async function readPdfBody(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true });
    const marks: (string | undefined)[] = [];
    for (const item of content.items) {
      // The hyphen of a line end is a span of its own, with a soft hyphen as its text, which pdfjs does not tell.
      if ('str' in item) text += marks.includes('Artifact') || item.str === '-' ? '' : item.str;
      else if (item.type === 'endMarkedContent') marks.pop();
      else marks.push('tag' in item ? String(item.tag) : undefined);
    }
  }
  await pdf.loadingTask.destroy();
  return squash(text);
}

/** The text of the main part of a DOCX, squashed. */
export function readDocxBody(bytes: Uint8Array): string {
  const part = unzipSync(bytes)['word/document.xml'];
  if (part === undefined) throw new Error('no word/document.xml');
  let text = '';
  let isText = false;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name }) => (isText = name === 'w:t'));
  parser.on('closetag', () => (isText = false));
  parser.on('text', (part) => (text += isText ? part : ''));
  parser.write(new TextDecoder().decode(part)).close();
  return squash(text);
}
