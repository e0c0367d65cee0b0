import { SaxesParser, type SaxesTagPlain } from 'saxes';

export interface DocxNode {
  name: string;
  attributes: Record<string, string>;
  children: DocxNode[];
  text: string;
}

/** Throws where the XML is not well-formed. */
export function parseXml(xml: string): DocxNode {
  const root: DocxNode = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const node: DocxNode = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    stack.at(-1)!.children.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => (stack.at(-1)!.text += text));
  parser.on('closetag', () => stack.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
}

/** Descendants of that name, in order. */
export function find(node: DocxNode, name: string): DocxNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...find(child, name)]);
}

export const textOf = (node: DocxNode): string =>
  find(node, 'w:t')
    .map(({ text }) => text)
    .join('');
