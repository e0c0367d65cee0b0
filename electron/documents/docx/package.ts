import { writeFormats } from './formats.ts';
import { unzipParts, zipParts } from './zip.ts';

const coreProperties = 'docProps/core.xml';
const styles = 'word/styles.xml';
const settings = 'word/settings.xml';
/** Styles of paragraphs that do not follow the lines of a Chinese page: tables and titles. */
export const offGridStyle = 'TrilogueTable';
export const subjectStyleId = 'TrilogueSubject';
const offGridStyles = [offGridStyle, subjectStyleId, 'Title'];
/**
 * Adds what the library does not write: the languages in the core properties, the proofing language of the theme's
 * fonts, and `w:snapToGrid` of styles. Times become the meeting's day, so that one record always gives the same bytes.
 */
export async function finishPackage(
  bytes: Uint8Array,
  facts: { date: string; languages: string[]; themeLanguages: { value: string; eastAsia: string } },
): Promise<Uint8Array<ArrayBuffer>> {
  const entries = await unzipParts(bytes);
  const { value, eastAsia } = facts.themeLanguages;
  const day = `${facts.date}T00:00:00Z`;
  rewrite(entries, coreProperties, (xml) =>
    xml
      .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/gu, `$1${day}`)
      .replace('</cp:coreProperties>', `<dc:language>${facts.languages.join(', ')}</dc:language></cp:coreProperties>`),
  );
  for (const name of Object.keys(entries).filter(hasText)) rewrite(entries, name, writeFormats);
  rewrite(entries, styles, (xml) => offGridStyles.reduce(takeOffGrid, xml));
  rewrite(entries, settings, (xml) =>
    xml.replace('</w:settings>', `<w:themeFontLang w:val="${value}" w:eastAsia="${eastAsia}"/></w:settings>`),
  );
  return zipParts(entries);
}

/** The element comes before the spacing in a style's paragraph properties, which each of these styles has. */
function takeOffGrid(xml: string, styleId: string): string {
  const start = new RegExp(`(<w:style [^>]*w:styleId="${styleId}"(?:(?!</w:style>).)*?)(<w:spacing )`, 'su');
  return xml.replace(start, '$1<w:snapToGrid w:val="false"/>$2');
}

/** Parts that paragraphs are written into. */
export const hasText = (name: string): boolean => /^word\/(?:document|header\d+|footer\d+)\.xml$/u.test(name);

export function rewrite(entries: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const entry = entries[name];
  if (entry === undefined) return;
  const xml = Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength).toString('utf8');
  const changed = change(xml);
  if (changed !== xml) entries[name] = Buffer.from(changed, 'utf8');
}
