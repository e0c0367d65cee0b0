/**
 * For `register`'s `setValueAs`: an empty field is «not given»; what is no whole number stays as typed, so that the
 * form can say so.
 */
export function readNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const typed = value.normalize('NFKC').trim();
  if (typed === '') return null;
  return /^\d+$/u.test(typed) ? Number(typed) : typed;
}
