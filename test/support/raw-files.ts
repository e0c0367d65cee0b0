import { spawnSync } from 'node:child_process';

/*
 * In a process of its own: whoever opens and closes the data file beside SQLite in the same process drops its lock.
 */
const script = `
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { folder, words } = JSON.parse(readFileSync(0, 'utf8'));
const found = {};
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  for (const word of words) if (entry.name.includes(word)) (found[word] ??= []).push(path);
  if (!entry.isFile()) continue;
  const bytes = readFileSync(path);
  for (const word of words) {
    const forms = [word, word.toLowerCase(), word.toUpperCase()];
    if (forms.some((form) => bytes.includes(form) || bytes.includes(Buffer.from(form, 'utf16le')))) {
      (found[word] ??= []).push(path);
    }
  }
}
process.stdout.write(JSON.stringify(found));
`;

/** The files below a folder, by their whole paths, that hold a word in their bytes or their name, in either case. */
export function findInFiles(folder: string, words: readonly string[]): Record<string, string[]> {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', script], {
    input: JSON.stringify({ folder, words }),
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string[]>;
}
