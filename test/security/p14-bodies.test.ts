import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { createRandom } from '../bench/register/random.ts';
import { dump } from '../support/dump.ts';
import { openDoor } from '../support/raw-door.ts';
import { makePerson } from '../support/records.ts';
import { seedOf } from '../support/seeded.ts';
import { reportTrials, trialCount } from '../support/trials.ts';

/* P14: whoever has a token can end nothing with what no page of ours would send. */

const seed = seedOf();

describe('bodies', () => {
  const calls = Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.keys(procedures).map((procedure) => `${feature}/${procedure}`),
  );
  const form = (...parts: string[]): string => `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;
  const data = (text: string): string => `Content-Disposition: form-data; name="data"\r\n\r\n${text}`;
  const blob = `Content-Disposition: form-data; name="0"; filename="a\u0000/../b.csv"\r\n\r\nx`;
  const id = '01a0f67a-d446-7d07-bd60-9f42d1300a1c';
  /** Each refused by every call: broken as JSON, as a form, or as what oRPC makes of either. */
  const broken: readonly [type: string, body: string | Uint8Array][] = [
    ...['{', '[', '"', 'nul', '{"json":}', '{"json":{}}}', '{"json":NaN}', "{'json':1}", '\uFEFF{', 'undefined'].map(
      (body): [string, string] => ['application/json', body],
    ),
    ['application/json', 'null'],
    ['application/json', '['.repeat(100_000)],
    ['application/json', `{"json":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
    ['application/json', new Uint8Array([0xff, 0xfe, 0x00, 0xd8])],
    ['application/json', '{"json":{"name":{"length":{"valueOf":1}},"id":{"length":{"toString":1}}}}'],
    ['application/json', `{"json":{"id":"${id}","surplus":1}}`],
    ['application/json', '{"json":{"__proto__":{"polluted":1}}}'],
    ['application/json', '{"json":{"a":1},"meta":[[3,"__proto__","polluted"]]}'],
    ['application/json', '{"json":{"a":1},"meta":[[1,"constructor","prototype","polluted"]]}'],
    ['application/json', '{"json":{"a":"9"},"meta":[[0,"a"]]}'],
    ['application/json', '{"json":{"a":"(a+)+$"},"meta":[[5,"a"]]}'],
    ['application/json', '{"json":{"a":1},"meta":{"length":1e9}}'],
    ['application/json', '{"json":"x","meta":[[1]]}'],
    ['application/json', '{"json":[],"maps":[["0"]],"meta":[]}'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=b', ''],
    ['multipart/form-data; boundary=b', '--b--\r\n'],
    ['multipart/form-data; boundary=b', 'no boundary at all'],
    ['multipart/form-data; boundary=b', form(data('{'))],
    ['multipart/form-data; boundary=b', form(data('{"json":{"file":{}},"maps":[["file"]],"meta":[]}'))],
    [
      'multipart/form-data; boundary=b',
      form(data('{"json":{"file":{}},"maps":[["__proto__","file"]],"meta":[]}'), blob),
    ],
    ['multipart/form-data; boundary=b', form(blob)],
    ['multipart/form-data; boundary=b', form(data('{"json":1}')).slice(0, -10)],
    ['text/plain', 'x'],
    ['text/event-stream', 'data: {"json":1}\n\n'],
    ['application/x-www-form-urlencoded', 'json=1'],
    ['application/octet-stream', 'x'],
    ['image/png', 'x'],
    ['', '{"json":1}'],
  ];

  test('that are broken are refused by every call, and change nothing', { timeout: 600_000 }, async () => {
    const { backend, logged, issue, redeem, tokenFrom, call } = await openDoor();
    await backend.client.people.create(makePerson());
    const token = tokenFrom(await redeem(issue()));
    const before = dump(backend.context.connection);
    const random = createRandom(seed);
    const pairs = broken.flatMap(([type, body]) =>
      Array.from({ length: trialCount(2, 60) }, () => ({ path: random.pick(calls), type, body })),
    );
    const wrong: string[] = [];
    for (const { path, type, body } of pairs) {
      const answer = await call(path, token, body, type === '' ? {} : { 'content-type': type });
      // A call that takes no input takes whatever comes to nothing for none.
      const isReading =
        answer.status === 200 && /^app\/(state|info|check)|\/(get|list|state|owners|status)/u.test(path);
      if (answer.status >= 400 && answer.status < 500) continue;
      if (!isReading)
        wrong.push(`${path} ${type} ${String(body).slice(0, 60)}: ${String(answer.status)} ${answer.body}`);
    }
    expect({ seed, wrong, logged }).toEqual({ seed, wrong: [], logged: [] });
    expect(dump(backend.context.connection)).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((await call('people/list', token)).status).toBe(200);
    reportTrials('P14', pairs.length);
  });

  test('names of calls that are none are not found', async () => {
    const { issue, redeem, tokenFrom, call } = await openDoor();
    const token = tokenFrom(await redeem(issue()));
    const names = ['', 'people', 'people/', 'people/list/x', 'people/list/~orpc', '__proto__', '__proto__/toString'];
    names.push(
      'constructor/constructor',
      'people/constructor',
      'people/__proto__',
      '%00',
      '%',
      '%2e%2e/session',
      'then',
    );
    for (const name of names) expect([name, (await call(name, token)).status]).toEqual([name, 404]);
    reportTrials('P14', names.length);
  });
});
