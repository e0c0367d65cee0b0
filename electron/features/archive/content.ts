import { createHash } from 'node:crypto';
import { continueCrc } from './zip-writer.ts';

/** What goes into a zip as one file, with what has to be known of it before. */
export interface Content {
  pieces: Uint8Array<ArrayBuffer>[];
  crc: number;
  bytes: number;
  sha256: string;
}

/** Takes content up piece by piece. */
export function startContent(): { add: (piece: Uint8Array<ArrayBuffer>) => void; end: () => Content } {
  const hash = createHash('sha256');
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let crc = 0;
  let bytes = 0;
  return {
    add(piece) {
      hash.update(piece);
      crc = continueCrc(crc, piece);
      bytes += piece.length;
      pieces.push(piece);
    },
    end: () => ({ pieces, crc, bytes, sha256: hash.digest('hex') }),
  };
}
