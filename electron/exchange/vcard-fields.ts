import type { ExchangeField, ExchangeKind } from '#shared/contract/exchange.ts';
import { guessLanguage, type Language, type Script, scriptOfLanguage } from '#shared/domain/language.ts';
import { composeName } from '#shared/domain/person-name.ts';
import { type FieldValues, joinList, type RegisterRow } from './register-row.ts';
import type { Card, CardProperty } from './vcard-parse.ts';
import { ownProduct, splitValue, unescapeText } from './vcard-text.ts';

/** Never fetched and never stored. */
const pictures = new Set(['PHOTO', 'LOGO', 'SOUND']);
/** Read below, or of no meaning to a reader. */
const notForTheNote = new Set(
  `ADR AGENT CALADRURI CALURI CLASS CLIENTPIDMAP EMAIL FBURL FN GENDER IMPP KEY KIND LABEL LANG MAILER MEMBER N NICKNAME
   NOTE ORG PRODID PROFILE REV SORT-STRING SOURCE TEL TITLE TZ UID VERSION X-ABBREVIATION X-ABADR X-ABLABEL X-ABSHOWAS
   X-ALIAS X-ALTERNATIVE-N X-ALTERNATIVE-FN X-GENDER X-LANGUAGES X-MESSENGER X-ORGANIZATION-KIND X-PHONETIC-FIRST-NAME X-PHONETIC-LAST-NAME XML`.split(
    /\s+/u,
  ),
);
const messengers = /^X-(?:SKYPE(?:-USERNAME)?|WECHAT|QQ|TELEGRAM|WHATSAPP|JABBER|ICQ)$/u;

/** The fields of a card as a row of the register `kind`. Properties without a field are kept as lines of the note. */
export function readCard(card: Card, kind: ExchangeKind): RegisterRow {
  const reader = new CardReader(card);
  return {
    line: card.line,
    values: keepFilled(kind === 'people' ? personValues(reader) : organizationValues(reader)),
    warnings: card.properties
      .filter(({ name }) => pictures.has(name))
      .map(({ name, value }) => ({ code: 'photo_left_out', detail: `${name}: ${value.slice(0, 80)}` })),
    isOtherKind: reader.isOrganization() !== (kind === 'organizations'),
  };
}

class CardReader {
  readonly #byName: Map<string, CardProperty[]>;
  readonly isOwn: boolean;

  constructor(card: Card) {
    this.#byName = Map.groupBy(card.properties, ({ name }) => name);
    this.isOwn = this.texts('PRODID').includes(ownProduct);
  }

  all(...names: string[]): CardProperty[] {
    return names.flatMap((name) => this.#byName.get(name) ?? []);
  }

  texts(...names: string[]): string[] {
    return [...new Set(this.all(...names).map(({ value }) => unescapeText(value)))].filter((text) => text !== '');
  }

  /** The first text in each language: as the card says, else by its script. */
  byLanguage(...names: string[]): Partial<Record<Language, string>> {
    const found: Partial<Record<Language, string>> = {};
    for (const property of this.all(...names)) {
      const [text = ''] = splitValue(property.value, ';');
      if (text !== '') found[languageOf(property, text)] ??= text;
    }
    return found;
  }

  isOrganization(): boolean {
    const [kind = ''] = this.texts('KIND');
    if (kind !== '') return /^org$/iu.test(kind);
    if (this.texts('X-ABSHOWAS').some((value) => /^company$/iu.test(value))) return true;
    const hasName = this.all('N').some(({ value }) => /[^;\s]/u.test(value));
    const organization = this.byLanguage('ORG');
    return !hasName && this.texts('FN').some((name) => Object.values(organization).includes(name));
  }

  id(): string {
    const [uid = ''] = this.texts('UID');
    return /^urn:uuid:([0-9a-f-]{36})$/iu.exec(uid)?.[1]?.toLowerCase() ?? '';
  }

  country(): string {
    const [code = ''] = this.all('ADR').flatMap(({ parameters }) => parameters.get('CC') ?? []);
    return code !== '' ? code : (this.#addresses().find(([, , , , , , country = '']) => country !== '')?.[6] ?? '');
  }

  cities(): Partial<Record<Language, string>> {
    const found: Partial<Record<Language, string>> = {};
    for (const property of this.all('ADR')) {
      const city = splitValue(property.value, ';')[3] ?? '';
      if (city !== '') found[languageOf(property, city)] ??= city;
    }
    return found;
  }

  /** The user's note, then what has no field of its own. */
  note(): string {
    const [own, rest] = [this.texts('NOTE'), this.#leftOver()];
    return [...own, ...rest].join('\n');
  }

  #addresses(): string[][] {
    return this.all('ADR').map(({ value }) => splitValue(value, ';'));
  }

  #leftOver(): string[] {
    const lines: string[] = [];
    for (const [name, properties] of this.#byName) {
      if (notForTheNote.has(name) || pictures.has(name) || messengers.test(name)) continue;
      for (const { value } of properties) {
        const text = splitValue(value, ';').filter(Boolean).join(', ');
        if (text !== '') lines.push(`${name.replace(/^X-/u, '')}: ${text}`);
      }
    }
    const streets = this.#addresses().map((parts) => parts.filter(Boolean));
    for (const parts of this.isOwn ? [] : streets) if (parts.length > 1) lines.push(`ADR: ${parts.join(', ')}`);
    const units = this.all('ORG').map(({ value }) => splitValue(value, ';').slice(1).filter(Boolean));
    for (const parts of units) if (parts.length > 0) lines.push(`ORG: ${parts.join(', ')}`);
    return lines;
  }
}

function languageOf({ parameters }: CardProperty, text: string): Language {
  const tag = parameters.get('LANGUAGE')?.[0]?.toLowerCase().split('-')[0];
  return tag === 'en' || tag === 'ru' || tag === 'zh' ? tag : guessLanguage(text);
}

function personValues(reader: CardReader): FieldValues {
  const organization = reader.byLanguage('ORG');
  const position = reader.byLanguage('TITLE', 'ROLE');
  const names = nameValues(reader);
  const forms = Object.entries(names).filter(([field]) => field.startsWith('full_'));
  return {
    id: reader.id(),
    ...names,
    aliases: joinList([
      ...reader.all('NICKNAME').flatMap(({ value }) => splitValue(value, ',')),
      ...reader.texts('X-ALIAS'),
    ]),
    gender: /^[FM]/iu.exec(reader.texts('GENDER', 'X-GENDER')[0] ?? '')?.[0] ?? '',
    country: reader.country(),
    email: reader.texts('EMAIL').join(', '),
    phone: reader
      .texts('TEL')
      .map((text) => text.replace(/^tel:/iu, ''))
      .join(', '),
    messenger: [
      ...reader.texts('IMPP', 'X-MESSENGER'),
      ...reader
        .all('X-SKYPE', 'X-SKYPE-USERNAME', 'X-WECHAT', 'X-QQ', 'X-TELEGRAM', 'X-WHATSAPP', 'X-JABBER', 'X-ICQ')
        .map(({ name, value }) => `${name.slice(2).toLowerCase()}: ${unescapeText(value)}`),
    ].join(', '),
    languages: reader.texts('LANG', 'X-LANGUAGES').join(', '),
    note: withoutForms(
      reader,
      forms.map(([, text]) => text),
    ),
    organization_en: organization.en ?? '',
    organization_ru: organization.ru ?? '',
    organization_zh: organization.zh ?? '',
    position_en: position.en ?? '',
    position_ru: position.ru ?? '',
    position_zh: position.zh ?? '',
  };
}

/** Our own cards of version 3 repeat the names in other scripts at the end of the note, for readers that know one name only. */
function withoutForms(reader: CardReader, forms: readonly string[]): string {
  const note = reader.note();
  if (!reader.isOwn || reader.all('X-ALTERNATIVE-FN').length === 0) return note;
  const lines = note.split('\n');
  const last = lines.at(-1)?.split(' · ') ?? [];
  return last.every((form) => forms.includes(form)) ? lines.slice(0, -1).join('\n') : note;
}

const familyFields = { latin: 'family_latin', cyrillic: 'family_cyrillic', han: 'family_han' } as const;
const givenFields = { latin: 'given_latin', cyrillic: 'given_cyrillic', han: 'given_han' } as const;
const fullFields = { latin: 'full_latin', cyrillic: 'full_cyrillic', han: 'full_han' } as const;
const patronymicFields = { latin: 'patronymic_latin', cyrillic: 'patronymic_cyrillic', han: null } as const;

/** N gives the parts; FN the whole where there is no N, or where it says something else than the parts in any order. */
function nameValues(reader: CardReader): FieldValues {
  const values: FieldValues = {};
  const set = (field: ExchangeField | null, text: string): void => {
    if (field !== null && text !== '') values[field] ??= text;
  };
  const parts = new Map<Script, string[]>();
  for (const property of reader.all('N', 'X-ALTERNATIVE-N')) {
    if (property.parameters.has('PHONETIC')) continue;
    const components = splitValue(property.value, ';');
    const [family = '', given = '', additional = '', prefix = ''] = components;
    const language = languageOf(property, family + given + additional + prefix);
    const script = scriptOfLanguage[language];
    if (parts.has(script)) continue;
    parts.set(script, components);
    set(familyFields[script], family);
    set(givenFields[script], script === 'han' ? given + additional : given);
    set(patronymicFields[script], additional);
    set(titleFields[language], prefix);
  }
  for (const property of reader.all('FN', 'X-ALTERNATIVE-FN')) {
    const text = unescapeText(property.value);
    const script = scriptOfLanguage[languageOf(property, text)];
    const components = parts.get(script) ?? [];
    if (reader.isOwn ? text !== composed(script, components) : words(text) !== words(components.join(' '))) {
      set(fullFields[script], text);
    } else if (reader.all('X-ALTERNATIVE-FN').length > 0) set(fullFields[script], text);
  }
  const [given = ''] = reader.texts('X-PHONETIC-FIRST-NAME');
  const [family = ''] = reader.texts('X-PHONETIC-LAST-NAME');
  if (!reader.isOwn && parts.has('han') && !parts.has('latin') && guessLanguage(family + given) === 'en') {
    set('family_latin', family);
    set('given_latin', given);
  }
  return values;
}

const titleFields = { en: 'title_en', ru: 'title_ru', zh: 'title_zh' } as const satisfies Record<
  Language,
  ExchangeField
>;

function composed(script: Script, [family = '', given = '', patronymic = '']: string[]): string {
  return composeName({ family, given, patronymic, display: '' }, script);
}

/** The letters of a name whatever the order of its words. */
const words = (text: string): string =>
  text
    .toLowerCase()
    .split(/[\s,.]+/u)
    .filter(Boolean)
    .sort()
    .join('');

function organizationValues(reader: CardReader): FieldValues {
  const name = reader.byLanguage('FN', 'X-ALTERNATIVE-FN', 'ORG');
  const abbreviation = reader.byLanguage('X-ABBREVIATION');
  const city = reader.cities();
  return {
    id: reader.id(),
    name_en: name.en ?? '',
    name_ru: name.ru ?? '',
    name_zh: name.zh ?? '',
    abbreviation_en: abbreviation.en ?? '',
    abbreviation_ru: abbreviation.ru ?? '',
    abbreviation_zh: abbreviation.zh ?? '',
    aliases: joinList([
      ...reader.all('NICKNAME').flatMap(({ value }) => splitValue(value, ',')),
      ...reader.texts('X-ALIAS'),
    ]),
    organization_kind: reader.texts('X-ORGANIZATION-KIND')[0] ?? '',
    country: reader.country(),
    city_en: city.en ?? '',
    city_ru: city.ru ?? '',
    city_zh: city.zh ?? '',
    note: withoutForms(reader, Object.values(name)),
  };
}

function keepFilled(values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ''));
}
