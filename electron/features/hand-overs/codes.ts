import { createHash } from 'node:crypto';

/** Digits and capitals without those that are taken for one another: 0 and O, 1 and I. Five bits each. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 8;

/**
 * A short name for something, by its SHA-256: eight signs, at least one of them a letter and one a digit, so that it is
 * neither a word nor a number. `attempt` counts on from 0 where another text has the same.
 */
function codeOf(name: string, attempt: number): string {
  for (let round = attempt; ; round++) {
    const hash = createHash('sha256')
      .update(`${name}#${String(round)}`)
      .digest();
    const code = Array.from({ length }, (_, index) => alphabet[(hash[index] ?? 0) % alphabet.length]).join('');
    if (/[A-Z]/u.test(code) && /\d/u.test(code)) return code;
  }
}

export const handOverCode = (id: string): string => codeOf(`hand-over/${id}`, 0);

/**
 * Gives each text of a hand-over its code; no two have the same, nor that of the hand-over. They differ from one
 * hand-over to the next, so that one row is enough to know where it comes from.
 */
export function createCoder(handOverId: string): (kind: string, id: string) => string {
  const used = new Set([handOverCode(handOverId)]);
  return (kind, id) => {
    for (let attempt = 0; ; attempt += 1_000) {
      const code = codeOf(`${handOverId}/${kind}/${id}`, attempt);
      if (used.has(code)) continue;
      used.add(code);
      return code;
    }
  };
}

const pattern = new RegExp(
  `(?<![A-Z0-9])(?=[A-Z2-9]*[A-Z])(?=[A-Z2-9]*[2-9])[${alphabet}]{${String(length)}}(?![A-Z0-9])`,
  'gu',
);

/** Everything in a text that may be a code, in capitals. */
export function findCodes(text: string): string[] {
  return text.toUpperCase().match(pattern) ?? [];
}
