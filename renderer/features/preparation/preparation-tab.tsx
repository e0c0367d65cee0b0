import type { ReactElement } from 'react';

export function PreparationTab(): ReactElement | null {
  return null;
}
