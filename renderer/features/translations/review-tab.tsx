import type { ReactElement } from 'react';

export function ReviewTab(): ReactElement | null {
  return null;
}
