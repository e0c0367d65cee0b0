import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import type { Session } from 'electron';
import { buildContentSecurityPolicy } from '../content-security-policy.ts';
import { contentTypeOf, resolveStaticFile } from '../static-files.ts';
import { origin, scheme } from './origin.ts';

const securityHeaders = {
  'content-security-policy': buildContentSecurityPolicy({ mayConnectToSelf: false }),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Must run before the app is ready. Standard: the page has an origin of its own; secure: it may use what needs one. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, codeCache: true } }]);
}

async function findFile(folder: string, { method, url }: { method: string; url: string }): Promise<string | null> {
  if (method !== 'GET' || !url.startsWith(`${origin}/`)) return null;
  const [path = ''] = url.slice(origin.length + 1).split(/[?#]/);
  return resolveStaticFile(folder, path);
}

/** Answers one request of the page; 404 for everything that is not a file of the built page in `folder`. */
export async function answerRequest(folder: string, request: { method: string; url: string }): Promise<Response> {
  const path = await findFile(folder, request);
  const body = path === null ? null : await readFile(path).catch(() => null);
  if (path === null || body === null) return new Response(null, { status: 404, headers: securityHeaders });
  return new Response(body, { headers: { ...securityHeaders, 'content-type': contentTypeOf(path) } });
}

/** Serves the built page to the windows of a session. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(scheme, (request) => answerRequest(folder, request));
}
