import { realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Media type by extension; what the page never needs is offered as bytes. */
export function contentTypeOf(path: string): string {
  return contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The file of the built page that a URL's path means.
 *
 * @param folder absolute path of the built page
 * @param urlPath the path as it came, still encoded, without its leading slash, query and fragment
 * @returns an absolute path inside `folder`, links followed, or null for everything else
 */
export async function resolveStaticFile(folder: string, urlPath: string): Promise<string | null> {
  const segments = readSegments(urlPath);
  if (segments === null) return null;
  try {
    const path = await realpath(join(folder, ...segments));
    return isInside(await realpath(folder), path) && (await stat(path)).isFile() ? path : null;
  } catch {
    return null;
  }
}

function readSegments(urlPath: string): string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  const segments = decoded === '' ? ['index.html'] : decoded.split('/');
  // One decoding is all: what still holds a percent sign was encoded twice to slip through.
  const isPlain = (segment: string): boolean => /^[\p{L}\p{N}_@+~-][\p{L}\p{N}._@+~-]*$/u.test(segment);
  return segments.every(isPlain) ? segments : null;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
