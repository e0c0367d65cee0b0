import { hearParent, tellParent } from '../../helper-port.ts';
import type { FromStoreWorker, StoreJob, StoreResults } from './messages.ts';

type Result = StoreResults[keyof StoreResults];

/** Each kind of job loads what it needs: a backup on close should not wait for a zip reader. */
async function work(job: StoreJob): Promise<Result> {
  switch (job.kind) {
    case 'seal':
      return (await import('./seal.ts')).seal(job.path, job.final);
    case 'hash':
      return (await import('./seal.ts')).hashFile(job.path);
    case 'copy':
      return (await import('./copy.ts')).copyBackup(job.from, job.to);
    case 'pack':
      return (await import('./pack.ts')).pack(job);
    case 'stage':
      return (await import('./stage.ts')).stage(job);
    case 'compare':
      return (await import('./compare.ts')).compare(job);
  }
}

hearParent((message) => {
  work(message as StoreJob).then(
    (result) => {
      tellParent({ kind: 'done', result } satisfies FromStoreWorker);
    },
    (error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const text = error instanceof Error ? error.message : '';
      tellParent({ kind: 'failed', code, message: text } satisfies FromStoreWorker);
    },
  );
});
