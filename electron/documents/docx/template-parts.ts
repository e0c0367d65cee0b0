import { zipSync } from 'fflate';
import { letterheadLimits, type TemplateProblem } from '#shared/contract/letterheads.ts';
import { openZip, type Zip, ZipError, zipLimits } from '../../exchange/zip-limits.ts';

/** A stranger's DOCX, unpacked: texts are UTF-8 without a byte order mark. */
export interface TemplateParts {
  xml: Map<string, string>;
  binary: Map<string, Uint8Array>;
}

export type Report = (code: TemplateProblem['code'], detail: string) => void;

const megabyte = 1024 * 1024;
/** A letterhead has a few dozen parts; pictures do not get much larger by unpacking. */
const limits = { ...zipLimits, files: 1_000, totalBytes: 64 * megabyte };
const maxXml = 16 * megabyte;

const xmlName = /\.(?:xml|rels|svg)$/iu;
/** Whatever else a letterhead may hold: pictures, fonts, what the printer was set to. */
const harmlessName =
  /\.(?:png|jpe?g|jfif|gif|bmp|tiff?|emf|wmf|wdp|odttf|ttf|otf|fntdata)$|(?:^|\/)printerSettings\d*\.bin$/iu;
const macroName =
  /(?:^|\/)(?:vbaProject|vbaData|attachedToolbars|customizations)[^/]*$|^(?:customUI|userCustomization)\//iu;

/** Unpacks all parts within limits; undefined after a problem that leaves nothing to look at. */
export async function openTemplate(bytes: Uint8Array, report: Report): Promise<TemplateParts | undefined> {
  if (bytes.length > letterheadLimits.templateBytes) {
    report('too-large', '');
    return undefined;
  }
  try {
    const zip = await openZip(bytes, limits);
    if (sizeOfTexts(zip) > maxXml) {
      report('too-large', '');
      return undefined;
    }
    return await readParts(zip, report);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    if (error.fault === 'too-large') report('too-large', '');
    else report('not-a-docx', error.detail.slice(0, 100));
    return undefined;
  }
}

const sizeOfTexts = (zip: Zip): number =>
  zip.names.filter((name) => xmlName.test(name)).reduce((sum, name) => sum + (zip.sizeOf(name) ?? 0), 0);

async function readParts(zip: Zip, report: Report): Promise<TemplateParts | undefined> {
  const parts: TemplateParts = { xml: new Map(), binary: new Map() };
  for (const name of zip.names) {
    if (macroName.test(name)) report('macros', name);
    else if (!xmlName.test(name) && !harmlessName.test(name)) report('embedded-object', name);
    const bytes = (await zip.read(name)) ?? new Uint8Array();
    const text = xmlName.test(name) ? decode(bytes) : undefined;
    if (text !== undefined) parts.xml.set(name, text);
    else if (xmlName.test(name)) {
      report('not-a-docx', name);
      return undefined;
    } else parts.binary.set(name, bytes);
  }
  if (!parts.xml.has('[Content_Types].xml') || !parts.xml.has('_rels/.rels')) {
    report('not-a-docx', '[Content_Types].xml');
    return undefined;
  }
  return parts;
}

/**
 * UTF-8 only, as Word, LibreOffice and WPS write it: what declares another encoding could be read in two ways, by us
 * and by the program that opens it.
 */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const encoding = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/u.exec(text)?.[1] ?? 'utf-8';
    return encoding.toLowerCase() === 'utf-8' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The parts as a package again: what is read from it is exactly what was looked at. */
export function packTemplate({ xml, binary }: TemplateParts): Uint8Array {
  const encoder = new TextEncoder();
  const texts = [...xml].map(([name, text]) => [name, encoder.encode(text)] as const);
  return zipSync(Object.fromEntries([...texts, ...binary]), { level: 0 });
}
