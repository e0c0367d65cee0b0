const two = (value: number): string => String(value).padStart(2, '0');

/** `2:05`, `12:40`, `1:02:40`. */
export function formatSeconds(seconds: number): string {
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = two(seconds % 60);
  return hours === 0 ? `${String(minutes)}:${rest}` : `${String(hours)}:${two(minutes)}:${rest}`;
}

/** Whole minutes beyond the plan, the begun one included; 0 while within it or without a plan. */
export function minutesOver(seconds: number, plannedMinutes: number | null): number {
  if (plannedMinutes === null || plannedMinutes === 0) return 0;
  return Math.max(0, Math.ceil((seconds - plannedMinutes * 60) / 60));
}
