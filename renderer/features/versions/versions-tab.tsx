import type { ReactElement } from 'react';

export function VersionsTab(): ReactElement | null {
  return null;
}
