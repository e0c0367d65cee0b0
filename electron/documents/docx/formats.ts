import {
  type IContext,
  type IParagraphOptions,
  type IRunOptions,
  type IXmlableObject,
  Paragraph,
  type ParagraphChild,
  type SectionProperties,
  TextRun,
  XmlComponent,
} from 'docx';

/*
 * A document of thirty pages has thousands of paragraphs and runs in a few dozen formats. The library spends most of its
 * time on building and writing the same elements of format again and again. So each format is written by the library
 * once; paragraphs and runs go through it as elements that name theirs by a number, and `writeFormats` writes them out
 * when the library has done its work.
 */

const formats: string[] = [];
const numbers = new Map<string, number>();
/** More than any document needs; beyond it formats are written by the library each time. */
const mostFormats = 2_000;

/** A paragraph as the library makes it, with the same content in the end. */
export function formatParagraph(options: IParagraphOptions, children: readonly ParagraphChild[]): Paragraph {
  const format = numberOf(`p${JSON.stringify(options)}`, () => write(new Paragraph(options), 'w:pPr'));
  return format === undefined ? new Paragraph({ ...options, children }) : new FormattedParagraph(format, children);
}

/** A run as the library makes it; the same `name` stands for the same options. */
export function formatRun(name: string, describe: () => IRunOptions, text: string): ParagraphChild {
  const format = numberOf(`r${name}`, () => write(new TextRun(describe()), 'w:rPr'));
  if (format === undefined) return new TextRun({ ...describe(), text });
  // The library writes whatever is a component; its type of children names those that it has itself.
  return new FormattedRun(format, text) as unknown as ParagraphChild;
}

/** A part with every format written out. Text cannot be taken for one: in it «<» and quotation marks are escaped. */
export function writeFormats(xml: string): string {
  return xml
    .replace(/<w:p f="(\d+)"\s*(?:(\/)>|>(<w:pPr>)?)/gu, (_, number: string, end?: string, more?: string) => {
      const properties = `<w:pPr>${formats[Number(number)] ?? ''}${more === undefined ? '</w:pPr>' : ''}`;
      return `<w:p>${properties}${end === undefined ? '' : '</w:p>'}`;
    })
    .replace(
      /<w:r f="(\d+)" t="([^"]*)"\s*\/>/gu,
      (_, number: string, text: string) =>
        `<w:r><w:rPr>${formats[Number(number)] ?? ''}</w:rPr><w:t xml:space="preserve">${writeText(text)}</w:t></w:r>`,
    );
}

/** From a value of an attribute to text: as the library writes it there. */
function writeText(value: string): string {
  const text = value.includes('&') ? value.replaceAll('&quot;', '"').replaceAll('&apos;', "'") : value;
  return text.includes('>') ? text.replaceAll('>', '&gt;') : text;
}

class FormattedRun extends XmlComponent {
  readonly #attributes: { f: number; t: string };

  constructor(format: number, text: string) {
    super('w:r');
    this.#attributes = { f: format, t: text };
  }

  override prepForXml(): IXmlableObject {
    return { 'w:r': { _attr: this.#attributes } };
  }
}

class FormattedParagraph extends Paragraph {
  readonly #format: number;
  readonly #children: readonly XmlComponent[];
  #endsSection = false;

  constructor(format: number, children: readonly ParagraphChild[]) {
    super({});
    this.#format = format;
    this.#children = children as unknown as readonly XmlComponent[];
  }

  override addSectionProperties(properties: SectionProperties): void {
    this.#endsSection = true;
    super.addSectionProperties(properties);
  }

  override prepForXml(context: IContext): IXmlableObject {
    // The last paragraph of a section also says what its pages look like; the library adds that before it writes.
    const written: unknown = this.#endsSection ? super.prepForXml(context)?.['w:p'] : [];
    const section = (Array.isArray(written) ? (written as IXmlableObject[]) : []).filter((part) => 'w:pPr' in part);
    const children = this.#children.map((child) => child.prepForXml(context)).filter((child) => child !== undefined);
    return { 'w:p': [{ _attr: { f: this.#format } }, ...section, ...children] };
  }
}

function numberOf(key: string, describe: () => string): number | undefined {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  if (formats.length === mostFormats) return undefined;
  const number = formats.push(describe()) - 1;
  numbers.set(key, number);
  return number;
}

/** What the library hands to its own writer of XML: an element's name with attributes, children or a text. */
type Written = string | { [name: string]: Written | Written[] | { _attr?: Record<string, string | number | boolean> } };

/** The content of the element `w:pPr` or `w:rPr`. */
function write(component: Paragraph | TextRun, name: 'w:pPr' | 'w:rPr'): string {
  // Formats refer to no other part, which is all that the rest of a context is for.
  const written = component.prepForXml({ stack: [] } as unknown as IContext) as Written;
  return new RegExp(`<${name}>(.*)</${name}>`, 'su').exec(writeXml(written))?.[1] ?? '';
}

function writeXml(node: Written): string {
  if (typeof node === 'string') return node;
  return Object.entries(node)
    .map(([name, value]) => {
      const parts = (Array.isArray(value) ? value : [value]) as Exclude<Written, string>[];
      const attributes = parts.flatMap((part) =>
        Object.entries((part['_attr'] ?? {}) as Record<string, string | number | boolean>),
      );
      const words = attributes.map(([key, text]) => ` ${key}="${String(text)}"`).join('');
      const content = parts
        .filter((part) => !('_attr' in part) && Object.keys(part).length > 0)
        .map(writeXml)
        .join('');
      return content === '' ? `<${name}${words}/>` : `<${name}${words}>${content}</${name}>`;
    })
    .join('');
}
