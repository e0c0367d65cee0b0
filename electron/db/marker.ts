import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from './sync-folder.ts';

/*
 * `running.json` lies beside the data file from its opening to its clean closing. Found at a start, it says that the last
 * run was cut off, and so that a journal must be there; and whether that run had found the data file damaged.
 */
export interface Marker {
  isDamaged: boolean;
}

const markerFile = (folder: string): string => join(folder, 'running.json');

/** A marker that cannot be read is one all the same. */
export function readMarker(folder: string): Marker | null {
  if (!existsSync(markerFile(folder))) return null;
  try {
    const content = JSON.parse(readFileSync(markerFile(folder), 'utf8')) as unknown;
    return { isDamaged: typeof content === 'object' && content !== null && 'damaged' in content };
  } catch {
    return { isDamaged: false };
  }
}

/**
 * The folder is synced with it: the journal that was made before is on the disk when the marker is. A disk that takes
 * nothing must not keep the data file from being read: then there is no marker.
 */
export function writeMarker(folder: string, { isDamaged }: Marker): void {
  try {
    const temporary = `${markerFile(folder)}.part`;
    const descriptor = openSync(temporary, 'w', 0o600);
    try {
      writeSync(descriptor, `${JSON.stringify(isDamaged ? { running: true, damaged: true } : { running: true })}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, markerFile(folder));
    syncFolder(folder);
  } catch {
    // See above.
  }
}

export function removeMarker(folder: string): void {
  rmSync(markerFile(folder), { force: true });
}
