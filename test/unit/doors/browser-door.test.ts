import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { startBrowserDoor } from '../../../electron/browser/index.ts';
import { jsonType, openDoor } from '../../support/raw-door.ts';
import { send } from '../../support/raw-http.ts';

/* What the door does; whom it keeps out is seen in test/security/p14-*. */

const codeOf = (url: string): string => new URL(url).hash.replace('#code=', '');

describe('the one-time code', () => {
  test('opens the door once', async () => {
    const { door } = await openDoor();
    const body = JSON.stringify({ code: codeOf(door.issueUrl()) });
    const first = await send(door.port, '/session', { method: 'POST', headers: jsonType, body });
    expect(first.status).toBe(200);
    const { token } = JSON.parse(first.body) as { token: string };
    expect(first.headers['set-cookie']).toBeUndefined();
    expect((await send(door.port, '/session', { method: 'POST', headers: jsonType, body })).status).toBe(401);
    const call = await send(door.port, '/rpc/app/info', {
      method: 'POST',
      headers: { ...jsonType, authorization: `Bearer ${token}` },
      body: '{}',
    });
    expect(call.status).toBe(200);
  });

  test.each([
    ['a wrong code', jsonType, '{"code":"guess"}', 401],
    ['no JSON', jsonType, 'code=guess', 401],
    ['a form of a foreign page', { 'content-type': 'text/plain' }, '{"code":"guess"}', 405],
    ['a huge body', jsonType, `{"code":"${'x'.repeat(5_000)}"}`, 401],
  ])('refuses %s', async (_name, headers, body, status) => {
    const { door } = await openDoor();
    expect((await send(door.port, '/session', { method: 'POST', headers, body })).status).toBe(status);
  });
});

describe('who may ask', () => {
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
    expect((await send(door.port, '/assets/a-1.js?v=1')).headers['content-type']).toContain('text/javascript');
  });
});
