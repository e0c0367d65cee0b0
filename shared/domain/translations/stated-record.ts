import type { MeetingRecord } from '../../contract/records.ts';
import type { Heading } from '../../contract/translations.ts';

/** A record that may also tell how its headings stand; what it does not tell of is taken to be in order. */
export type StatedRecord = MeetingRecord & { headings?: readonly Heading[] };
