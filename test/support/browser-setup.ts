import { ensureBuilt } from '../../.config/build.ts';
import { extractBrowser } from './browser.ts';

/** Playwright's global setup: the doors are built and the browser is unpacked once, before any worker needs them. */
export default async function prepare(): Promise<void> {
  await Promise.all([ensureBuilt(), extractBrowser()]);
}
