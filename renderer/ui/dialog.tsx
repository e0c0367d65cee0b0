import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { ModalScope } from '../app/modal-scope.tsx';
import styles from './dialog.module.css';
import { ReadOnlyArea } from './read-only.tsx';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Esc, the close button and a choice in the footer all end here. */
  onClose: () => void;
  children: ReactNode;
  /** As wide as the window allows, for things side by side. */
  isWide?: boolean;
  /** Buttons, the one that goes on last. */
  footer: ReactNode;
}

export function Dialog({ title, isOpen, onClose, children, isWide = false, footer }: DialogProps): ReactElement {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={false}
      data-modal
    >
      <Modal className={styles.modal} data-wide={isWide || undefined}>
        <AriaDialog className={styles.dialog}>
          <ModalScope>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            <ReadOnlyArea isReadOnly={false}>
              <div className={styles.body}>{children}</div>
              <div className={styles.footer}>{footer}</div>
            </ReadOnlyArea>
          </ModalScope>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
