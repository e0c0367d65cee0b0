import type { Attendance } from '#shared/contract/attendance.ts';
import { languages } from '#shared/domain/language.ts';
import { compareByProtocol } from '#shared/domain/minutes/protocol-order.ts';
import { type ChangePosition, lastChange } from '../../db/change-log.ts';
import type { Connection } from '../../db/connection.ts';
import { keysOfPerson, splitWords } from '../../search-index/index.ts';
import { searchKeys } from '#shared/domain/names/index.ts';
import { startSlices } from '../../slices.ts';
import { listAttendance } from '../attendance/index.ts';
import { keysOfForms, type NamePart, nameParts, readNameLine } from './name-keys.ts';
import { NameIndex } from './name-index.ts';
import { type Changed, listAliases, listChanged, listNames, listOrganizationTexts } from './repository.ts';

/** Who attends one meeting, with their names in an index; kept until something of it changes. */
export class Attending {
  readonly names = new NameIndex();
  readonly #connection: Connection;
  readonly #meetingId: string;
  #position: ChangePosition | undefined;
  #turn: Promise<void> = Promise.resolve();
  #rows: Attendance[] = [];
  #byId = new Map<string, Attendance>();
  #order = new Map<string, number>();
  /** What the keys of each row were made of. */
  readonly #sources = new Map<string, string>();

  constructor(connection: Connection, meetingId: string) {
    this.#connection = connection;
    this.#meetingId = meetingId;
  }

  /** In protocol order. */
  get rows(): readonly Attendance[] {
    return this.#rows;
  }

  get(id: string): Attendance | undefined {
    return this.#byId.get(id);
  }

  /** Place in the list, from 0. */
  placeOf(id: string): number {
    return this.#order.get(id) ?? 0;
  }

  /** Reads what has changed since the last time; the keys of new names in slices. One call after the other. */
  bringUpToDate(): Promise<void> {
    const turn = this.#turn.then(() => this.#catchUp());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #catchUp(): Promise<void> {
    const slices = startSlices();
    for (;;) {
      const position = lastChange(this.#connection);
      if (this.#position?.seq === position.seq && this.#position.position === position.position) return;
      const changed = this.#position && listChanged(this.#connection, this.#position);
      const isRead = changed === undefined || changed.meetings.has(this.#meetingId);
      if (isRead) this.#read();
      const stale = this.#rows.filter((row) => changed === undefined || this.#isStale(row, changed));
      for (let at = 0; at < stale.length; at += pageSize) {
        this.#index(stale.slice(at, at + pageSize));
        if (slices.areDue()) await slices.pause();
      }
      this.#position = position;
    }
  }

  #read(): void {
    this.#rows = listAttendance(this.#connection, this.#meetingId).sort(compareByProtocol);
    this.#byId = new Map(this.#rows.map((row) => [row.id, row]));
    this.#order = new Map(this.#rows.map(({ id }, index) => [id, index]));
    for (const id of this.#sources.keys()) {
      if (this.#byId.has(id)) continue;
      this.#sources.delete(id);
      this.names.remove(id);
    }
  }

  #isStale(row: Attendance, changed: Changed): boolean {
    if (row.personId !== null && changed.people.has(row.personId)) return true;
    if (isDelegation(row) && changed.hasOrganizations) return true;
    return this.#sources.get(row.id) !== sourceOf(row);
  }

  #index(rows: readonly Attendance[]): void {
    const personIds = rows.flatMap(({ personId }) => personId ?? []);
    const names = listNames(this.#connection, personIds);
    const aliases = listAliases(this.#connection, personIds);
    const organizationIds = rows.flatMap((row) => (isDelegation(row) ? (row.organizationId ?? []) : []));
    const organizations = listOrganizationTexts(this.#connection, organizationIds);
    for (const row of rows) {
      this.#sources.set(row.id, sourceOf(row));
      if (isDelegation(row)) {
        const known = row.organizationId === null ? [] : (organizations.get(row.organizationId) ?? []);
        this.names.put(row.id, keysOfTexts([...Object.values(row.organization), ...known]));
        continue;
      }
      const ofRegister = (row.personId === null ? undefined : names.get(row.personId)) ?? [];
      const keys = row.personId === null ? [] : keysOfPerson(ofRegister, aliases.get(row.personId) ?? []);
      const written = languages.map((language) => row.name[language]).filter((name) => name !== '');
      const forms = [...ofRegister, ...written.map(readNameLine)];
      this.names.put(row.id, keysOfForms(forms, [...keys, ...written.flatMap((name) => searchKeys(name))]));
    }
  }
}

/** Their keys take a few milliseconds. */
const pageSize = 5;

const isDelegation = ({ name }: Attendance): boolean => languages.every((language) => name[language] === '');

const sourceOf = ({ personId, organizationId, name, organization }: Attendance): string =>
  JSON.stringify([personId, organizationId, name, languages.every((each) => name[each] === '') ? organization : null]);

/** Words of an organisation's names, for these are no names of people. */
function keysOfTexts(texts: readonly string[]): Map<string, NamePart> {
  const keys = new Map<string, NamePart>();
  for (const text of texts) for (const word of splitWords(text)) keys.set(word, nameParts.other);
  return keys;
}
