import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface RenameDialogProps {
  /** The name as it is. */
  name: string;
  onRename: (name: string) => Promise<unknown>;
  onClose: () => void;
}

/** Gives a kept file another name. */
export function RenameDialog({ name: oldName, onRename, onClose }: RenameDialogProps): ReactElement {
  const { t } = useTranslation(['versions', 'common']);
  const formId = useId();
  const rename = async (form: FormData) => {
    const name = form.get('name');
    try {
      if (typeof name === 'string' && name.trim() !== '') await onRename(name);
      onClose();
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Dialog
      title={t('versions:file.renameTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={formId}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void rename(new FormData(event.currentTarget));
        }}
      >
        <TextField
          name="name"
          label={t('versions:file.name')}
          hint={t('versions:file.nameHint')}
          defaultValue={oldName}
          maxLength={200}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
