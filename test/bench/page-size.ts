import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '../support/project-folder.ts';
import type { Line } from './statistics.ts';

const limitKb = 350;

/** JavaScript that the first screen loads: the page's scripts with all they import statically, and Home, gzipped. */
export function benchPageSize(): Line[] {
  const folder = join(projectFolder, 'dist', 'renderer');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const pending = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/gu)].map((match) => match[1] ?? '');
  const entry = pending[0] ?? '';
  const home = /["'](?:\.\/)?((?:assets\/)?home-page[^"']*\.js)["']/u.exec(
    readFileSync(join(folder, entry), 'utf8'),
  )?.[1];
  if (home !== undefined) pending.push(home.startsWith('assets/') ? home : `assets/${home}`);
  const seen = new Map<string, number>();
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (seen.has(file)) continue;
    const source = readFileSync(join(folder, file));
    seen.set(file, gzipSync(source, { level: 9 }).length);
    for (const match of source.toString().matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/gu))
      pending.push(`assets/${match[1] ?? ''}`);
  }
  const kilobytes = [...seen.values()].reduce((sum, size) => sum + size, 0) / 1024;
  return [
    {
      name: `first screen's JavaScript, ${String(seen.size)} files`,
      value: `${kilobytes.toFixed(0)} KB gzip`,
      goal: `≤ ${String(limitKb)} KB`,
      isMet: kilobytes <= limitKb,
    },
  ];
}
