import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { readZip } from './read-zip.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Listed {
  path: string;
  bytes: number;
  sha256: string;
}

/** A bundle with other texts in its JSON files and sound hashes, as a stranger's program could make one. */
export async function repack(
  bundle: File,
  change: (path: string, text: string) => string,
  more: Zippable = {},
): Promise<File> {
  const files: Record<string, Uint8Array> = {};
  for (const { path, bytes } of await readZip(new Uint8Array(await bundle.arrayBuffer()))) {
    files[path] = path.endsWith('.json') ? strToU8(change(path, bytes.toString('utf8'))) : new Uint8Array(bytes);
  }
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) as { files: Listed[] };
  for (const file of manifest.files) {
    const bytes = files[file.path];
    if (bytes === undefined) continue;
    file.bytes = bytes.length;
    file.sha256 = sha256(bytes);
  }
  files['manifest.json'] = strToU8(JSON.stringify(manifest));
  return new File([zipSync({ ...files, ...more }, { level: 0 })], 'bundle.trilogue.zip');
}
