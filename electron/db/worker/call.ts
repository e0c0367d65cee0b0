import { callHelper, type HelperLimits } from '../../helper-call.ts';
import type { StartHelper } from '../../helper-process.ts';
import type { FromStoreWorker, StoreJob, StoreResults } from './messages.ts';

/** A copy of many gigabytes on a slow stick takes its time; what hangs for good is ended. */
const usualLimits: HelperLimits = { deadlineMs: 30 * 60_000, memoryBytes: 768 * 1024 * 1024 };

/** The job did not succeed. `code`: of the file system or of SQLite, '' where it has none. */
export class StoreJobFailed extends Error {
  readonly code: string;

  constructor(kind: StoreJob['kind'], code: string, message: string) {
    super(`${kind}: ${code} ${message}`);
    this.name = 'StoreJobFailed';
    this.code = code;
  }
}

/** Has one job done in a helper process. Throws {@link StoreJobFailed}, or HelperFailure when it was given up. */
export async function callStoreWorker<Kind extends StoreJob['kind']>(
  startHelper: StartHelper,
  job: Extract<StoreJob, { kind: Kind }>,
  limits: Partial<HelperLimits> = {},
): Promise<StoreResults[Kind]> {
  const answer = (await callHelper(startHelper, 'store-worker', job, { ...usualLimits, ...limits })) as FromStoreWorker;
  if (answer.kind === 'failed') throw new StoreJobFailed(job.kind, answer.code, answer.message);
  return answer.result as StoreResults[Kind];
}
