import type { StoreJob, StoreResults } from './messages.ts';

export function pack(job: Extract<StoreJob, { kind: 'pack' }>): Promise<StoreResults['pack']> {
  return Promise.reject(new Error(job.kind));
}
