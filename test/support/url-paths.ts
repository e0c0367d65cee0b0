import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Paths of URLs that lead out of the folder of the page, or would on some system; both doors must know none of them. Each
 * stands without its leading slash.
 */
export const leadingOut: readonly string[] = [
  '../secret.js',
  'assets/../../secret.js',
  '..;/secret.js',
  '.../secret.js',
  '%2e%2e/secret.js',
  '%2E%2E%2Fsecret.js',
  '..%2fsecret.js',
  '..%5csecret.js',
  '..\\secret.js',
  '%252e%252e/secret.js',
  '%252e%252e%252fsecret.js',
  '%c0%ae%c0%ae/secret.js',
  '%e0%80%ae%e0%80%ae/secret.js',
  '%uff0e%uff0e/secret.js',
  '\uff0e\uff0e/secret.js',
  '\u2025/secret.js',
  './../secret.js',
  'assets/./../../secret.js',
  '../root-evil/a.js',
  '%2e%2e/root-evil/a.js',
  '-evil/a.js',
  '/etc/passwd',
  '//etc/passwd',
  '%2fetc%2fpasswd',
  'etc/passwd%00.js',
  'C:/Windows/win.ini',
  'C:%5cWindows%5cwin.ini',
  '//server/share/a.js',
  '\\\\server\\share\\a.js',
  '%5c%5cserver%5cshare%5ca.js',
  'file:///etc/passwd',
  'assets/link.js',
  'up/secret.js',
  'up/root-evil/a.js',
  'index.html%00.js',
  '%00',
  '%00index.html',
  'index.html.',
  'index.html%20',
  'index.html/',
  'index.html::$DATA',
  'index.html/../index.html',
  'assets/',
  'assets',
  'assets/.',
  '.',
  './',
  '.env',
  '.hidden',
  'assets/.hidden',
  'none.js',
  '%',
  '%zz',
  '%ff',
  'con',
  'nul.js',
];

/**
 * A folder `root` with a page, and beside and inside of it what must not be had: a file, a sibling whose name begins the
 * same, hidden files, and links that lead out.
 *
 * @param folder an empty folder
 * @returns the page's folder
 */
export function layPage(folder: string): string {
  const page = join(folder, 'root');
  mkdirSync(join(page, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'root-evil'));
  const files: Record<string, string> = {
    'root/index.html': '<title>page</title>',
    'root/assets/a-1.js': '1',
    'root/.hidden': 'secret',
    'root/.env': 'secret',
    'root/assets/.hidden': 'secret',
    'secret.js': 'secret',
    'root-evil/a.js': 'secret',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  symlinkSync(join(folder, 'secret.js'), join(page, 'assets/link.js'));
  symlinkSync(folder, join(page, 'up'));
  return page;
}
