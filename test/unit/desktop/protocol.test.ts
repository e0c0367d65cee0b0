import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answerRequest, registerScheme, servePage } from '../../../electron/main/protocol.ts';
import { FakeSession } from '../../support/fake-electron.ts';
import type { FakeElectron } from '../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).createFakeElectron());
const { protocol } = (await import('electron')) as unknown as FakeElectron;

let folder = '';
let page = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-protocol-'));
  page = join(folder, 'root');
  await mkdir(join(page, 'assets'), { recursive: true });
  await mkdir(join(folder, 'root-evil'));
  await Promise.all([
    writeFile(join(page, 'index.html'), '<!doctype html>'),
    writeFile(join(page, 'assets/a-1.js'), '1'),
    writeFile(join(folder, 'secret.js'), 'secret'),
    writeFile(join(folder, 'root-evil/a.js'), 'secret'),
    symlink(join(folder, 'secret.js'), join(page, 'assets/link.js')),
    symlink(folder, join(page, 'up')),
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

const get = (url: string, method = 'GET'): Promise<Response> => answerRequest(page, { url, method });

test('the scheme has an origin of its own and no privilege beyond it', () => {
  registerScheme();
  expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
});

test('the session answers the scheme', async () => {
  const session = new FakeSession();
  servePage(session as unknown as Session, page);
  const answer = session.handlers['protocol:app']!(...([{ url: 'app://trilogue/', method: 'GET' }] as never[]));
  expect(((await answer) as Response).status).toBe(200);
});

describe('a file of the page', () => {
  test.each([
    ['app://trilogue/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://trilogue/#/meetings', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://trilogue/assets/a-1.js', 'text/javascript; charset=utf-8', '1'],
    ['app://trilogue/assets/a-1.js?v=1', 'text/javascript; charset=utf-8', '1'],
  ])('is served: %s', async (url, type, text) => {
    const response = await get(url);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, text]);
  });

  test('comes with a policy that lets nothing in or out', async () => {
    const { headers } = await get('app://trilogue/');
    const policy: Record<string, string> = Object.fromEntries(
      headers
        .get('content-security-policy')!
        .split('; ')
        .map((rule) => [rule.split(' ')[0]!, rule.split(' ').slice(1).join(' ')]),
    );
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'none'",
      'form-action': "'none'",
      'frame-src': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'object-src': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'default',
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('everything else is not found', () => {
  test.each([
    'app://trilogue/../secret.js',
    'app://trilogue/assets/../../secret.js',
    'app://trilogue/%2e%2e/secret.js',
    'app://trilogue/%2E%2E%2Fsecret.js',
    'app://trilogue/..%2fsecret.js',
    'app://trilogue/%252e%252e/secret.js',
    'app://trilogue/..%5csecret.js',
    'app://trilogue/..\\secret.js',
    'app://trilogue//etc/passwd',
    'app://trilogue/%2fetc%2fpasswd',
    'app://trilogue/C:/Windows/win.ini',
    'app://trilogue/../root-evil/a.js',
    'app://trilogue/assets/link.js',
    'app://trilogue/up/secret.js',
    'app://trilogue/index.html%00.js',
    'app://trilogue/index.html\0',
    'app://trilogue//server/share/a.js',
    'app://trilogue/%',
    'app://trilogue/assets/',
    'app://trilogue/assets',
    'app://trilogue/.env',
    'app://trilogue/none.js',
    'app://elsewhere/index.html',
    'app://trilogue.evil/index.html',
    'app://trilogue',
    'file:///etc/passwd',
    'https://trilogue/index.html',
  ])('%j', async (url) => {
    const response = await get(url);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  test('nothing but reading is answered', async () => {
    expect((await get('app://trilogue/', 'POST')).status).toBe(404);
  });
});
