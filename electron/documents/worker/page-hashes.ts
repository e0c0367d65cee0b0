import { createHash } from 'node:crypto';
import type { ChangedPage } from '../messages.ts';

/** Pages with their hashes, without those that are known. What stood on the pages before is not hashed again. */
export function createPageHasher(): (pages: readonly string[], known: readonly string[]) => ChangedPage[] {
  let hashes = new Map<string, string>();
  return (pages, known) => {
    const has = new Set(known);
    const next = new Map(
      pages.map((svg) => [svg, hashes.get(svg) ?? createHash('sha256').update(svg).digest('hex')] as const),
    );
    hashes = next;
    return pages.map((svg) => {
      const hash = next.get(svg) ?? '';
      return has.has(hash) ? { hash } : { hash, svg };
    });
  };
}
