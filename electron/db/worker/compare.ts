import type { Compared, StoreJob } from './messages.ts';

export function compare(job: Extract<StoreJob, { kind: 'compare' }>): Promise<Compared> {
  return Promise.reject(new Error(job.kind));
}
