/** The value below which a share of the sample lies. Sorts a copy. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (sample: readonly number[]): number => quantile(sample, 0.5);

/** One line of the report: what was measured, against which baseline, in the same run. */
export interface Line {
  name: string;
  value: string;
  goal: string;
  isMet: boolean;
}

export function ratioLine(name: string, measured: number, baseline: number, unit: string, limit: number): Line {
  const ratio = measured / baseline;
  const figures = `${measured.toFixed(measured < 10 ? 2 : 0)} / ${baseline.toFixed(baseline < 10 ? 2 : 0)} ${unit}`;
  return { name, value: `${ratio.toFixed(2)} × (${figures})`, goal: `≤ ${String(limit)} ×`, isMet: ratio <= limit };
}
