import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './dialog.module.css';

export interface FormDialogProps {
  title: string;
  onClose: () => void;
  /** Enter in a field and the last button end here. */
  onSubmit: (form: HTMLFormElement) => Promise<void>;
  /** What the last button says; default «Add». */
  submitLabel?: string;
  children: ReactNode;
}

/** A few fields that are sent together. */
export function FormDialog({ title, onClose, onSubmit, submitLabel, children }: FormDialogProps): ReactElement {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={id}>
            {submitLabel ?? t('add')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit(event.currentTarget);
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
