import { randomBytes } from 'node:crypto';

const codeLifetimeMs = 60_000;

/**
 * Who may talk to the browser door. A one-time code travels in the URL's fragment, which no server and no log ever
 * sees; the page exchanges it for a token that it keeps for the tab. No cookie: another server on another local
 * port would receive it (measured, design section 2).
 */
export interface Access {
  /** A fresh code, good once, for 60 s. */
  issueCode(): string;
  /** The token for a code, or null when it is unknown, used or too old. */
  redeem(code: string): string | null;
  isValidToken(token: string): boolean;
}

export function createAccess(clock: () => number): Access {
  const codes = new Map<string, number>();
  const tokens = new Set<string>();
  const secret = (): string => randomBytes(32).toString('base64url');
  return {
    issueCode() {
      const now = clock();
      for (const [code, expiresAtMs] of codes) if (expiresAtMs <= now) codes.delete(code);
      const code = secret();
      codes.set(code, now + codeLifetimeMs);
      return code;
    },
    redeem(code) {
      const expiresAtMs = codes.get(code);
      codes.delete(code);
      if (expiresAtMs === undefined || expiresAtMs <= clock()) return null;
      const token = secret();
      tokens.add(token);
      return token;
    },
    isValidToken: (token) => tokens.has(token),
  };
}
