import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contentDamaged } from './attachments.ts';
import { notFound } from './errors.ts';
import { id, language, line, localizedLine, localizedText } from './fields.ts';

export const letterheadLimits = {
  logoBytes: 2 * 1024 * 1024,
  logoPixels: 4_000,
  templateBytes: 5 * 1024 * 1024,
} as const;

/** PNG or JPEG; width and height in pixels. */
export const logo = z.object({
  sha256: z.string(),
  mediaType: z.enum(['image/png', 'image/jpeg']),
  width: z.number(),
  height: z.number(),
});

/** What may stand in a letterhead of one's own as `{{body}}` and the like. `body` must. */
export const placeholders = [
  'body',
  'organization',
  'address',
  'phone',
  'email',
  'website',
  'title',
  'number',
  'date',
  'place',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** What an organisation prints above its papers; its name is that of the register. Empty lines are left out. */
export const letterhead = z.object({
  organizationId: id,
  name: localizedLine,
  address: localizedText,
  phone: z.string(),
  email: z.string(),
  website: z.string(),
  logo: logo.nullable(),
  /** A DOCX of the organisation's own. */
  template: z.object({ name: z.string(), sha256: z.string(), placeholders: z.array(z.enum(placeholders)) }).nullable(),
});
export type Letterhead = z.infer<typeof letterhead>;

/** Why a picture was refused. `printing-colours`: CMYK, which PDF/A has no place for. */
export const logoRefused = {
  status: 422,
  data: z.object({ reason: z.enum(['not-a-picture', 'too-large', 'too-many-pixels', 'printing-colours', 'empty']) }),
};

/** Why a letterhead file was refused; `detail` names the placeholder or the part of the file. */
export const templateProblem = z.object({
  code: z.enum([
    'not-a-docx',
    'too-large',
    'macros',
    'external-link',
    'embedded-object',
    'dde',
    'doctype',
    'placeholder-missing',
    'placeholder-unknown',
    'placeholder-twice',
    'placeholder-split',
  ]),
  detail: z.string(),
});
export type TemplateProblem = z.infer<typeof templateProblem>;
export const templateRefused = { status: 422, data: z.object({ problems: z.array(templateProblem).max(20) }) };

export const letterheadsContract = {
  /** Empty where nobody entered one. */
  get: oc
    .input(z.strictObject({ organizationId: id }))
    .output(letterhead)
    .errors({ NOT_FOUND: notFound }),
  /** Organisations that have one, by name. */
  list: oc.output(
    z.array(z.object({ organizationId: id, name: localizedLine, hasLogo: z.boolean(), hasTemplate: z.boolean() })),
  ),
  update: oc
    .input(
      z.strictObject({
        organizationId: id,
        address: localizedText.exactOptional(),
        phone: line.exactOptional(),
        email: line.exactOptional(),
        website: line.exactOptional(),
      }),
    )
    .output(z.object({ organizationId: id }))
    .errors({ NOT_FOUND: notFound }),
  /** null takes it away. */
  setLogo: oc
    .input(z.strictObject({ organizationId: id, file: z.file().nullable() }))
    .output(z.object({ organizationId: id }))
    .errors({ NOT_FOUND: notFound, LOGO_REFUSED: logoRefused }),
  logo: oc
    .input(z.strictObject({ organizationId: id }))
    .output(z.file())
    .errors({ NOT_FOUND: notFound, CONTENT_DAMAGED: contentDamaged }),
  /** What the file asks for and what is wrong with it; nothing is kept. */
  checkTemplate: oc
    .input(z.strictObject({ file: z.file() }))
    .output(z.object({ placeholders: z.array(z.enum(placeholders)), problems: z.array(templateProblem) })),
  /** null takes it away. */
  setTemplate: oc
    .input(z.strictObject({ organizationId: id, file: z.file().nullable() }))
    .output(z.object({ organizationId: id }))
    .errors({ NOT_FOUND: notFound, TEMPLATE_REFUSED: templateRefused }),
  template: oc
    .input(z.strictObject({ organizationId: id }))
    .output(z.file())
    .errors({ NOT_FOUND: notFound, CONTENT_DAMAGED: contentDamaged }),
  /** A letterhead to begin with, in one language: every placeholder in its place. */
  sample: oc
    .input(z.strictObject({ organizationId: id, language }))
    .output(z.file())
    .errors({ NOT_FOUND: notFound }),
};
