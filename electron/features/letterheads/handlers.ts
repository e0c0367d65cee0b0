import {
  type Letterhead,
  letterheadLimits,
  type Placeholder,
  type TemplateProblem,
} from '#shared/contract/letterheads.ts';
import { toFileName } from '#shared/domain/file-name.ts';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { commit, type Context } from '../../context.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import type { LetterheadRow } from '../../db/process-rows.ts';
import { wordsIn } from '../../documents/labels.ts';
import type { InspectedTemplate } from '../../documents/docx/template.ts';
import { readFile } from '../../exchange/read-file.ts';
import { exporters } from '../../formats.ts';
import { os } from '../../implement.ts';
import { putContent, readContent } from '../attachments/index.ts';
import { loadSettings } from '../settings/index.ts';
import { loadLetterhead } from './load.ts';
import {
  emptyRow,
  findLetterheadRow,
  findOrganizationName,
  listLetterheads,
  logoOf,
  writeLetterhead,
} from './repository.ts';

const logoExtensions = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

export const letterheadsHandlers = {
  get: os.letterheads.get.handler(async ({ context, input: { organizationId }, errors }) => {
    const { connection } = context;
    const name = findOrganizationName(connection, organizationId);
    if (name === undefined) throw errors.NOT_FOUND({ data: { kind: 'organization' } });
    const row = findLetterheadRow(connection, organizationId) ?? emptyRow(organizationId);
    return {
      organizationId,
      name,
      address: fromColumns(row, 'address'),
      phone: row.phone,
      email: row.email,
      website: row.website,
      logo: logoOf(row),
      template: await describeTemplate(context, row),
    };
  }),

  list: os.letterheads.list.handler(({ context: { connection } }) => {
    const language = loadSettings(connection).uiLanguage ?? 'en';
    const { compare } = new Intl.Collator(languageTags[language]);
    return listLetterheads(connection)
      .map((letterhead) => ({ letterhead, name: chooseText(letterhead.name, language).text }))
      .sort((a, b) => compare(a.name, b.name) || (a.letterhead.organizationId < b.letterhead.organizationId ? -1 : 1))
      .map(({ letterhead }) => letterhead);
  }),

  update: os.letterheads.update.handler(({ context, input, errors }) => {
    const { organizationId, address, ...lines } = input;
    const name = findOrganizationName(context.connection, organizationId);
    if (name === undefined) throw errors.NOT_FOUND({ data: { kind: 'organization' } });
    const stored = findLetterheadRow(context.connection, organizationId) ?? emptyRow(organizationId);
    commit(context, { name: 'letterhead.update', label: chooseText(name, 'en').text }, (write) => {
      writeLetterhead(write, { ...stored, ...(address && toColumns('address', address)), ...lines });
    });
    return { organizationId };
  }),

  setLogo: os.letterheads.setLogo.handler(async ({ context, input: { organizationId, file }, errors }) => {
    const { connection } = context;
    const requireName = () => {
      const name = findOrganizationName(connection, organizationId);
      if (name === undefined) throw errors.NOT_FOUND({ data: { kind: 'organization' } });
      return name;
    };
    requireName();
    if (file?.size === 0) throw errors.LOGO_REFUSED({ data: { reason: 'empty' } });
    if (file !== null && file.size > letterheadLimits.logoBytes) {
      throw errors.LOGO_REFUSED({ data: { reason: 'too-large' } });
    }
    const picture = file && (await readFile(context.startHelper, 'logo', file));
    if (picture !== null && 'problems' in picture) throw errors.LOGO_REFUSED({ data: { reason: picture.problems[0] } });
    const bytes = file && new Uint8Array(await file.arrayBuffer());
    // Other calls were answered meanwhile.
    const name = requireName();
    commit(context, { name: 'letterhead.logo', label: chooseText(name, 'en').text }, (write) => {
      writeLetterhead(write, {
        ...(findLetterheadRow(connection, organizationId) ?? emptyRow(organizationId)),
        logo_sha256: bytes === null ? '' : putContent(connection, bytes),
        logo_media_type: picture?.mediaType ?? '',
        logo_width: picture?.width ?? 0,
        logo_height: picture?.height ?? 0,
      });
    });
    return { organizationId };
  }),

  logo: os.letterheads.logo.handler(({ context: { connection }, input: { organizationId }, errors }) => {
    const row = findLetterheadRow(connection, organizationId);
    const logo = row === undefined ? null : logoOf(row);
    if (logo === null) throw errors.NOT_FOUND({ data: { kind: 'logo' } });
    const name = `logo.${logoExtensions[logo.mediaType]}`;
    const bytes = readContent(connection, logo.sha256);
    if (bytes === undefined) throw errors.CONTENT_DAMAGED({ data: { names: [name] } });
    return new File([bytes], name, { type: logo.mediaType });
  }),

  checkTemplate: os.letterheads.checkTemplate.handler(async ({ context, input: { file } }) => {
    if (file.size > letterheadLimits.templateBytes) return { placeholders: [], problems: [tooLarge(file)] };
    return inspect(context, file);
  }),

  setTemplate: os.letterheads.setTemplate.handler(async ({ context, input: { organizationId, file }, errors }) => {
    const { connection } = context;
    const requireName = () => {
      const name = findOrganizationName(connection, organizationId);
      if (name === undefined) throw errors.NOT_FOUND({ data: { kind: 'organization' } });
      return name;
    };
    requireName();
    if (file !== null && file.size > letterheadLimits.templateBytes) {
      throw errors.TEMPLATE_REFUSED({ data: { problems: [tooLarge(file)] } });
    }
    const problems = file === null ? [] : (await inspect(context, file)).problems;
    if (problems.length > 0) throw errors.TEMPLATE_REFUSED({ data: { problems } });
    const bytes = file && new Uint8Array(await file.arrayBuffer());
    // Other calls were answered meanwhile.
    const name = requireName();
    commit(context, { name: 'letterhead.template', label: chooseText(name, 'en').text }, (write) => {
      writeLetterhead(write, {
        ...(findLetterheadRow(connection, organizationId) ?? emptyRow(organizationId)),
        template_sha256: bytes === null ? '' : putContent(connection, bytes),
        template_name: file === null ? '' : toFileName(file.name.trim()),
      });
    });
    return { organizationId };
  }),

  template: os.letterheads.template.handler(({ context: { connection }, input: { organizationId }, errors }) => {
    const row = findLetterheadRow(connection, organizationId);
    if (row === undefined || row.template_sha256 === '') throw errors.NOT_FOUND({ data: { kind: 'template' } });
    const bytes = readContent(connection, row.template_sha256);
    if (bytes === undefined) throw errors.CONTENT_DAMAGED({ data: { names: [row.template_name] } });
    return new File([bytes], row.template_name, { type: exporters.docx.mediaType });
  }),

  sample: os.letterheads.sample.handler(async ({ context, input: { organizationId, language }, errors }) => {
    const loaded = loadLetterhead(context.connection, organizationId);
    if (loaded === undefined) throw errors.NOT_FOUND({ data: { kind: 'organization' } });
    const { sampleTemplate } = await import('../../documents/docx/template.ts');
    const bytes = await sampleTemplate({ ...loaded.letterhead, template: null }, language, loaded.logo ?? undefined);
    const word = wordsIn(language)('documents:letterheadFile');
    const whose = chooseText(loaded.letterhead.name, language).text;
    // A long name is cut, not the extension (domain/file-name.ts).
    const name = toFileName(`${word} ${whose}`.trim() + `.${exporters.docx.extension}`);
    return new File([bytes], name, { type: exporters.docx.mediaType });
  }),
};

const tooLarge = (file: File): TemplateProblem => ({ code: 'too-large', detail: file.name });

const inspect = ({ startHelper }: Context, file: Blob): Promise<InspectedTemplate> =>
  readFile(startHelper, 'letterhead', file);

/** Content does not change under its hash, so each file is looked into once. */
const knownPlaceholders = new Map<string, Placeholder[]>();

async function describeTemplate(context: Context, row: LetterheadRow): Promise<Letterhead['template']> {
  const { template_sha256: sha256, template_name: name } = row;
  if (sha256 === '') return null;
  let placeholders = knownPlaceholders.get(sha256);
  if (placeholders === undefined) {
    const bytes = readContent(context.connection, sha256);
    // Damaged: whoever asks for the file is told.
    if (bytes === undefined) return { name, sha256, placeholders: [] };
    placeholders = (await inspect(context, new Blob([bytes]))).placeholders;
    knownPlaceholders.set(sha256, placeholders);
  }
  return { name, sha256, placeholders };
}
