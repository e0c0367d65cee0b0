import { describe, expect, test } from 'vitest';
import words from '#resources/locales/en/door.json' with { type: 'json' };
import { createAccess } from '../../electron/browser/access.ts';
import { createRandom, type Random } from '../bench/register/random.ts';
import { dump } from '../support/dump.ts';
import { jsonType, openDoor } from '../support/raw-door.ts';
import { send, sendBytes } from '../support/raw-http.ts';
import { makePerson } from '../support/records.ts';
import { seedOf } from '../support/seeded.ts';
import { reportTrials, trialCount } from '../support/trials.ts';
import { leadingOut } from '../support/url-paths.ts';

/*
 * P14, the browser door: whoever has neither a fresh code nor a token gets nothing and changes nothing, whatever is sent;
 * and whoever has one can end nothing with it.
 */

const seed = seedOf();

/** A secret as somebody would guess it who knows all of it but a little. */
function nearly(secret: string, random: Random): string {
  const at = random.below(secret.length);
  const guesses = [
    secret.slice(0, at),
    secret + secret.slice(0, at + 1),
    secret.slice(0, at) + (secret[at] === 'A' ? 'B' : 'A') + secret.slice(at + 1),
    secret === secret.toUpperCase() ? secret.toLowerCase() : secret.toUpperCase(),
    Buffer.from(secret).reverse().toString(),
    ` ${secret}`,
    `${secret}\u0000`,
    encodeURIComponent(`${secret}=`),
    '',
    '*',
    '__proto__',
    'undefined',
  ];
  return random.pick(guesses);
}

describe('codes and tokens', () => {
  test(
    'are not guessed, not even nearly, and a code is good once, also when asked for by many at the same time',
    { timeout: 600_000 },
    async () => {
      const { door, backend, logged, issue, redeem, tokenFrom, call } = await openDoor();
      const random = createRandom(seed);
      const code = issue();
      const count = trialCount(60, 2_000);
      for (let guess = 0; guess < count; guess += 1) {
        const wrong = nearly(code, random);
        if (wrong !== code) expect((await redeem(wrong)).status, JSON.stringify(wrong)).toBe(401);
      }
      for (const wrong of [null, 1, true, [code], { code }, [[code]]]) expect((await redeem(wrong)).status).toBe(401);
      const answers = await Promise.all(Array.from({ length: 30 }, () => redeem(code)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(29);

      const token = tokenFrom(answers.find(({ status }) => status === 200)!);
      expect((await call('people/list', token)).status).toBe(200);
      expect(new Set([code, token, issue(), issue()]).size).toBe(4);
      expect(Math.min(code.length, token.length)).toBeGreaterThanOrEqual(43);
      const before = dump(backend.context.connection);
      const body = JSON.stringify({ json: makePerson() });
      for (let guess = 0; guess < count; guess += 1) {
        const wrong = nearly(token, random).replace(/[^\x21-\x7E]/gu, '');
        if (wrong !== token) expect((await call('people/create', wrong, body)).status, wrong).toBe(401);
      }
      // Whatever else could carry a secret does not open anything.
      const elsewhere = [
        send(door.port, `/rpc/people/list?token=${token}`, { method: 'POST', headers: jsonType, body: '{}' }),
        send(door.port, '/rpc/people/list', {
          method: 'POST',
          headers: { ...jsonType, cookie: `token=${token}` },
          body: '{}',
        }),
        send(door.port, '/rpc/people/list', { method: 'POST', headers: { ...jsonType, 'x-token': token }, body: '{}' }),
        send(door.port, '/rpc/people/list', {
          method: 'POST',
          headers: { ...jsonType, authorization: token },
          body: '{}',
        }),
        send(door.port, '/rpc/people/list', {
          method: 'POST',
          headers: { ...jsonType, authorization: `Basic ${token}` },
        }),
      ];
      for (const { status } of await Promise.all(elsewhere)) expect(status).toBe(401);
      expect(dump(backend.context.connection)).toEqual(before);
      expect(logged).toEqual([]);
      reportTrials('P14', 2 * count + 41);
    },
  );

  test('a code is good for sixty seconds, however the clock of the machine is set', async () => {
    let nowMs = 0;
    const access = createAccess(() => nowMs);
    const [inTime, late] = [access.issueCode(), access.issueCode()];
    nowMs = 59_999;
    expect(access.redeem(inTime)).not.toBeNull();
    nowMs = 60_000;
    expect(access.redeem(late)).toBeNull();
    // The door does not look at the clock that can be set: a day more or less changes nothing.
    const { backend, issue, redeem } = await openDoor();
    const code = issue();
    Object.assign(backend.context, { clock: () => Date.now() + 86_400_000 });
    expect((await redeem(code)).status).toBe(200);
  });
});

describe('who asks', () => {
  const paths = ['/', '/index.html', '/session', '/rpc/people/list'];
  const hosts = (port: number): string[] => [
    ...[
      'evil.example',
      `evil.example:${String(port)}`,
      'localhost',
      '127.0.0.1',
      `localhost.evil.example:${String(port)}`,
    ],
    ...[
      `127.0.0.1.evil.example:${String(port)}`,
      `127.0.0.1:${String(port)}.evil.example`,
      `127.0.0.1:${String(port + 1)}`,
    ],
    ...[
      `evil.example@127.0.0.1:${String(port)}`,
      `[::1]:${String(port)}`,
      `0.0.0.0:${String(port)}`,
      `127.1:${String(port)}`,
    ],
    ...[
      `2130706433:${String(port)}`,
      `0x7f000001:${String(port)}`,
      `127.0.0.1:0${String(port)}`,
      `localhost.:${String(port)}`,
    ],
    ...[`127.0.0.1:${String(port)},evil.example`, `127.0.0.1:${String(port)}/`],
  ];
  const origins = (port: number): string[] => [
    ...['null', 'http://evil.example', `http://evil.example:${String(port)}`, 'file://', 'app://trilogue'],
    ...[
      `https://127.0.0.1:${String(port)}`,
      `http://127.0.0.1:${String(port + 1)}`,
      'http://127.0.0.1',
      'http://localhost',
    ],
    ...[
      `http://127.0.0.1:${String(port)}.evil.example`,
      `http://127.0.0.1:${String(port)}/`,
      `http://user@127.0.0.1:${String(port)}`,
    ],
    ...[`http://localhost.evil.example:${String(port)}`, `HTTP://127.0.0.1:${String(port)} `],
  ];

  test('by another name, as after DNS rebinding, or from another page, is sent away with and without a token', async () => {
    const { door, backend, issue, redeem, tokenFrom } = await openDoor();
    const authorization = `Bearer ${tokenFrom(await redeem(issue()))}`;
    const before = dump(backend.context.connection);
    let trials = 0;
    for (const path of paths) {
      for (const host of hosts(door.port)) {
        const { status, body } = await send(door.port, path, {
          method: path.startsWith('/rpc') ? 'POST' : 'GET',
          headers: { ...jsonType, authorization, host },
        });
        expect([host, path, status, body]).toEqual([host, path, 403, `${words.foreignHost}\n`]);
        trials += 1;
      }
      for (const origin of origins(door.port)) {
        const { status, body, headers } = await send(door.port, path, {
          method: path === '/' ? 'GET' : 'POST',
          headers: { ...jsonType, authorization, origin },
          body: '{}',
        });
        expect([origin, path, status, body]).toEqual([origin, path, 403, `${words.foreignOrigin}\n`]);
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
        trials += 1;
      }
    }
    expect(dump(backend.context.connection)).toEqual(before);
    reportTrials('P14', trials);
  });

  test('in ways no HTTP client would is answered with nothing of ours', async () => {
    const { door, backend, logged } = await openDoor();
    await backend.client.people.create(makePerson({ note: 'private words' }));
    const own = `127.0.0.1:${String(door.port)}`;
    const requests = [
      `GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      `GET / HTTP/1.1\r\nConnection: close\r\n\r\n`,
      `GET / HTTP/1.0\r\n\r\n`,
      `GET / HTTP/0.9\r\n\r\n`,
      `GET /\r\n`,
      `GET / HTTP/1.1\r\nHost: ${own}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: evil.example\r\nHost: ${own}\r\nConnection: close\r\n\r\n`,
      `POST /rpc/people/list HTTP/1.1\r\nHost: ${own}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
      `POST /rpc/people/list HTTP/1.1\r\nHost: ${own}\r\nContent-Length: -1\r\n\r\n{}`,
      `POST /session HTTP/1.1\r\nHost: ${own}\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{}`,
      `GET / HTTP/1.1\r\nHost: ${own}\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`,
      `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: ${own}\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: ${own}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
      `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n`,
      `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
      '\u0016\u0003\u0001\u0002\u0000',
      '\u0000'.repeat(1_000),
      'USER anonymous\r\n',
    ];
    for (const request of requests) {
      const answer = await sendBytes(door.port, request);
      expect(answer, request.slice(0, 60)).not.toMatch(/private words|"json"/u);
      expect(answer.slice(0, 12), request.slice(0, 60)).not.toMatch(/ 5\d\d/u);
    }
    expect((await send(door.port, '/')).status).toBe(200);
    expect(logged).toEqual([]);
    reportTrials('P14', requests.length);
  });

  test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'by %s gets no call done, and no permission for another page',
    async (method) => {
      const { door, backend, issue, redeem, tokenFrom } = await openDoor();
      await backend.client.people.create(makePerson());
      const authorization = `Bearer ${tokenFrom(await redeem(issue()))}`;
      for (const path of ['/rpc/history/undo', '/rpc/history/undo?data=%7B%7D']) {
        const { status, headers } = await send(door.port, path, { method, headers: { authorization } });
        expect(status).toBe(405);
        expect(headers['access-control-allow-origin']).toBeUndefined();
      }
      expect(await backend.client.people.list()).toHaveLength(1);
      reportTrials('P14', 2);
    },
  );
});

test('paths that lead out of the page, and folders, are not found', async () => {
  const { door } = await openDoor();
  expect((await send(door.port, '/assets/a-1.js')).body).toBe('1');
  for (const path of leadingOut) {
    const answer = await sendBytes(
      door.port,
      Buffer.from(`GET /${path} HTTP/1.1\r\nHost: 127.0.0.1:${String(door.port)}\r\nConnection: close\r\n\r\n`),
    );
    expect(answer, path).toMatch(/^HTTP\/1\.1 4\d\d /u);
    expect(answer, path).not.toMatch(/secret|root:|a-1\.js/u);
  }
  reportTrials('P14', leadingOut.length);
});
