import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { exchangeRefused } from './errors.ts';
import { id, language } from './fields.ts';
import { nameMatch, organizationMatch } from './names.ts';

/** Reading and writing registers as files: CSV, XLSX, vCard. The record format of whole meetings is in records.ts. */
export const exchangeKinds = ['people', 'organizations'] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];
export const exchangeFormats = ['csv', 'xlsx', 'vcard4', 'vcard3'] as const;
export type ExchangeFormat = (typeof exchangeFormats)[number];
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1251'] as const;
export type Encoding = (typeof encodings)[number];

/** Largest accepted file and most rows; beyond them a file is refused before it is read whole. */
export const exchangeLimits = { bytes: 50 * 1024 * 1024, rows: 100_000, columns: 200 } as const;

/** What a column of a person file may hold. `full_*` is a whole name that is split on import. */
export const personFields = [
  'id',
  'full_latin', 'family_latin', 'given_latin', 'patronymic_latin',
  'full_cyrillic', 'family_cyrillic', 'given_cyrillic', 'patronymic_cyrillic',
  'full_han', 'family_han', 'given_han',
  'full_name', // whatever script each cell is in
  'aliases', // separated by semicolons
  'gender', 'title_en', 'title_ru', 'title_zh', 'country',
  'email', 'phone', 'messenger', 'languages', 'note',
  'organization', // a name or abbreviation in any language; found in the register or created
  'organization_en', 'organization_ru', 'organization_zh',
  'position', 'position_en', 'position_ru', 'position_zh',
] as const; // prettier-ignore
export const organizationFields = [
  'id',
  'name', 'name_en', 'name_ru', 'name_zh',
  'abbreviation', 'abbreviation_en', 'abbreviation_ru', 'abbreviation_zh',
  'aliases', 'organization_kind', 'country', 'city', 'city_en', 'city_ru', 'city_zh', 'note',
] as const; // prettier-ignore

export type PersonField = (typeof personFields)[number];
export type OrganizationField = (typeof organizationFields)[number];
export type ExchangeField = PersonField | OrganizationField;
const exchangeField = z.enum([...new Set<ExchangeField>([...personFields, ...organizationFields])]);

const source = {
  file: z.file(),
  kind: z.enum(exchangeKinds),
  /** Overrides what was detected. */
  encoding: z.enum(encodings).optional(),
};
/** One entry per column, null leaves the column out. Not used for vCard. Absent: as suggested by `inspect`. */
const mapping = z.array(exchangeField.nullable()).max(exchangeLimits.columns).optional();

export const inspection = z.object({
  format: z.enum(['csv', 'xlsx', 'vcard']),
  encoding: z.enum(encodings).nullable(),
  columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()), field: exchangeField.nullable() })),
  rows: z.number(),
});

/** What happens to one row. `suspected`: a record here may be the same one; a person decides. */
export const rowFates = ['create', 'update', 'same', 'suspected', 'skip'] as const;
export const previewRow = z.object({
  /** 1-based line (CSV, vCard) or row (XLSX) where the record begins. */
  line: z.number(),
  label: z.string(),
  fate: z.enum(rowFates),
  /** The record that is updated, or may be the same. */
  record: z.object({ id, label: z.string() }).nullable(),
  match: z.union([nameMatch, organizationMatch]).nullable(),
  /** Names of the fields that change, for updates. */
  changes: z.array(z.string()),
  /** Kept and worth a look, e.g. a Cyrillic letter in a Latin word. */
  warnings: z.array(
    z.object({ code: z.enum(['mixed_scripts', 'formula_as_text', 'photo_left_out']), detail: z.string() }),
  ),
});
export type PreviewRow = z.infer<typeof previewRow>;
export const exchangePreview = z.object({
  counts: z.record(z.enum(rowFates), z.number()),
  newOrganizations: z.array(z.string()),
  rows: z.array(previewRow),
});
export type ExchangePreview = z.infer<typeof exchangePreview>;

/** What to do with a row instead of its fate; `recordId` for `update`. */
export const rowDecision = z.strictObject({
  line: z.number().int(),
  fate: z.enum(['create', 'update', 'skip']),
  recordId: id.nullable(),
});

const progress = z.object({ type: z.literal('progress'), done: z.number(), total: z.number() });

export const exchangeContract = {
  inspect: oc.input(z.strictObject(source)).output(inspection).errors({ EXCHANGE_REFUSED: exchangeRefused }),
  /** Ends with one `result`. Aborting the call stops the work. */
  preview: oc
    .input(z.strictObject({ ...source, mapping }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [progress, z.object({ type: z.literal('result'), preview: exchangePreview })]),
      ),
    )
    .errors({ EXCHANGE_REFUSED: exchangeRefused }),
  /** All or nothing, one change set; suspected rows without a decision are left out. Aborting before the end changes nothing. */
  import: oc
    .input(z.strictObject({ ...source, mapping, decisions: z.array(rowDecision).max(exchangeLimits.rows) }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          progress,
          z.object({
            type: z.literal('result'),
            counts: z.record(z.enum(rowFates), z.number()),
            seq: z.number().nullable(),
          }),
        ]),
      ),
    )
    .errors({ EXCHANGE_REFUSED: exchangeRefused }),
  /** The whole register, or `ids`. `raw` leaves out the protection against formulas in CSV. */
  export: oc
    .input(
      z.strictObject({
        kind: z.enum(exchangeKinds),
        format: z.enum(exchangeFormats),
        /** Heads of columns; the language that comes first in a vCard. */
        language,
        raw: z.boolean().default(false),
        ids: z.array(id).max(exchangeLimits.rows).optional(),
      }),
    )
    .output(z.file()),
};
