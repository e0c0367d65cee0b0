import { type ReactElement, type ReactNode, useEffect } from 'react';
import { ModalContext, openModal } from './commands.ts';

/** The contents of a modal dialog: while they are on screen, the commands behind them are out of reach. */
export function ModalScope({ children }: { children: ReactNode }): ReactElement {
  useEffect(openModal, []);
  return <ModalContext value>{children}</ModalContext>;
}
