import { printable } from '#shared/domain/clean-text.ts';
import { filledLanguages, type LocalizedText } from '#shared/domain/language.ts';
import { tmxLanguages } from './tmx-language.ts';

/** A unit as it leaves the house. */
export interface WrittenUnit {
  texts: LocalizedText;
  /** `YYYY-MM-DD` or empty. */
  date: string;
  /** Title of the meeting; empty: none. */
  meeting: string;
}

/** Everything before the first unit. `atMs`: when the file is made. */
export function openTmx(version: string, atMs: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Trilogue" creationtoolversion="${escapeXml(version)}" segtype="paragraph" o-tmf="Trilogue" \
adminlang="en" srclang="*all*" datatype="plaintext" creationdate="${toTmxDate(new Date(atMs).toISOString())}"/>
<body>
`;
}

export function writeUnit({ texts, date, meeting }: WrittenUnit): string {
  const isDated = /^\d{4}-\d{2}-\d{2}$/u.test(date);
  const props = [
    ...(meeting === '' ? [] : [`<prop type="x-meeting">${escapeXml(meeting)}</prop>`]),
    ...(isDated ? [`<prop type="x-date">${date}</prop>`] : []),
  ];
  const variants = filledLanguages(texts).map(
    (language) => `<tuv xml:lang="${tmxLanguages[language]}"><seg>${escapeXml(texts[language])}</seg></tuv>`,
  );
  const attribute = isDated ? ` creationdate="${toTmxDate(`${date}T00:00:00Z`)}"` : '';
  return `<tu${attribute}>\n${[...props, ...variants].join('\n')}\n</tu>\n`;
}

export const closeTmx = '</body>\n</tmx>\n';

/** `YYYYMMDDThhmmssZ`, as ISO 8601 without its signs. */
const toTmxDate = (iso: string): string => iso.replace(/\.\d+/u, '').replace(/[-:]/gu, '');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
function escapeXml(text: string): string {
  return printable(text).replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign);
}
