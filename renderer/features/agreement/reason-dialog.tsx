import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';

const words = {
  accept: { title: 'reason.acceptTitle', label: 'reason.acceptLabel', run: 'comments.accept' },
  decline: { title: 'reason.declineTitle', label: 'reason.declineLabel', run: 'reason.declineRun' },
} as const;

export interface ReasonDialogProps {
  kind: keyof typeof words;
  onClose: () => void;
  onSay: (reason: string) => Promise<void>;
}

/** Why a comment is declined, or how it was taken in. Declining needs a reason. */
export function ReasonDialog({ kind, onClose, onSay }: ReasonDialogProps): ReactElement {
  const { t } = useTranslation(['agreement', 'common']);
  const id = useId();
  const [problem, setProblem] = useState<string>();
  const key = words[kind];
  return (
    <Dialog
      title={t(key.title, { ns: 'agreement' })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={id}>
            {t(key.run, { ns: 'agreement' })}
          </Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          const said = new FormData(event.currentTarget).get('reason');
          const reason = typeof said === 'string' ? said.trim() : '';
          if (kind === 'decline' && reason === '') setProblem(t('agreement:reason.needed'));
          else void onSay(reason);
        }}
      >
        <TextArea label={t(key.label, { ns: 'agreement' })} name="reason" autoFocus error={problem} />
      </form>
    </Dialog>
  );
}
