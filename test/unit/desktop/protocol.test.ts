import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answerRequest, servePage } from '../../../electron/main/protocol.ts';
import { FakeSession } from '../../support/fake-electron.ts';
import { layPage } from '../../support/url-paths.ts';

/* What is not served, and the policy that comes with what is: test/security/p13-electron.test.ts. */

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).createFakeElectron());

let folder = '';
let page = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-protocol-'));
  page = layPage(folder);
});
afterAll(() => rm(folder, { recursive: true }));

test('the session answers the scheme', async () => {
  const session = new FakeSession();
  servePage(session as unknown as Session, page);
  const answer = session.handlers['protocol:app']!(...([{ url: 'app://trilogue/', method: 'GET' }] as never[]));
  expect(((await answer) as Response).status).toBe(200);
});

describe('a file of the page', () => {
  test.each([
    ['app://trilogue/', 'text/html; charset=utf-8', '<title>page</title>'],
    ['app://trilogue/#/meetings', 'text/html; charset=utf-8', '<title>page</title>'],
    ['app://trilogue/assets/a-1.js', 'text/javascript; charset=utf-8', '1'],
    ['app://trilogue/assets/a-1.js?v=1', 'text/javascript; charset=utf-8', '1'],
  ])('is served: %s', async (url, type, text) => {
    const response = await answerRequest(page, { url, method: 'GET' });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, text]);
  });
});
