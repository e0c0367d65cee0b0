import { createElement, lazy, type ReactElement, Suspense } from 'react';
import type { BackupsSectionProps } from './backups-section.tsx';
import type { RecoveryProps } from './recovery-page.tsx';

export { JournalNotice } from './journal-notice.tsx';
export { PassphraseForm } from './passphrase-form.tsx';
export { useProtection } from './protection.tsx';
export { sayRestored } from './restored-notice.ts';

const LazySection = lazy(async () => ({ default: (await import('./backups-section.tsx')).BackupsSection }));
const LazyRecovery = lazy(async () => ({ default: (await import('./recovery-page.tsx')).Recovery }));

/** The first screen needs none of it: loaded when it is shown. */
export function BackupsSection(props: BackupsSectionProps): ReactElement {
  return createElement(Suspense, { fallback: null }, createElement(LazySection, props));
}

export function RecoveryPage(props: RecoveryProps): ReactElement {
  return createElement(Suspense, { fallback: null }, createElement(LazyRecovery, props));
}
