import {
  type ExchangeField,
  type ExchangeFormat,
  type ExchangeKind,
  organizationFields,
  personFields,
} from '#shared/contract/exchange.ts';
import { emptyText, type Language } from '#shared/domain/language.ts';
import type { Context } from '../../context.ts';
import { readFieldLabels } from '../../exchange/field-labels.ts';
import type { FieldValues } from '../../exchange/register-row.ts';
import { exporters } from '../../formats.ts';
import { loadOrganizations } from '../organizations/index.ts';
import { loadPeople } from '../people/index.ts';
import { organizationToValues } from './organization-values.ts';
import { personToValues } from './person-values.ts';

export interface ExportOptions {
  kind: ExchangeKind;
  format: ExchangeFormat;
  language: Language;
  raw: boolean;
  ids?: readonly string[] | undefined;
}

/** Of the fields that take any language a file has the one for each language. */
const anyLanguage = new Set<ExchangeField>(['full_name', 'organization', 'position', 'name', 'abbreviation', 'city']);

export async function exportRegister(context: Context, options: ExportOptions): Promise<File> {
  const { kind, format } = options;
  const wanted = options.ids === undefined ? null : new Set(options.ids);
  const records = listValues(context, kind).filter(({ id = '' }) => wanted === null || wanted.has(id));
  const bytes = await writeFile(records, options);
  const { extension, mediaType } = exporters[format];
  const date = new Date(context.clock()).toISOString().slice(0, 10);
  return new File([bytes], `${date} ${kind}.${extension}`, { type: mediaType });
}

function listValues(context: Context, kind: ExchangeKind): FieldValues[] {
  const organizations = loadOrganizations(context.connection);
  if (kind === 'organizations') return organizations.map(organizationToValues);
  const names = new Map(organizations.map(({ id, name, abbreviation }) => [id, { name, abbreviation }]));
  return loadPeople(context.connection).map((person) =>
    personToValues(person, (id) => {
      const { name, abbreviation } = names.get(id) ?? { name: emptyText(), abbreviation: emptyText() };
      return Object.values(name).some((text) => text !== '') ? name : abbreviation;
    }),
  );
}

async function writeFile(
  records: readonly FieldValues[],
  { kind, format, language, raw }: ExportOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'vcard3' || format === 'vcard4') {
    const { writeVcards } = await import('../../exchange/vcard-write.ts');
    return writeVcards(records, kind, format === 'vcard4' ? 4 : 3, language);
  }
  const labels = readFieldLabels(language);
  const all: readonly ExchangeField[] = kind === 'people' ? personFields : organizationFields;
  const fields = all.filter((field) => !anyLanguage.has(field));
  const rows = [
    fields.map((field) => labels[field]),
    ...records.map((values) => fields.map((field) => values[field] ?? '')),
  ];
  if (format === 'xlsx') return (await import('../../exchange/xlsx.ts')).writeXlsx(rows);
  return (await import('../../exchange/csv.ts')).writeCsv(rows, raw);
}
