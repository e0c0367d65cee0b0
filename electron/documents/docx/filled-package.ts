import { strFromU8, strToU8 } from 'fflate';
import { writeFormats } from './formats.ts';
import { offGridStyle, rewrite, subjectStyleId } from './package.ts';
import { escapeXml } from './template-text.ts';
import { unzipParts, zipParts } from './zip.ts';

export const stylesPart = 'word/styles.xml';
const contentTypes = '[Content_Types].xml';
const packageRelationships = '_rels/.rels';
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const customNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const flat = '<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0"/></w:pPr>';
const heading = (level: number): string => `<w:pPr><w:keepNext/><w:outlineLvl w:val="${String(level)}"/></w:pPr>`;

/** Styles that our paragraphs name; a letterhead that has them under its own id or name keeps its own. */
const ourStyles = [
  { id: 'Title', name: 'Title', properties: flat },
  { id: 'Heading1', name: 'heading 1', properties: heading(0) },
  { id: 'Heading2', name: 'heading 2', properties: heading(1) },
  { id: offGridStyle, name: 'Trilogue Table', properties: flat },
  { id: subjectStyleId, name: 'Trilogue Subject', properties: flat },
];

/** The styles of a letterhead with what it lacks; nothing that it has is changed. */
export function addStyles(xml: string): string {
  const missing = ourStyles.filter(
    ({ id, name }) =>
      !new RegExp(`<w:style\\b[^>]*\\bw:styleId=["']${id}["']`, 'u').test(xml) &&
      !new RegExp(`<w:name\\s+w:val=["']${name}["']`, 'iu').test(xml),
  );
  const added = missing.map(
    ({ id, name, properties }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/>${properties}</w:style>`,
  );
  return xml.replace(/<\/w:styles>\s*$/u, (end) => `${added.join('')}${end}`);
}

interface Facts {
  mainPart: string;
  custom: { name: string; value: string }[];
  date: string;
  languages: string[];
}

/** A filled letterhead with the properties of the document, in bytes that do not depend on the hour. */
export async function finishFilled(
  bytes: Uint8Array,
  { mainPart, custom, date, languages }: Facts,
): Promise<Uint8Array<ArrayBuffer>> {
  const entries = await unzipParts(bytes);
  rewrite(entries, mainPart, writeFormats);
  const { core, custom: known } = findProperties(entries);
  rewrite(entries, core, (xml) => describeDates(xml, date, languages));
  // A template of Word (.dotx) becomes a document.
  rewrite(entries, contentTypes, (xml) =>
    xml.replace('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml'),
  );
  if (custom.length > 0) addCustom(entries, known, custom);
  return zipParts(entries);
}

function findProperties(entries: Record<string, Uint8Array>): { core: string; custom: string | undefined } {
  const relationships = strFromU8(entries[packageRelationships] ?? new Uint8Array());
  const targetOf = (type: string): string | undefined => {
    const tags = relationships.match(/<(?:\w+:)?Relationship\b[^>]*>/gu) ?? [];
    const tag = tags.find((each) => new RegExp(`/${type}["']`, 'u').test(each)) ?? '';
    return /Target=["']\/?([^"']*)["']/u.exec(tag)?.[1];
  };
  return { core: targetOf('core-properties') ?? 'docProps/core.xml', custom: targetOf('custom-properties') };
}

/** Both dates are the document's, as in a file without a letterhead. */
function describeDates(xml: string, date: string, languages: readonly string[]): string {
  const root = /<((?:\w+:)?coreProperties)\b/u.exec(xml)?.[1] ?? 'cp:coreProperties';
  const rest = xml.replace(
    /<(\w+:)?(created|modified|language|lastPrinted)\b[^>]*?(?:\/>|>[^<]*<\/(?:\w+:)?\2>)/gu,
    '',
  );
  const day = ['created', 'modified'].map(
    (name) =>
      `<dcterms:${name} xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`,
  );
  const language = `<dc:language xmlns:dc="http://purl.org/dc/elements/1.1/">${languages.join(', ')}</dc:language>`;
  return rest.replace(`</${root}>`, `${day.join('')}${language}</${root}>`);
}

/** Adds custom properties to those of the letterhead, whose fields may show them; ours replace ours. */
function addCustom(
  entries: Record<string, Uint8Array>,
  known: string | undefined,
  custom: readonly { name: string; value: string }[],
): void {
  const part = known !== undefined && entries[known] !== undefined ? known : 'docProps/custom.xml';
  const kept = [
    ...strFromU8(entries[part] ?? new Uint8Array()).matchAll(/<(?:\w+:)?property\b[^>]*>.*?<\/(?:\w+:)?property>/gsu),
  ]
    .map(([property]) => property)
    .filter((property) => !custom.some(({ name }) => property.includes(`name="${name}"`)))
    // Their prefix may be declared at the root that is not kept.
    .filter((property) => property.startsWith('<property'));
  const last = Math.max(1, ...kept.map((property) => Number(/\bpid="(\d+)"/u.exec(property)?.[1] ?? 1)));
  const ours = custom.map(
    ({ name, value }, index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${String(last + 1 + index)}" name="${name}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  entries[part] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="${customNamespace}" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${[...kept, ...ours].join('')}</Properties>`,
  );
  if (part === known) return;
  const type = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
  rewrite(entries, contentTypes, (xml) =>
    xml.replace(/<\/((?:\w+:)?)Types>/u, `<$1Override PartName="/${part}" ContentType="${type}"/></$1Types>`),
  );
  rewrite(entries, packageRelationships, (xml) =>
    xml.replace(
      /<\/((?:\w+:)?)Relationships>/u,
      `<$1Relationship Id="rIdTrilogue" Type="${officeRelationships}/custom-properties" Target="${part}"/></$1Relationships>`,
    ),
  );
}
