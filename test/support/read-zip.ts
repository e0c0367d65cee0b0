import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer } from 'yauzl';

export interface ZippedEntry {
  path: string;
  bytes: Buffer;
  isPacked: boolean;
}

/** All of a zip by a reader that has nothing to do with our writer; throws where a checksum or a size is wrong. */
export function readZip(bytes: Uint8Array): Promise<ZippedEntry[]> {
  return new Promise((resolve, reject) => {
    const entries: ZippedEntry[] = [];
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error) {
        reject(error);
        return;
      }
      const take = async (entry: Entry): Promise<void> => {
        const chunks: Buffer[] = [];
        const stream = await zip.openReadStreamPromise(entry);
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const content = Buffer.concat(chunks);
        if (crc32(content) !== entry.crc32) throw new Error(`${entry.fileName}: wrong CRC`);
        entries.push({ path: entry.fileName, bytes: content, isPacked: entry.compressionMethod !== 0 });
        zip.readEntry();
      };
      zip.on('entry', (entry: Entry) => void take(entry).catch(reject));
      zip.on('end', () => resolve(entries));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}

/** All of a zip but its SHA256SUMS, which must name each of them with its hash; throws where it does not. */
export async function readSealed(bytes: Uint8Array): Promise<ZippedEntry[]> {
  const entries = await readZip(bytes);
  const isList = ({ path }: ZippedEntry): boolean => path.endsWith('SHA256SUMS');
  const lines = entries.find(isList)?.bytes.toString('utf8').trim().split('\n') ?? [];
  const listed = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const others = entries.filter((entry) => !isList(entry));
  if (listed.size !== others.length) throw new Error(`${String(listed.size)} hashes of ${String(others.length)} files`);
  for (const { path, bytes: content } of others) {
    if (createHash('sha256').update(content).digest('hex') !== listed.get(path)) throw new Error(`${path}: wrong hash`);
  }
  return others;
}
