import { onTestFinished } from 'vitest';
import { serveBuiltPage, startBrowserDoor } from '../../electron/browser/index.ts';
import { makeFolder, openTestBackend } from './backend.ts';
import { type RawAnswer, send } from './raw-http.ts';
import { layPage } from './url-paths.ts';

export const jsonType = { 'content-type': 'application/json' };

/** A browser door over a real back end and a page of its own, closed after the test; asked by requests as written. */
export async function openDoor() {
  const { backend, logged } = openTestBackend();
  const door = await startBrowserDoor({ backend, port: 0, assets: serveBuiltPage(layPage(makeFolder())) });
  onTestFinished(() => door.close());
  const issue = (): string => new URL(door.issueUrl()).hash.replace('#code=', '');
  const redeem = (code: unknown): Promise<RawAnswer> =>
    send(door.port, '/session', { method: 'POST', headers: jsonType, body: JSON.stringify({ code }) });
  const tokenFrom = ({ body }: RawAnswer): string => (JSON.parse(body) as { token: string }).token;
  const call = (
    path: string,
    token: string,
    body: string | Uint8Array = '{}',
    headers: Record<string, string> = jsonType,
  ): Promise<RawAnswer> =>
    send(door.port, `/rpc/${path}`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body,
    });
  return { backend, logged, door, issue, redeem, tokenFrom, call };
}
