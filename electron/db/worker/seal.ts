import { hashFileSync, type Sealed, sealFile } from '../backups/seal-file.ts';

export function seal(path: string, final: string): Promise<Sealed | { damaged: string }> {
  return Promise.resolve(sealFile(path, final));
}

export function hashFile(path: string): Promise<{ sha256: string; sizeBytes: number }> {
  return Promise.resolve(hashFileSync(path));
}
