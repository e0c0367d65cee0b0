import type { ReactElement } from 'react';

export function AgreementTab(): ReactElement | null {
  return null;
}
