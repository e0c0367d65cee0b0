import type { ReactElement, ReactNode } from 'react';
import { ModalContext, useModal } from './commands.ts';

/** The contents of a modal dialog: while they are on screen, the commands behind them are out of reach. */
export function ModalScope({ children }: { children: ReactNode }): ReactElement {
  useModal();
  return <ModalContext value>{children}</ModalContext>;
}
