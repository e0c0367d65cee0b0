import { ensureBuilt } from '../../.config/build.ts';

/** Vitest's global setup: tests that start a built door must never meet yesterday's. */
export default async function build(): Promise<void> {
  await ensureBuilt();
}
