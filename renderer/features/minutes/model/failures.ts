import { ORPCError } from '@orpc/client';

/** Codes after which the same call can succeed later without anybody changing it. */
const passingCodes: ReadonlySet<string> = new Set([
  // The disk is full or read-only.
  'STORE_UNWRITABLE',
  // The back end is closing its file.
  'SERVICE_UNAVAILABLE',
  // In a browser: the back end was started anew and wants to be opened from the terminal again.
  'UNAUTHORIZED',
]);

/**
 * `passing`: no answer (`NoAnswer`, or whatever else is no answer of the back end), a full disk: the call waits and is sent again. `fault`: the back end broke
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

/** The revision that stands against the one that was sent; null where the error does not tell. */
export function conflictRevision(error: unknown): number | null {
  const data: unknown = error instanceof ORPCError ? error.data : null;
  const isTold = typeof data === 'object' && data !== null && 'revision' in data;
  return isTold && typeof data.revision === 'number' ? data.revision : null;
}
