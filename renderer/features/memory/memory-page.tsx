import type { ReactElement } from 'react';

export function MemoryPage(): ReactElement | null {
  return null;
}
