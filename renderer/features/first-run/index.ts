import { createElement, lazy, type ReactElement, Suspense } from 'react';
import type { Settings } from '#shared/contract/settings.ts';

const LazyFirstRun = lazy(async () => ({ default: (await import('./first-run-page.tsx')).FirstRun }));

/** Asked once, before everything else; loaded only then. */
export function FirstRunPage(props: { settings: Settings }): ReactElement {
  return createElement(Suspense, { fallback: null }, createElement(LazyFirstRun, props));
}
