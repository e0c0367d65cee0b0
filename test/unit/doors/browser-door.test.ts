import { symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveBuiltPage, startBrowserDoor } from '../../../electron/browser/index.ts';
import { createAccess } from '../../../electron/browser/access.ts';
import words from '#resources/locales/en/door.json' with { type: 'json' };
import { makeFolder, openTestBackend } from '../../support/backend.ts';

async function openDoor() {
  const { backend } = openTestBackend();
  const folder = makeFolder();
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'page-evil'));
  writeFileSync(join(page, 'index.html'), '<title>page</title>');
  writeFileSync(join(page, 'assets', 'main.js'), 'export {}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'page-evil', 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(page, 'link.txt'));
  const door = await startBrowserDoor({ backend, port: 0, assets: serveBuiltPage(page) });
  onTestFinished(() => door.close());
  return { door, backend };
}

/** A request as written, without a client that tidies its path or headers. */
function send(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

const json = { 'content-type': 'application/json' };
const codeOf = (url: string): string => new URL(url).hash.replace('#code=', '');

describe('the one-time code', () => {
  test('opens the door once', async () => {
    const { door } = await openDoor();
    const body = JSON.stringify({ code: codeOf(door.issueUrl()) });
    const first = await send(door.port, '/session', { method: 'POST', headers: json, body });
    expect(first.status).toBe(200);
    const { token } = JSON.parse(first.body) as { token: string };
    expect(first.headers['set-cookie']).toBeUndefined();
    expect((await send(door.port, '/session', { method: 'POST', headers: json, body })).status).toBe(401);
    const call = await send(door.port, '/rpc/app/info', {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}` },
      body: '{}',
    });
    expect(call.status).toBe(200);
  });

  test('is good for sixty seconds, and every code is another', () => {
    let nowMs = 1_000;
    const access = createAccess(() => nowMs);
    const [early, late] = [access.issueCode(), access.issueCode()];
    expect(early).not.toBe(late);
    nowMs += 59_999;
    expect(access.redeem(early)).not.toBeNull();
    nowMs += 1;
    expect(access.redeem(late)).toBeNull();
  });

  test.each([
    ['a wrong code', json, '{"code":"guess"}', 401],
    ['no JSON', json, 'code=guess', 401],
    ['a form of a foreign page', { 'content-type': 'text/plain' }, '{"code":"guess"}', 405],
    ['a huge body', json, `{"code":"${'x'.repeat(5_000)}"}`, 401],
  ])('refuses %s', async (_name, headers, body, status) => {
    const { door } = await openDoor();
    expect((await send(door.port, '/session', { method: 'POST', headers, body })).status).toBe(status);
  });
});

describe('who may ask', () => {
  test.each(['', 'Bearer ', 'Bearer guess', 'Basic Og=='])('no call without a session: «%s»', async (authorization) => {
    const { door } = await openDoor();
    const { status, body } = await send(door.port, '/rpc/people/list', {
      method: 'POST',
      headers: { ...json, authorization },
      body: '{}',
    });
    expect([status, JSON.parse(body)]).toEqual([401, { error: 'no-session' }]);
  });

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost.evil.example'])(
    'no other name leads here: Host %s',
    async (host) => {
      const { door } = await openDoor();
      for (const path of ['/', '/session', '/rpc/app/info']) {
        const { status, body } = await send(door.port, path, { headers: { host } });
        expect([status, body]).toEqual([403, `${words.foreignHost}\n`]);
      }
    },
  );

  test.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
    'no other page may ask: Origin %s',
    async (origin) => {
      const { door } = await openDoor();
      const { status, body } = await send(door.port, '/session', {
        method: 'POST',
        headers: { ...json, origin },
        body: '{}',
      });
      expect([status, body]).toEqual([403, `${words.foreignOrigin}\n`]);
    },
  );

  test('listens on the loopback address only', async () => {
    const { door } = await openDoor();
    const failed = await new Promise((resolve) => {
      // Another address of this machine's loopback network: reachable if it listened everywhere.
      const socket = connect(door.port, '127.0.0.2', () => {
        socket.destroy();
        resolve(false);
      });
      socket.on('error', () => {
        resolve(true);
      });
    });
    expect(failed).toBe(true);
  });

  test('a taken port is named', async () => {
    const { door, backend } = await openDoor();
    const second = startBrowserDoor({ backend, port: door.port, assets: (_request, response) => response.end() });
    await expect(second).rejects.toMatchObject({ name: 'PortInUse', port: door.port });
  });
});

describe('the page', () => {
  test('comes with its policy and types', async () => {
    const { door } = await openDoor();
    const { status, headers, body } = await send(door.port, '/');
    expect([status, body]).toEqual([200, '<title>page</title>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect((await send(door.port, '/assets/main.js?v=1')).headers['content-type']).toContain('text/javascript');
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/..%5csecret.txt',
    '/../page-evil/secret.txt',
    '/assets/../../secret.txt',
    '/link.txt',
    '/%00',
    '/index.html%00.js',
    '//etc/passwd',
    '/C:/x',
    '/assets/',
    '/assets',
    '/.hidden',
    '/%',
    '/\\\\server\\share',
  ])('gives nothing for %s', async (path) => {
    const { door } = await openDoor();
    const { status, body } = await send(door.port, path);
    expect([status, body]).toEqual([404, `${words.notFound}\n`]);
  });
});
