import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { DiskEvent } from './disk-trace.ts';

/*
 * A disk at which the power may fail, rebuilt from what a process asked of it. What is modelled:
 * - the content of each file is what was last synced, plus writes and truncations since, any of which may be lost, also
 *   one that came before another that is there; a single write may be torn at the bounds of sectors of 512 bytes;
 * - a file that is created, renamed or removed is so on the disk after its folder was synced; until then each of these
 *   steps may be lost, each on its own, a rename as a whole. Syncing a file does not make its name durable.
 * Stricter than ext4 or NTFS, which write names in order. Not modelled: drives that answer a sync without doing it,
 * and sectors that are damaged while they are written.
 */

/** `kept`: nothing but the process is gone, as after a kill. */
export const fates = ['lost', 'half', 'torn', 'kept'] as const;
export type Fate = (typeof fates)[number];

type Change = { offset: number; bytes: Buffer } | { length: number };

interface Content {
  isFolder: boolean;
  synced: Buffer;
  pending: Change[];
}

interface NameChange {
  /** Syncing this one makes it durable. */
  folder: string;
  names: [path: string, content: Content | null][];
}

const sectorBytes = 512;

export interface Disk {
  apply(event: DiskEvent): void;
  /** Writes what the disk holds after the power has failed now into a new folder. `random` answers 0…1. */
  write(into: string, fate: Fate, random: () => number): void;
}

/** `folder` with all that lies in it is on the disk. */
export function createDisk(folder: string): Disk {
  const durable = new Map<string, Content>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const isFolder = entry.isDirectory();
    durable.set(path, { isFolder, synced: isFolder ? Buffer.alloc(0) : readFileSync(path), pending: [] });
  }
  const now = new Map(durable);
  let nameChanges: NameChange[] = [];

  const change = (inFolder: string, names: NameChange['names']): void => {
    nameChanges.push({ folder: inFolder, names });
    setNames(now, names);
  };
  const contentOf = (path: string): Content | undefined => now.get(path);
  const sync = (path: string): void => {
    const content = contentOf(path);
    if (path === folder || content?.isFolder === true) {
      for (const { folder: of, names } of nameChanges) if (of === path) setNames(durable, names);
      nameChanges = nameChanges.filter(({ folder: of }) => of !== path);
    } else if (content !== undefined) {
      content.synced = applyChanges(content.synced, content.pending);
      content.pending = [];
    }
  };

  return {
    apply(event) {
      switch (event.kind) {
        case 'create': {
          const content = contentOf(event.path);
          if (content === undefined) change(dirname(event.path), [[event.path, emptyContent(false)]]);
          else if (event.isEmptied) content.pending.push({ length: 0 });
          break;
        }
        case 'folder':
          if (contentOf(event.path) === undefined) change(dirname(event.path), [[event.path, emptyContent(true)]]);
          break;
        // A file that has no name any more is nobody's.
        case 'write':
          contentOf(event.path)?.pending.push(event);
          break;
        case 'truncate':
          contentOf(event.path)?.pending.push(event);
          break;
        case 'sync':
          sync(event.path);
          break;
        case 'rename':
          change(dirname(event.to), [
            [event.from, null],
            [event.to, contentOf(event.from) ?? emptyContent(false)],
          ]);
          break;
        case 'remove':
          change(dirname(event.path), [[event.path, null]]);
          break;
        case 'told':
          break;
      }
    },
    write(into, fate, random) {
      const isThere = (): boolean => fate === 'kept' || (fate !== 'lost' && random() < 0.5);
      const names = new Map(durable);
      for (const { names: changed } of nameChanges) if (isThere()) setNames(names, changed);
      const isReachable = (path: string): boolean => path === folder || (names.has(path) && isReachable(dirname(path)));
      for (const [path, { isFolder, synced, pending }] of [...names].sort(([one], [other]) => (one < other ? -1 : 1))) {
        if (!isReachable(path)) continue;
        const place = join(into, relative(folder, path));
        if (isFolder) mkdirSync(place, { mode: 0o700 });
        else {
          const survived = pending.flatMap((one) =>
            fate === 'torn' && 'bytes' in one ? tear(one, random) : isThere() ? [one] : [],
          );
          writeFileSync(place, applyChanges(synced, survived), { mode: 0o600 });
        }
      }
    },
  };
}

const emptyContent = (isFolder: boolean): Content => ({ isFolder, synced: Buffer.alloc(0), pending: [] });

function setNames(names: Map<string, Content>, changes: NameChange['names']): void {
  for (const [path, content] of changes) {
    if (content === null) names.delete(path);
    else names.set(path, content);
  }
}

/** Some of its sectors. */
function tear({ offset, bytes }: { offset: number; bytes: Buffer }, random: () => number): Change[] {
  const parts: Change[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + sectorBytes - ((offset + from) % sectorBytes));
    if (random() < 0.5) parts.push({ offset: offset + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return parts;
}

function applyChanges(base: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return base;
  let length = base.length;
  let room = length;
  for (const one of changes) {
    length = 'length' in one ? one.length : Math.max(length, one.offset + one.bytes.length);
    room = Math.max(room, length);
  }
  const content = Buffer.alloc(room);
  base.copy(content);
  let end = base.length;
  for (const one of changes) {
    if ('length' in one) {
      if (one.length < end) content.fill(0, one.length, end);
      end = one.length;
    } else {
      one.bytes.copy(content, one.offset);
      end = Math.max(end, one.offset + one.bytes.length);
    }
  }
  return content.subarray(0, length);
}
