import { initial } from './0001-initial.ts';
import { namesAndDuplicates } from './0002-names-and-duplicates.ts';
import { liveMinutes } from './0003-live-minutes.ts';
import { beforeAndAfter } from './0004-before-and-after.ts';
import { documentsOut } from './0005-documents-out.ts';
import { reviewAndTranslate } from './0006-review-and-translate.ts';
import { followUp } from './0007-follow-up.ts';

/** Every migration in order; its place in the list is its number (`user_version`). */
export const migrations: readonly string[] = [
  initial,
  namesAndDuplicates,
  liveMinutes,
  beforeAndAfter,
  documentsOut,
  reviewAndTranslate,
  followUp,
];
