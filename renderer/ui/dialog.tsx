import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Esc, the close button and a choice in the footer all end here. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the one that goes on last. */
  footer: ReactNode;
  /** For questions: read out at once. */
  isQuestion?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, footer, isQuestion = false }: DialogProps): ReactElement {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={false}
    >
      <Modal className={styles.modal}>
        <AriaDialog role={isQuestion ? 'alertdialog' : 'dialog'} className={styles.dialog}>
          <Heading slot="title" level={2} className={styles.title}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          <div className={styles.footer}>{footer}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** What will happen, in a sentence. */
  children: ReactNode;
  /** A verb, e.g. «Delete for ever». */
  confirmLabel: string;
  onConfirm: () => void;
  isDanger?: boolean;
}

/** Only for what cannot be undone; everything else happens at once and offers undo. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement {
  const { title, isOpen, onClose, children, confirmLabel, onConfirm, isDanger = false } = props;
  const { t } = useTranslation('common');
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      isQuestion
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            kind={isDanger ? 'danger' : 'primary'}
            autoFocus
            onPress={() => {
              onConfirm();
              onClose();
            }}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
