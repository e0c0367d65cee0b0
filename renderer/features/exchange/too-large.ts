import { ORPCError } from '@orpc/client';
import type { ExchangeProblem } from '#shared/contract/errors.ts';
import { exchangeLimits } from '#shared/contract/exchange.ts';

/** Throws what the back end would answer: a file that is refused for its size need not travel first. */
export function refuseTooLarge(file: File): void {
  if (file.size <= exchangeLimits.bytes) return;
  const problem: ExchangeProblem = { code: 'too_large', line: 0, column: 0, detail: '' };
  throw new ORPCError('EXCHANGE_REFUSED', { defined: true, data: { problems: [problem] } });
}
