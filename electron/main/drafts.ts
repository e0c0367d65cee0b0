import { chmod, mkdir, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { toFileName, writeBeside } from './files.ts';

/** Longest head of a letter that is looked through, in bytes. */
const maximumHeadBytes = 64 * 1024;
/** A field of a message's head (RFC 5322, 2.2), or the rest of the one before (2.2.3). */
const headLine = /^(?:[!-9;-~]+:.*|[ \t].*)$/u;
/** Asks the mail program to open the letter for writing, not for reading. */
const unsent = /^x-unsent:[ \t]*1[ \t]*$/imu;

/** Letters that were opened in the mail program, for as long as the program runs. */
export interface Drafts {
  /** Removes what an earlier run has left. A draft that a mail program still holds stays until the next time. */
  clean(): Promise<void>;
  /**
   * @returns the path of the draft, in a folder that nobody else can look into
   * @throws when the file is not the draft of a letter
   */
  keep(name: string, bytes: Uint8Array): Promise<string>;
}

/** @param folder absolute path of a folder that holds nothing else */
export function createDrafts(folder: string): Drafts {
  return {
    async clean() {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    },
    async keep(name, bytes) {
      if (extname(toFileName(name)).toLowerCase() !== '.eml' || !isDraft(bytes))
        throw new Error('refused: not a draft of a letter');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      return writeBeside(folder, name, bytes);
    },
  };
}

/** Whether this is a letter still to be sent, by its head. */
function isDraft(bytes: Uint8Array): boolean {
  // One sign per byte: where the head ends does not depend on what the letter is written in.
  const start = Buffer.from(bytes.subarray(0, maximumHeadBytes)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(start);
  if (end === null) return false;
  const head = start.slice(0, end.index);
  return head.split(/\r?\n/).every((line) => headLine.test(line)) && unsent.test(head);
}
