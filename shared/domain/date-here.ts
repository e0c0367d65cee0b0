/** The date on this machine at an instant (ms since 1970), as `YYYY-MM-DD`. */
export function dateHere(atMs: number): string {
  const at = new Date(atMs);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${String(at.getFullYear())}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
}
