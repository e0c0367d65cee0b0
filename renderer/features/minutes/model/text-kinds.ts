import { cleanLine, cleanText } from '#shared/domain/clean-text.ts';
import { limits } from '#shared/contract/fields.ts';
import type { TextKind, TextReference } from '#shared/contract/translations.ts';

/** Whether a line break may stand in it. */
export const isOfParagraphs: Record<TextKind, boolean> = {
  entry: true,
  meeting_title: false,
  meeting_theme: true,
  meeting_framework: true,
  agenda_title: false,
  agreement_title: false,
  party_description: false,
};

/** Names a row or a heading within a session; a row by its id. */
export const keyOf = ({ kind, id }: TextReference): string => (kind === 'entry' ? id : `${kind}/${id}`);

/** Most UTF-16 units that the back end takes. */
export const longestText = (kind: TextKind): number => (isOfParagraphs[kind] ? limits.text : limits.line);

/** As the back end will keep it. */
export const asKept = (kind: TextKind, text: string): string => (isOfParagraphs[kind] ? cleanText : cleanLine)(text);
