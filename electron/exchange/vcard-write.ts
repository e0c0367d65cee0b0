import type { ExchangeField, ExchangeKind } from '#shared/contract/exchange.ts';
import { type Language, languages, type Script, scriptOfLanguage } from '#shared/domain/language.ts';
import { tonedReading } from '#shared/domain/names/han.ts';
import { type FieldValues, splitList } from './register-row.ts';
import { escapeText, foldLine, ownProduct } from './vcard-text.ts';

const languageTags: Record<Language, string> = { en: 'en', ru: 'ru', zh: 'zh-Hans' };

interface Writer {
  lines: string[];
  values: FieldValues;
  /** The user's language first: many readers take the first form only. */
  order: Language[];
}

/**
 * Cards of one register, CRLF, folded at 75 octets (RFC 6350, section 3.2). Version 4: forms in several languages
 * share an ALTID (section 5.4), pinyin with tones as PHONETIC=piny (RFC 9554, section 4.7), the country's code as CC
 * (RFC 8605). Version 3 (RFC 2426): one FN and N; the others as X-ALTERNATIVE-* and, readable, in the note.
 */
export function writeVcards(
  records: readonly FieldValues[],
  kind: ExchangeKind,
  version: 3 | 4,
  language: Language,
): Uint8Array<ArrayBuffer> {
  const order = [language, ...languages.filter((other) => other !== language)];
  const lines = records.flatMap((values) => {
    const writer: Writer = { lines: [], values, order };
    add(writer, 'BEGIN', 'VCARD');
    add(writer, 'VERSION', version === 4 ? '4.0' : '3.0');
    add(writer, 'PRODID', ownProduct);
    add(writer, 'UID', `urn:uuid:${values.id ?? ''}`);
    if (kind === 'people') writePerson(writer, version);
    else writeOrganization(writer, version);
    add(writer, 'END', 'VCARD');
    return writer.lines;
  });
  return new TextEncoder().encode(lines.map((line) => `${foldLine(line)}\r\n`).join(''));
}

function writePerson(writer: Writer, version: 3 | 4): void {
  const { values, order } = writer;
  const full = textsOf(values, ['full_latin', 'full_cyrillic', 'full_han']);
  const forms = order.filter(
    (language) => nameParts(values, language).some((part) => part !== '') || full[language] !== '',
  );
  if (version === 4) {
    add(writer, 'KIND', 'individual');
    writeAlternatives(writer, 'FN', '1', full);
    for (const language of forms) writeNameParts(writer, language);
  } else writeSingleName(writer, forms, full);
  writeAlternatives(
    writer,
    'ORG',
    version === 4 ? '3' : '',
    textsOf(values, ['organization_en', 'organization_ru', 'organization_zh']),
  );
  writeAlternatives(
    writer,
    'TITLE',
    version === 4 ? '4' : '',
    textsOf(values, ['position_en', 'position_ru', 'position_zh']),
  );
  if (values.gender) add(writer, version === 4 ? 'GENDER' : 'X-GENDER', values.gender.toUpperCase());
  for (const email of splitValues(values.email)) add(writer, 'EMAIL', escapeText(email));
  for (const phone of splitValues(values.phone))
    add(writer, version === 4 ? 'TEL;VALUE=text' : 'TEL', escapeText(phone));
  const messenger = values.messenger ?? '';
  if (messenger !== '') add(writer, 'X-MESSENGER', escapeText(messenger));
  if (values.languages) add(writer, 'X-LANGUAGES', escapeText(values.languages));
  if (values.country) add(writer, `ADR;CC=${values.country}`, `;;;;;;${escapeText(values.country)}`);
  writeRest(
    writer,
    version,
    order.map((language) => full[language]),
  );
}

function writeOrganization(writer: Writer, version: 3 | 4): void {
  const { values, order } = writer;
  const name = textsOf(values, ['name_en', 'name_ru', 'name_zh']);
  if (version === 4) {
    add(writer, 'KIND', 'org');
    writeAlternatives(writer, 'FN', '1', name);
    writeAlternatives(writer, 'ORG', '3', name);
  } else {
    const [main, ...others] = order.filter((language) => name[language] !== '');
    const text = escapeText(main === undefined ? '' : name[main]);
    add(writer, 'X-ABSHOWAS', 'COMPANY');
    add(writer, 'FN', text);
    add(writer, 'N', ';;;;');
    add(writer, 'ORG', text);
    for (const language of others)
      add(writer, `X-ALTERNATIVE-FN;LANGUAGE=${languageTags[language]}`, escapeText(name[language]));
  }
  writeAlternatives(
    writer,
    'X-ABBREVIATION',
    '',
    textsOf(values, ['abbreviation_en', 'abbreviation_ru', 'abbreviation_zh']),
  );
  if (values.organization_kind) add(writer, 'X-ORGANIZATION-KIND', values.organization_kind);
  const city = textsOf(values, ['city_en', 'city_ru', 'city_zh']);
  const code = values.country ? `;CC=${values.country}` : '';
  const cities = order.filter((language) => city[language] !== '');
  for (const language of cities) {
    const altid = version === 4 ? ';ALTID=5' : '';
    add(
      writer,
      `ADR${altid};LANGUAGE=${languageTags[language]}${code}`,
      `;;;${escapeText(city[language])};;;${values.country ?? ''}`,
    );
  }
  if (cities.length === 0 && code !== '') add(writer, `ADR${code}`, `;;;;;;${values.country ?? ''}`);
  writeRest(
    writer,
    version,
    order.map((language) => name[language]),
  );
}

/** One line per language, or one for version 3 readers that know no ALTID: then `altid` is empty. */
function writeAlternatives(writer: Writer, name: string, altid: string, texts: Record<Language, string>): void {
  for (const language of writer.order) {
    if (texts[language] === '') continue;
    const parameters = `${altid === '' ? '' : `;ALTID=${altid}`};LANGUAGE=${languageTags[language]}`;
    add(writer, `${name}${parameters}`, escapeText(texts[language]));
  }
}

function writeNameParts(writer: Writer, language: Language): void {
  const [family, given, patronymic, title] = nameParts(writer.values, language);
  const sortAs = [family, given]
    .filter((part) => part !== '')
    .map(quoteFree)
    .join(',');
  const isHan = language === 'zh';
  const parameters = `;ALTID=2;LANGUAGE=${languageTags[language]}${isHan || sortAs === '' ? '' : `;SORT-AS="${sortAs}"`}`;
  add(writer, `N${parameters}`, [family, given, patronymic, title, ''].map(escapeText).join(';'));
  if (isHan && (family !== '' || given !== '')) {
    const reading = [tonedReading(family, 'family'), tonedReading(given, 'given')].map(escapeText);
    add(writer, 'N;ALTID=2;PHONETIC=piny;SCRIPT=Latn;LANGUAGE=zh-Hans', `${reading.join(';')};;;`);
  }
}

function writeSingleName(writer: Writer, forms: readonly Language[], full: Record<Language, string>): void {
  const [main, ...others] = forms;
  if (main === undefined) return;
  add(writer, `FN;LANGUAGE=${languageTags[main]}`, escapeText(full[main]));
  add(writer, `N;LANGUAGE=${languageTags[main]}`, [...nameParts(writer.values, main), ''].map(escapeText).join(';'));
  const [family, given] = nameParts(writer.values, 'zh');
  if (main === 'zh' && (family !== '' || given !== '')) {
    add(writer, 'X-PHONETIC-FIRST-NAME', escapeText(tonedReading(given, 'given')));
    add(writer, 'X-PHONETIC-LAST-NAME', escapeText(tonedReading(family, 'family')));
  }
  for (const language of others) {
    const parameter = `;LANGUAGE=${languageTags[language]}`;
    add(writer, `X-ALTERNATIVE-FN${parameter}`, escapeText(full[language]));
    add(writer, `X-ALTERNATIVE-N${parameter}`, [...nameParts(writer.values, language), ''].map(escapeText).join(';'));
  }
}

function writeRest(writer: Writer, version: 3 | 4, forms: readonly string[]): void {
  const { values } = writer;
  for (const alias of splitList(values.aliases ?? '')) add(writer, 'X-ALIAS', escapeText(alias));
  const [, ...others] = forms.filter((form) => form !== '');
  const note = [values.note ?? '', version === 3 ? others.join(' · ') : ''].filter((text) => text !== '').join('\n');
  if (note !== '') add(writer, 'NOTE', escapeText(note));
}

const partFields: Record<Script, (ExchangeField | null)[]> = {
  latin: ['family_latin', 'given_latin', 'patronymic_latin', 'title_en'],
  cyrillic: ['family_cyrillic', 'given_cyrillic', 'patronymic_cyrillic', 'title_ru'],
  han: ['family_han', 'given_han', null, 'title_zh'],
};

/** Family, given, patronymic, title. */
function nameParts(values: FieldValues, language: Language): [string, string, string, string] {
  const [family = '', given = '', patronymic = '', title = ''] = partFields[scriptOfLanguage[language]].map((field) =>
    field === null ? '' : (values[field] ?? ''),
  );
  return [family, given, patronymic, title];
}

function textsOf(values: FieldValues, fields: [ExchangeField, ExchangeField, ExchangeField]): Record<Language, string> {
  const [en = '', ru = '', zh = ''] = fields.map((field) => values[field] ?? '');
  return { en, ru, zh };
}

const splitValues = (text = ''): string[] => text.split(', ').filter((value) => value !== '');
const quoteFree = (text: string): string => text.replace(/["\\^\n]/gu, ' ');

function add(writer: Writer, head: string, value: string): void {
  writer.lines.push(`${head}:${value}`);
}
