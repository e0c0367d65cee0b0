import { SaxesParser, type SaxesTagNS } from 'saxes';
import { startSlices } from '../../slices.ts';
import { DocxProblem } from './problem.ts';

/** An element or an end of one: its name is given by {@link prefixes}, whatever prefix the file chose. */
export interface XmlTag {
  name: string;
  /** Value of an attribute by the same kind of name; plain where the file gives it no prefix. */
  attribute: (name: string) => string | undefined;
}

export interface XmlReader {
  open(tag: XmlTag, parents: readonly string[]): void;
  /** `parents` without the element itself. */
  close?(name: string, parents: readonly string[]): void;
  /** `parents` with the element that the text stands in as the last. */
  text?(text: string, parents: readonly string[]): void;
}

/** Word writes the transitional names (ECMA-376, part 4), «Strict Open XML» the others (part 1). */
const prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14:'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/custom-properties', 'properties:'],
  ['http://purl.oclc.org/ooxml/officeDocument/customProperties', 'properties:'],
  ['', ''],
]);

/** The deepest nesting seen in real files is below 60; saxes looks a prefix up through all open elements. */
const maxDepth = 256;
const chunkBytes = 16 * 1024;

/**
 * Reads one part of a package from start to end, in slices. A document type is refused: no part may have one (ECMA-376,
 * part 2, 8.2.5), and entities are declared there. Throws {@link DocxProblem}.
 */
export async function readXml(bytes: Uint8Array, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  const parents: string[] = [];
  parser.on('error', (error) => {
    throw new DocxProblem('broken_docx', error.message);
  });
  parser.on('doctype', () => {
    throw new DocxProblem('unsafe', 'DOCTYPE');
  });
  parser.on('opentag', (tag) => {
    if (parents.length >= maxDepth) throw new DocxProblem('broken_docx', 'depth');
    const name = nameOf(tag.uri, tag.local);
    reader.open({ name, attribute: (wanted) => findAttribute(tag, wanted) }, parents);
    parents.push(name);
  });
  parser.on('closetag', () => {
    const name = parents.pop() ?? '';
    reader.close?.(name, parents);
  });
  const text = (value: string): void => reader.text?.(value, parents);
  parser.on('text', text);
  parser.on('cdata', text);
  const slices = startSlices();
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  try {
    for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
      const chunk = bytes.subarray(offset, offset + chunkBytes);
      parser.write(decoder.decode(chunk, { stream: offset + chunkBytes < bytes.length }));
      if (slices.areDue()) await slices.pause();
    }
    parser.close();
  } catch (error) {
    if (error instanceof DocxProblem) throw error;
    // Bytes that are no text in the encoding of the part.
    if (error instanceof TypeError) throw new DocxProblem('broken_docx', 'encoding');
    throw error;
  }
}

const nameOf = (uri: string, local: string): string => `${prefixes.get(uri) ?? '?:'}${local}`;

function findAttribute({ attributes }: SaxesTagNS, wanted: string): string | undefined {
  return Object.values(attributes).find(({ uri, local }) => nameOf(uri, local) === wanted)?.value;
}

/** UTF-8 or UTF-16 (ECMA-376, part 2, 8.2.5). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
