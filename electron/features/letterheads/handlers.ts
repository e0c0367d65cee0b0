import { type Letterhead, letterheadLimits } from '#shared/contract/letterheads.ts';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { commit } from '../../context.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import { os } from '../../implement.ts';
import { putContent, readContent } from '../attachments/index.ts';
import { loadSettings } from '../settings/index.ts';
import { readPicture } from './picture.ts';
import {
  emptyRow,
  findLetterheadRow,
  findOrganizationName,
  listLetterheads,
  logoOf,
  writeLetterhead,
} from './repository.ts';

const unmade = (): never => {
  throw new Error('letterheads');
};

const logoExtensions = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

export const letterheadsHandlers = {
  get: os.letterheads.get.handler(({ context: { connection }, input: { organizationId }, errors }): Letterhead => {
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
      template: null,
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
    const bytes = file && new Uint8Array(await file.arrayBuffer());
    const picture = bytes && (await readPicture(bytes));
    if (typeof picture === 'string') throw errors.LOGO_REFUSED({ data: { reason: picture } });
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

  checkTemplate: os.letterheads.checkTemplate.handler(unmade),
  setTemplate: os.letterheads.setTemplate.handler(unmade),
  template: os.letterheads.template.handler(unmade),
  sample: os.letterheads.sample.handler(unmade),
};
