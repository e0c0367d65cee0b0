import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const coreProperties = 'docProps/core.xml';
const styles = 'word/styles.xml';
const settings = 'word/settings.xml';
/** Styles of paragraphs that do not follow the lines of a Chinese page: tables and titles. */
export const offGridStyle = 'TrilogueTable';
export const subjectStyleId = 'TrilogueSubject';
const offGridStyles = [offGridStyle, subjectStyleId, 'Title'];
/** The oldest time a ZIP entry can carry is 1980; local fields, so that the zone of the machine does not matter. */
const zipTime = new Date(1980, 0, 1);

/**
 * Adds what the library does not write: the languages in the core properties, the proofing language of the theme's
 * fonts, and `w:snapToGrid` of styles. Times become the meeting's day, so that one record always gives the same bytes.
 */
export function finishPackage(
  bytes: Uint8Array,
  facts: { date: string; languages: string[]; themeLanguages: { value: string; eastAsia: string } },
): Uint8Array<ArrayBuffer> {
  const entries = unzipSync(bytes);
  const { value, eastAsia } = facts.themeLanguages;
  const day = `${facts.date}T00:00:00Z`;
  rewrite(entries, coreProperties, (xml) =>
    xml
      .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/gu, `$1${day}`)
      .replace('</cp:coreProperties>', `<dc:language>${facts.languages.join(', ')}</dc:language></cp:coreProperties>`),
  );
  rewrite(entries, styles, (xml) => offGridStyles.reduce(takeOffGrid, xml));
  rewrite(entries, settings, (xml) =>
    xml.replace('</w:settings>', `<w:themeFontLang w:val="${value}" w:eastAsia="${eastAsia}"/></w:settings>`),
  );
  return zipParts(entries);
}

/** The package in the same order and with the same times whenever it is made. */
export function zipParts(entries: Record<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const names = Object.keys(entries).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const zipped = zipSync(Object.fromEntries(names.map((name) => [name, entries[name] ?? new Uint8Array()])), {
    mtime: zipTime,
    level: 6,
  });
  return new Uint8Array(zipped);
}

/** The element comes before the spacing in a style's paragraph properties, which each of these styles has. */
function takeOffGrid(xml: string, styleId: string): string {
  const start = new RegExp(`(<w:style [^>]*w:styleId="${styleId}"(?:(?!</w:style>).)*?)(<w:spacing )`, 'su');
  return xml.replace(start, '$1<w:snapToGrid w:val="false"/>$2');
}

/** Word expects the content types first. */
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);

export function rewrite(entries: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const entry = entries[name];
  if (entry !== undefined) entries[name] = strToU8(change(strFromU8(entry)));
}
