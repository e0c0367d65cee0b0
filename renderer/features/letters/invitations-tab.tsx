import type { ReactElement } from 'react';

export function InvitationsTab(): ReactElement | null {
  return null;
}
