import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/contract/attachments.ts';
import { api } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

export function RenameDialog({ file, onClose }: { file: Attachment; onClose: () => void }): ReactElement {
  const { t } = useTranslation(['versions', 'common']);
  const formId = useId();
  const rename = async (form: FormData) => {
    const name = form.get('name');
    try {
      if (typeof name === 'string' && name.trim() !== '') await api.attachments.update({ id: file.id, name });
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
          defaultValue={file.name}
          maxLength={200}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
