import type { StoreJob, StoreResults } from './messages.ts';

export function stage(job: Extract<StoreJob, { kind: 'stage' }>): Promise<StoreResults['stage']> {
  return Promise.reject(new Error(job.kind));
}
