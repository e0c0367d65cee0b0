import type { HelperFailureReason } from '../helper-call.ts';

/** The file took more than a helper may take, or did what no importer foresees. Nothing came of it. */
export class FileUnreadable extends Error {
  readonly reason: HelperFailureReason;

  /** `trace`: where in the helper it happened. */
  constructor(reason: HelperFailureReason, trace = '') {
    super(`a file could not be read: ${reason}`);
    this.name = 'FileUnreadable';
    this.reason = reason;
    if (trace !== '') this.stack = trace;
  }
}
