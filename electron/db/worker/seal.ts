import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Sealed } from './messages.ts';

export function seal(path: string): Promise<Sealed | { damaged: string }> {
  return Promise.reject(new Error(path));
}

export async function hashFile(path: string): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
    sizeBytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}
