/** What the address of the import may carry. */
export interface AttendanceImportSearch {
  /** The screen to go back to; without it the Participants tab. */
  from?: 'live';
}
