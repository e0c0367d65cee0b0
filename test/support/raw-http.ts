import { request } from 'node:http';
import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  body: string;
  headers: Record<string, unknown>;
}

/** A request as written, without a client that tidies its path or headers. */
export function send(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string | string[]>; body?: string | Uint8Array } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      // A connection of its own: one that is used again may just have been closed.
      { host: '127.0.0.1', port, path, agent: false, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('error', reject);
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

/** In ms: what waits for more than it was sent is hung up on; for a request that is whole there is an answer to come. */
const [patienceMs, wholeMs] = [500, 3_000];

/**
 * Bytes as they are, for what no HTTP client would write; answers all that came back until one side hung up. A request
 * that is whole says `Connection: close`, so that nobody has to be patient.
 */
export function sendBytes(port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const isWhole = Buffer.from(bytes).includes('Connection: close');
    socket.setTimeout(isWhole ? wholeMs : patienceMs, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(answer);
    });
  });
}
