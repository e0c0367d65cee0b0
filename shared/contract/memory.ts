import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { maxAttachmentBytes } from './attachments.ts';
import { locked, notFound } from './errors.ts';
import { id, language, localizedLine } from './fields.ts';
import { textPlace } from './translations.ts';

/** What a unit of the memory says in the languages it has; empty where it has none. */
const unitTexts = z.object({ en: z.string(), ru: z.string(), zh: z.string() });

export const memoryUnit = z.object({
  id: z.number(),
  texts: unitTexts,
  /** Where it was agreed; null: from a TMX file. */
  meeting: z.object({ id, title: localizedLine, date: z.string() }).nullable(),
  /** The TMX file it came with. */
  source: z.string().nullable(),
});
export type MemoryUnit = z.infer<typeof memoryUnit>;

/** `score`: 1 for the same words (case and white space aside), else the share of words, or Han characters, that need no change. */
export const memorySuggestion = memoryUnit.extend({ score: z.number() });
export type MemorySuggestion = z.infer<typeof memorySuggestion>;
/** Below it nothing is suggested. */
export const lowestScore = 0.7;

export const memorySource = z.object({ id, name: z.string(), units: z.number(), importedAtMs: z.number() });
export type MemorySource = z.infer<typeof memorySource>;

export const tmxProblem = z.object({
  code: z.enum([
    'too_large',
    'empty',
    'not_xml',
    'not_tmx',
    'doctype', // with an internal subset or an entity: refused unread
    'no_units', // none with two of the three languages
    'too_many_units',
    'control_character',
    'too_long',
  ]),
  /** 1-based, 0 where not known. */
  line: z.number(),
  detail: z.string(),
});
export type TmxProblem = z.infer<typeof tmxProblem>;
/** The file was refused; nothing was changed. */
export const tmxRefused = { status: 422, data: z.object({ problems: z.array(tmxProblem).max(20) }) };

/** What of a TMX file was, or would be, taken. */
export const tmxReport = z.object({
  units: z.number(),
  /** Units that are in the memory already, word for word. */
  known: z.number(),
  /** Units with only one of the three languages. */
  single: z.number(),
  /** Units where a language stands twice: its first text is taken. */
  doubled: z.number(),
  /** Languages that are not ours, with how many texts: `de`; Chinese other than simplified, `zh-TW`, is one of them. */
  others: z.array(z.object({ language: z.string(), texts: z.number() })),
  /** Marks inside texts (`<bpt>`, `<ph>` …), left out. */
  marks: z.number(),
  tool: z.string(),
  languages: z.object({ en: z.number(), ru: z.number(), zh: z.number() }),
});
export type TmxReport = z.infer<typeof tmxReport>;
/** A larger file would not come through the doors (electron/main/limited-port.ts, electron/browser/door.ts). */
export const tmxLimits = { bytes: maxAttachmentBytes, units: 500_000 } as const;
const tmxEvents = eventIterator(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('progress'), doneBytes: z.number(), totalBytes: z.number() }),
    z.object({ type: z.literal('result'), report: tmxReport, position: z.number() }),
  ]),
);

/**
 * The translation memory: reviewed texts of agreed meetings, and TMX files. A meeting's units come and go with its being
 * agreed; nothing of it leaves this machine but by an export.
 */
export const memoryContract = {
  /** Units whose text in `language` is at least {@link lowestScore} like this one; best and newest first, at most 10. */
  suggest: oc
    .input(z.strictObject({ text: z.string().max(50_000), language, exceptMeetingId: id.nullable() }))
    .output(z.array(memorySuggestion)),
  /** Units with all words of the query in any language and word form, newest first. */
  concordance: oc
    .input(z.strictObject({ query: z.string().max(200), limit: z.number().int().min(1).max(200) }))
    .output(z.object({ units: z.array(memoryUnit), isMore: z.boolean() })),
  /** Empty texts of a meeting whose source stands in the memory word for word, with what the newest unit says. */
  exactMatches: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(textPlace.extend({ text: z.string(), unitId: z.number() })))
    .errors({ NOT_FOUND: notFound }),
  /** Fills these, as far as they are empty still, in one change set, as drafts. */
  fill: oc
    .input(
      z.strictObject({
        meetingId: id,
        texts: z
          .array(textPlace.extend({ text: z.string() }))
          .min(1)
          .max(20_000),
      }),
    )
    .output(z.object({ position: z.number(), filled: z.number() }))
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  status: oc.output(z.object({ meetingUnits: z.number(), sources: z.array(memorySource) })),
  /** Reads the file and changes nothing. Aborting stops it; `position` is 0. */
  inspectTmx: oc
    .input(z.strictObject({ file: z.file() }))
    .output(tmxEvents)
    .errors({ TMX_REFUSED: tmxRefused }),
  /** All or nothing, one change set; aborting before the end changes nothing. */
  importTmx: oc
    .input(z.strictObject({ id, file: z.file() }))
    .output(tmxEvents)
    .errors({ TMX_REFUSED: tmxRefused }),
  /** Takes an imported file out of the memory; undo brings it back. */
  removeSource: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  /** TMX 1.4b: everything, or the units of one meeting. */
  exportTmx: oc
    .input(z.strictObject({ meetingId: id.nullable() }))
    .output(z.file())
    .errors({ NOT_FOUND: notFound }),
};
