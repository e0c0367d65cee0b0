import type { NameMatch, OrganizationMatch } from '#shared/domain/name-match.ts';
import type { RegisterRow } from '../../exchange/register-row.ts';
import type { Write } from '../../db/changes.ts';

export interface Applied<Item> {
  record: Item;
  /** Names of the fields that differ now; empty when nothing does. */
  changes: string[];
}

export interface Likeness<Item> {
  record: Item;
  match: NameMatch | OrganizationMatch;
}

/** One register as an import sees it: what is stored, and what the rows before have brought. Writes nothing until it is told to. */
export interface Register<Item extends { id: string }> {
  readonly stored: Pick<ReadonlyMap<string, Item>, 'get' | 'has' | 'size'>;
  /** Makes the stored records findable; works in slices. */
  prepare(): Promise<void>;
  /** Before the same rows are planned once more. */
  forgetRows(): void;
  /** Fills `base`, or a new record with the id, from the row. */
  apply(base: Item | null, id: string, row: RegisterRow): Promise<Applied<Item>>;
  isNamed(record: Item): boolean;
  label(record: Item): string;
  /** The stored record that this is beyond doubt. */
  findCertain(record: Item): Item | null;
  /** The record, stored or of an earlier row, that this may be. */
  findAlike(record: Item, hasOwnId: boolean): Promise<Likeness<Item> | null>;
  /** Remembers a row, so that later ones are compared with it. */
  add(record: Item, hasOwnId: boolean): void;
  /** Names of the organisations that writing these would add. */
  newOrganizations(records: readonly Item[]): string[];
  insert(write: Write, record: Item): void;
  update(write: Write, stored: Item, next: Item): void;
  /** What the written records refer to and is new as well. */
  insertReferenced(write: Write, records: readonly Item[]): void;
}
