import { extractBrowser } from './browser.ts';

/** Playwright's global setup: the browser is unpacked once, before any worker needs it. */
export default extractBrowser;
