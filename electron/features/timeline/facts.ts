import { type ChangePosition, lastChange, listChangesAfter } from '../../db/change-log.ts';
import type { Touched } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';
import { startSlices } from '../../slices.ts';
import { type History, makeHistory } from './history.ts';
import {
  type AgreementFacts,
  type FactsTable,
  findMeetingsOf,
  listIdsAfter,
  loadAgreements,
  loadGroupAreas,
  loadMeetings,
  type MeetingFacts,
} from './repository.ts';

/** Read in one go: meetings with a hundred people each take less than a slice. */
const loadBatch = 25;
const changeBatch = 500;

/** Tables whose rows make up the facts: of what, and in which column its id stands. */
const sources = {
  meeting: ['meeting', 'id'],
  meeting_organizer: ['meeting', 'meeting_id'],
  meeting_side: ['meeting', 'meeting_id'],
  attendance: ['meeting', 'meeting_id'],
  agenda_item: ['meeting', 'meeting_id'],
  entry: ['meeting', 'meeting_id'],
  agreement: ['agreement', 'id'],
  agreement_party: ['agreement', 'agreement_id'],
} as const satisfies Partial<Record<RecordTable, readonly [FactsTable, string]>>;
const followed: RecordTable[] = [...(Object.keys(sources) as (keyof typeof sources)[]), 'record_area', 'record_link'];

/** What the timeline knows of one data folder: read in slices, then kept current by the position in the change sets. */
export class TimelineFacts {
  readonly #facts = {
    meetings: new Map<string, MeetingFacts>(),
    agreements: new Map<string, AgreementFacts>(),
    /** Areas of the groups that have any. */
    groupAreas: new Map<string, string[]>(),
  };
  readonly #connection: Connection;
  #history: History | undefined;
  #position: ChangePosition | undefined;
  #running: Promise<void> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** As of the last {@link bringUpToDate}; what changes later makes another one. */
  get history(): History {
    return this.#history ?? { happenings: [], undated: 0 };
  }

  /** Resolves when everything written so far is in; nothing can come in between before the caller's next await. */
  async bringUpToDate(): Promise<void> {
    this.#running ??= this.#catchUp().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  async #catchUp(): Promise<void> {
    const slices = startSlices();
    if (this.#position === undefined) {
      const position = lastChange(this.#connection);
      for (const table of ['meeting', 'agreement'] as const) {
        for (let ids = this.#idsAfter(table, ''); ids.length > 0; ids = this.#idsAfter(table, ids.at(-1) ?? '')) {
          this.#reload(table, ids);
          if (slices.areDue()) await slices.pause();
        }
      }
      this.#facts.groupAreas = loadGroupAreas(this.#connection);
      this.#position = position;
    }
    for (;;) {
      const changed = this.#nextChanged();
      if (changed === undefined) {
        if (this.#history !== undefined) return;
        this.#history = await makeHistory(this.#facts, slices);
        await slices.pause();
        continue;
      }
      this.#history = undefined;
      for (const table of ['meeting', 'agreement'] as const) {
        const ids = [...changed[table]];
        for (let start = 0; start < ids.length; start += loadBatch) {
          this.#reload(table, ids.slice(start, start + loadBatch));
          if (slices.areDue()) await slices.pause();
        }
      }
      if (slices.areDue()) await slices.pause();
    }
  }

  #idsAfter(table: FactsTable, id: string): string[] {
    return listIdsAfter(this.#connection, table, id, loadBatch);
  }

  /** Ids that the next changed rows belong to; undefined when there are no further changes. */
  #nextChanged(): Record<FactsTable, Set<string>> | undefined {
    const changes = this.#position && listChangesAfter(this.#connection, this.#position, changeBatch, followed);
    const last = changes?.at(-1);
    if (changes === undefined || last === undefined) return undefined;
    this.#position = { seq: last.seq, position: last.position };
    const ids = { meeting: new Set<string>(), agreement: new Set<string>() };
    const entries: string[] = [];
    let hasGroups = false;
    for (const { table, before, after } of changes) {
      for (const image of [before, after]) {
        if (image === null) continue;
        const place = placeOf(table, image);
        if (place?.of === 'entry') entries.push(place.id);
        else if (place?.of === 'group') hasGroups = true;
        else if (place !== undefined) ids[place.of].add(place.id);
      }
    }
    if (hasGroups) this.#facts.groupAreas = loadGroupAreas(this.#connection);
    for (const id of findMeetingsOf(this.#connection, entries)) ids.meeting.add(id);
    return ids;
  }

  #reload(table: FactsTable, ids: readonly string[]): void {
    if (table === 'meeting') replace(this.#facts.meetings, ids, loadMeetings(this.#connection, ids));
    else replace(this.#facts.agreements, ids, loadAgreements(this.#connection, ids));
  }
}

/** Whose facts a row belongs to. */
function placeOf(
  table: RecordTable,
  image: NonNullable<Touched['after']>,
): { of: FactsTable | 'entry' | 'group'; id: string } | undefined {
  if (table === 'record_link') return { of: 'agreement', id: String(image.to_id) };
  if (table === 'record_area') {
    return { of: image.kind as FactsTable | 'entry' | 'group', id: String(image.record_id) };
  }
  const source = table in sources ? sources[table as keyof typeof sources] : undefined;
  return source && { of: source[0], id: String(image[source[1]]) };
}

function replace<Facts extends { id: string }>(
  kept: Map<string, Facts>,
  ids: readonly string[],
  loaded: readonly Facts[],
): void {
  for (const id of ids) kept.delete(id);
  for (const facts of loaded) kept.set(facts.id, facts);
}

const memories = new WeakMap<Connection, TimelineFacts>();

/** What happened, as of now. */
export async function readHistory(connection: Connection): Promise<History> {
  let facts = memories.get(connection);
  if (facts === undefined) {
    facts = new TimelineFacts(connection);
    memories.set(connection, facts);
  }
  await facts.bringUpToDate();
  return facts.history;
}
