import type { ExchangeField } from '#shared/contract/exchange.ts';
import type { ExchangeProblem } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/fields.ts';
import { organizationKinds } from '#shared/contract/organizations.ts';
import { cleanLine, cleanText } from '#shared/domain/clean-text.ts';
import { languages } from '#shared/domain/language.ts';
import { findMixedWords } from '#shared/domain/mixed-scripts.ts';
import en from '#resources/locales/en/organizations.json' with { type: 'json' };
import ru from '#resources/locales/ru/organizations.json' with { type: 'json' };
import zh from '#resources/locales/zh/organizations.json' with { type: 'json' };
import { makeProblem } from './problem.ts';
import type { RegisterRow } from './register-row.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
const namesOfFields = /^(?:full|family|given|patronymic|name|aliases|organization(?!_kind)|abbreviation)/u;
/** Texts of several lines or entries, each of them as long as a line. */
const longFields = new Set<ExchangeField>(['note', 'aliases']);

/**
 * Brings the texts of a row to what the register takes: composed characters, codes for countries, genders and kinds
 * however they are written. Answers what it cannot take; warns of words that mix scripts.
 */
export function settleValues(row: RegisterRow, columnOf: (field: ExchangeField) => number): ExchangeProblem[] {
  const problems: ExchangeProblem[] = [];
  for (const [key, value] of Object.entries(row.values)) {
    const field = key as ExchangeField;
    const clean = (field === 'note' ? cleanText(value) : cleanLine(value)).trim();
    const settled = settle(field, clean);
    const place = { line: row.line, column: columnOf(field) };
    if (clean.length > (longFields.has(field) ? limits.text : limits.line))
      problems.push(makeProblem('too_long', { ...place, detail: field }));
    else if (settled === null)
      problems.push(makeProblem(field === 'id' ? 'unknown_id' : 'wrong_value', { ...place, detail: clean }));
    else row.values[field] = settled;
    if (namesOfFields.test(field)) {
      for (const { word } of findMixedWords(clean))
        row.warnings.push({ code: 'mixed_scripts', detail: word.slice(0, 80) });
    }
  }
  return problems;
}

/** Null for what is none of the values there are. */
function settle(field: ExchangeField, text: string): string | null {
  if (text === '') return '';
  if (field === 'id') return uuid.test(text.toLowerCase()) ? text.toLowerCase() : null;
  if (field === 'gender') return readGender(text);
  if (field === 'country') return readCountry(text);
  if (field === 'organization_kind') return readKind(text);
  return text;
}

function readGender(text: string): string | null {
  const word = text.toLowerCase().replace(/\.$/u, '');
  if (/^(?:f|female|woman|ms|mrs|ж|жен|женский|женщина|女|女士)$/u.test(word)) return 'f';
  return /^(?:m|male|man|mr|м|муж|мужской|мужчина|男|先生)$/u.test(word) ? 'm' : null;
}

let countries: Map<string, string> | undefined;

/** Names that the tables of the machine do not have. */
const otherCountryNames = {
  CN: ['prc', "people's republic of china", 'p.r. china', 'кнр', 'китайская народная республика', '中华人民共和国'],
  RU: ['russian federation', 'рф', 'российская федерация', '俄罗斯联邦', '俄国'],
  US: ['usa', 'u.s.a.', 'united states of america', 'сша', '美利坚合众国'],
  GB: ['uk', 'great britain', 'великобритания', 'англия', '大不列颠'],
  BY: ['республика беларусь', 'белоруссия'],
};

function readCountry(text: string): string | null {
  countries ??= listCountries();
  return countries.get(text.toLowerCase()) ?? null;
}

/** Codes (ISO 3166-1) and names (CLDR) in the three languages. */
function listCountries(): Map<string, string> {
  const found = new Map<string, string>();
  const names = languages.map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }));
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      const known = names.map((language) => language.of(code)).filter((name) => name !== undefined);
      if (known.length === 0) continue;
      for (const name of [code, ...known]) if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), code);
    }
  }
  for (const [code, others] of Object.entries(otherCountryNames)) for (const name of others) found.set(name, code);
  return found;
}

function readKind(text: string): string | null {
  const word = text.toLowerCase();
  return (
    organizationKinds.find(
      (kind) => kind === word || [en, ru, zh].some(({ kinds }) => kinds[kind].toLowerCase() === word),
    ) ?? null
  );
}
