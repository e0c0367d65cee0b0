/** What is said when something is reported, see `reportInput` of shared/contract/follow-up.ts. */
export interface ReportValues {
  /** `YYYY-MM-DD` */
  on: string;
  reporterId: string | null;
  reporter: string;
  /** At which meeting it was said; null: outside one. */
  meetingId: string | null;
  note: string;
}

/** @param today `YYYY-MM-DD` */
export function emptyReport(today: string): ReportValues {
  return { on: today, reporterId: null, reporter: '', meetingId: null, note: '' };
}
