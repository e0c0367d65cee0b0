import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { RPCHandler, BodyLimitPlugin } from '@orpc/server/node';
import { maxAttachmentBytes } from '#shared/contract/attachments.ts';
import { maxBackupBytes } from '#shared/contract/backups.ts';
import { maxRecordBytes } from '#shared/contract/records.ts';
import type { Backend } from '../backend.ts';
import type { Context } from '../context.ts';
import { buildContentSecurityPolicy } from '../content-security-policy.ts';
import { router } from '../router.ts';
import { createAccess } from './access.ts';
import { PortInUse } from './port-in-use.ts';
import { refuseInWords } from './refusals.ts';

/** Answers everything that is not a call: the built page, or in development the bundler. */
export type AssetHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface BrowserDoorOptions {
  backend: Backend;
  assets: AssetHandler;
  /** 0 takes any free port. A taken one throws DoorError with its number. */
  port: number;
  /** Null leaves the policy to the asset handler (development, where the bundler injects scripts). */
  contentSecurityPolicy?: string | null;
}

export interface BrowserDoor {
  readonly port: number;
  /** `http://127.0.0.1:PORT/#code=…` with a fresh code, good once, for 60 s. */
  issueUrl(): string;
  close(): Promise<void>;
}

const maxSessionBytes = 1_000;
/** What stands around a file in a form. */
const formBytes = 1_000_000;
/** Calls that take a whole data file, or meetings with all their files. */
const takesLarge = new Set(['/rpc/backups/preview', '/rpc/bundles/preview']);

const makeHandler = (maxFileBytes: number): RPCHandler<Context> =>
  new RPCHandler(router, { plugins: [new BodyLimitPlugin({ maxBodySize: maxFileBytes + formBytes })] });

/** Serves the page and the contract to a browser on this machine, and to nothing else: 127.0.0.1 only. */
export async function startBrowserDoor(options: BrowserDoorOptions): Promise<BrowserDoor> {
  const { backend, assets } = options;
  // The age of a code is not a matter of the calendar: a clock that is set must neither end nor prolong its life.
  const access = createAccess(() => performance.now());
  const policy =
    options.contentSecurityPolicy === undefined
      ? buildContentSecurityPolicy({ mayConnectToSelf: true })
      : options.contentSecurityPolicy;
  const handler = makeHandler(Math.max(maxRecordBytes, maxAttachmentBytes));
  const largeHandler = makeHandler(maxBackupBytes);
  let port = options.port;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setHeaders(response, policy);
    const refusal = refuse(request, port);
    if (refusal !== null) {
      refuseInWords(request, response, 403, refusal);
      return;
    }
    const path = (request.url ?? '/').split(/[?#]/u)[0] ?? '/';
    if (path === '/session') return exchangeCode(request, response);
    if (path === '/rpc' || path.startsWith('/rpc/')) {
      // oRPC itself refuses GET only.
      if (request.method !== 'POST') {
        refuseInWords(request, response, 405, 'method');
        return;
      }
      const token = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? '';
      if (!access.isValidToken(token)) {
        answer(response, 401, { error: 'no-session' });
        return;
      }
      if (!isOfOurKind(request)) {
        answer(response, 415, { error: 'wrong-type' });
        return;
      }
      const { matched } = await (takesLarge.has(path) ? largeHandler : handler).handle(request, response, {
        prefix: '/rpc',
        context: backend.context,
      });
      if (!matched) answer(response, 404, { error: 'no-such-call' });
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuseInWords(request, response, 405, 'method');
      return;
    }
    assets(request, response);
  };

  const exchangeCode = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A form or an image cannot send JSON without a preflight, which we never answer.
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json') {
      refuseInWords(request, response, 405, 'method');
      return;
    }
    const code = await readCode(request);
    const token = code === null ? null : access.redeem(code);
    if (token === null) answer(response, 401, { error: 'wrong-code' });
    else answer(response, 200, { token });
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // Who asked has hung up in the middle: nobody is left to be answered, and nobody is at fault.
      if (request.destroyed && !request.complete) return;
      const id = backend.context.log.bug(error);
      if (!response.headersSent) answer(response, 500, { error: 'internal', id });
      else response.destroy();
    });
  });
  port = await listen(server, options.port);
  return {
    port,
    issueUrl: () => `http://127.0.0.1:${String(port)}/#code=${access.issueCode()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject('code' in error && error.code === 'EADDRINUSE' ? new PortInUse(port) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** A page of another site, or a name that was made to point here (DNS rebinding), has its own Host or Origin. */
function refuse(request: IncomingMessage, port: number): 'foreignHost' | 'foreignOrigin' | null {
  const own = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`];
  if (!own.includes(request.headers.host ?? '')) return 'foreignHost';
  const { origin } = request.headers;
  if (origin !== undefined && !own.some((host) => origin === `http://${host}`)) return 'foreignOrigin';
  return null;
}

/** A call without a body, in JSON, or with files: of whatever else nothing would be left, and the call made without input. */
function isOfOurKind({ headers }: IncomingMessage): boolean {
  const hasBody = headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  return !hasBody || /^(?:application\/json|multipart\/form-data)(?:;|$)/iu.test(headers['content-type'] ?? '');
}

function setHeaders(response: ServerResponse, policy: string | null): void {
  if (policy !== null) response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}

async function readCode(request: IncomingMessage): Promise<string | null> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > maxSessionBytes) return null;
  }
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
      ? body.code
      : null;
  } catch {
    return null;
  }
}
