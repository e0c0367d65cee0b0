import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface StructureNode {
  role?: string;
  lang?: string;
  children?: StructureNode[];
}

/** Opens a PDF. pdfjs takes the bytes over, so it gets a copy. Close with `loadingTask.destroy()`. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

/** pdfjs gives the hyphen of a divided word, a soft one in the file, as an item of its own. */
function readItem(item: { str: string; hasEOL: boolean }): string {
  return (item.str === '-' ? '\u00AD' : item.str) + (item.hasEOL ? '\n' : '');
}

/** Text of each page as a reader copies it: soft hyphens of line ends gone, runs of space as one. */
export async function readPages(bytes: Uint8Array): Promise<string[]> {
  const pdf = await openPdf(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    const text = content.items.map((item) => ('str' in item ? readItem(item) : '')).join('');
    pages.push(
      text
        .replace(/\u00AD\s*/gu, '')
        .replace(/[\s\u00A0]+/gu, ' ')
        .normalize('NFC'),
    );
  }
  await pdf.loadingTask.destroy();
  return pages;
}

/** All nodes of a page's structure tree. */
export async function readStructure(bytes: Uint8Array): Promise<StructureNode[]> {
  const pdf = await openPdf(bytes);
  const nodes: StructureNode[] = [];
  const collect = (node: StructureNode): void => {
    nodes.push(node);
    node.children?.forEach(collect);
  };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const tree = (await (await pdf.getPage(number)).getStructTree()) as StructureNode | null;
    if (tree !== null) collect(tree);
  }
  await pdf.loadingTask.destroy();
  return nodes;
}
