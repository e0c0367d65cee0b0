import { oc } from '@orpc/contract';
import { z } from 'zod';
import { entryKinds } from './entries.ts';
import { id, localizedLine, localizedText } from './fields.ts';

/** `action` is an entry of kind action; `entry` every other kind. In the order in which results are shown. */
export const searchKinds = ['person', 'organization', 'group', 'meeting', 'action', 'agreement', 'entry'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Why a record was found. `text` is the stored spelling that answered, where there is one. */
export const matchReasons = [
  'name', // the words stand in the name, title or text as typed
  'abbreviation',
  'alias',
  'detail', // organisation, office, town, e-mail, note, theme
  'other_script', // the name in another script or romanisation
  'word_form', // another form of the word
  'typo',
  'keyboard_layout', // typed on the wrong layout; `query` is what was meant
] as const;

/**
 * `meetingId` is set for entries and actions, and for an agreement of a meeting, so that a hit can be opened; an agreement
 * without one is opened in its register. `label` is in its own languages.
 */
export const searchHit = z.object({
  kind: z.enum(searchKinds),
  id,
  /** Of entries and actions. */
  entryKind: z.enum(entryKinds).nullable(),
  meetingId: id.nullable(),
  label: localizedText,
  detail: localizedLine,
  /** 0 to 1, comparable within one answer. */
  score: z.number(),
  matchedOn: z.object({ reason: z.enum(matchReasons), text: z.string(), query: z.string() }),
});
export type SearchHit = z.infer<typeof searchHit>;
export type MatchReason = (typeof matchReasons)[number];

export const searchContract = {
  /** Best first: people, organisations, groups, meetings by how well they answer, then entries newest first; at most 100. */
  find: oc
    .input(
      z.strictObject({
        query: z.string().max(200),
        kinds: z.array(z.enum(searchKinds)).optional(),
        limit: z.number().int().min(1).max(100).optional(),
      }),
    )
    .output(z.array(searchHit)),
};
