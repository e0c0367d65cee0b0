import { ORPCError } from '@orpc/client';

/** Codes after which the same call can succeed later without anybody changing it. */
const passingCodes: ReadonlySet<string> = new Set([
  'STORE_FULL',
  'STORE_BUSY',
  'STORE_UNWRITABLE',
  'UNAUTHORIZED',
  'TIMEOUT',
  'CLIENT_CLOSED_REQUEST',
  'TOO_MANY_REQUESTS',
  'BAD_GATEWAY',
  'SERVICE_UNAVAILABLE',
  'GATEWAY_TIMEOUT',
]);

/**
 * `passing`: no answer, a lost connection, a full disk: the call waits and is sent again. `fault`: the back end broke
 * on it, which a second attempt may or may not survive. `refused`: it will never be taken.
 */
export function failureKind(error: unknown): 'passing' | 'fault' | 'refused' {
  if (!(error instanceof ORPCError)) return 'passing';
  const code = String(error.code);
  if (passingCodes.has(code)) return 'passing';
  return code === 'INTERNAL_SERVER_ERROR' ? 'fault' : 'refused';
}

export function isRefusal(error: unknown, code: string): boolean {
  return error instanceof ORPCError && error.code === code;
}
