import { oc } from '@orpc/contract';
import { z } from 'zod';
import { nameReasonCodes, nameSchemes, nameVerdicts, organizationReasonCodes } from '../domain/name-match.ts';
import { line } from './fields.ts';
import { personName } from './people.ts';

const parts = z.record(z.string(), z.string());

/** See NameMatch in domain/name-match.ts. */
export const nameMatch = z.object({
  score: z.number(),
  verdict: z.enum(nameVerdicts),
  reason: z.object({ code: z.enum(nameReasonCodes), parts }),
});
export const organizationMatch = z.object({
  score: z.number(),
  verdict: z.enum(nameVerdicts),
  reason: z.object({ code: z.enum(organizationReasonCodes), parts }),
});

export const suggestedForm = z.object({
  text: z.string(),
  family: z.string(),
  given: z.string(),
  patronymic: z.string(),
  scheme: z.enum(nameSchemes),
  confidence: z.number(),
});

export const namesContract = {
  /** Forms for each script that has no family and no given name yet, from the ones that have; best first. */
  suggest: oc
    .input(z.strictObject({ latin: personName, cyrillic: personName, han: personName }))
    .output(z.object({ latin: z.array(suggestedForm), cyrillic: z.array(suggestedForm), han: z.array(suggestedForm) })),
  match: oc.input(z.strictObject({ a: line, b: line })).output(nameMatch),
};
