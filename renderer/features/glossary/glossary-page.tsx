import type { ReactElement } from 'react';

export function GlossaryPage(): ReactElement | null {
  return null;
}
