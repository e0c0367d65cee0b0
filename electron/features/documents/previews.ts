import { ORPCError } from '@orpc/server';
import type { DocumentOptions, DocumentPreview, DocumentReference, PreviewPlace } from '#shared/contract/documents.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Context } from '../../context.ts';
import type { DocumentEngine } from '../../documents/engine.ts';
import { planDocuments } from './compose.ts';

/** All files that options ask for, one after another, without the drawings of known pages. Rejects with DocumentFailure. */
export async function renderPreview(
  context: Context,
  record: MeetingRecord,
  options: DocumentOptions,
  known: readonly string[],
): Promise<DocumentPreview> {
  const references = listReferences(record);
  const preview: DocumentPreview = { files: [], pages: [], places: [] };
  for (const { languages, keeperSideId, document } of planDocuments(context, record, options)) {
    const firstPage = preview.pages.length;
    const { pages, places } = await context.documents.renderChangedPages(document, known);
    preview.files.push({ languages, keeperSideId, firstPage });
    preview.pages.push(...pages);
    for (const { id, language, page, left, top } of places) {
      const ref = references.get(id);
      // Headings and rows of other meetings are nothing to jump to.
      if (ref !== undefined) preview.places.push({ page: firstPage + page, left, top, language, ref });
    }
  }
  return preview;
}

/** Everything of a meeting that a document can point to, by id. */
function listReferences({ meeting, attendance, agenda, entries, agreements }: MeetingRecord): Map<string, PlaceOf> {
  const of = (kind: DocumentReference['kind'], rows: readonly { id: string }[]): [string, PlaceOf][] =>
    rows.map(({ id }) => [id, { kind, id }]);
  return new Map([
    ...of('meeting', [meeting]),
    ...of('side', meeting.sides),
    ...of('attendance', attendance),
    ...of('agenda', agenda),
    ...of('entry', entries),
    ...of('agreement', agreements),
  ]);
}
type PlaceOf = PreviewPlace['ref'];

interface Waiting {
  /** Callers that have not gone away. */
  interested: number;
  result: Promise<DocumentPreview>;
}

const turns = new WeakMap<DocumentEngine, { last: Promise<unknown>; waiting: Map<string, Waiting> }>();

/**
 * One preview at a time per engine, so that an export waits for one at most. Those that wait for the same thing get it
 * together, made from the text as it is when their turn comes; one that nobody waits for any more is not made. So
 * somebody who types faster than pages are made has never more than one preview before them.
 */
export function takeTurn(
  engine: DocumentEngine,
  key: string,
  signal: AbortSignal | undefined,
  make: () => Promise<DocumentPreview>,
): Promise<DocumentPreview> {
  const desk = turns.get(engine) ?? { last: Promise.resolve(), waiting: new Map<string, Waiting>() };
  turns.set(engine, desk);
  let waiting = desk.waiting.get(key);
  if (waiting === undefined) {
    const result = desk.last.then(() => {
      const isWanted = (desk.waiting.get(key)?.interested ?? 0) > 0;
      desk.waiting.delete(key);
      // Whoever asked has gone away: nobody reads this.
      if (!isWanted) throw new ORPCError('CLIENT_CLOSED_REQUEST');
      return make();
    });
    desk.last = result.catch(() => undefined);
    waiting = { interested: 0, result };
    desk.waiting.set(key, waiting);
  }
  const joined = waiting;
  if (signal?.aborted !== true) joined.interested += 1;
  const leave = (): void => void (joined.interested -= 1);
  signal?.addEventListener('abort', leave, { once: true });
  return joined.result.finally(() => signal?.removeEventListener('abort', leave));
}
