import { Ban, CalendarPlus, Replace, RotateCcw } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementDetail } from '#shared/contract/agreements.ts';
import { Button } from '../../ui/button.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import { type EndState, StateDialog } from './state-dialog.tsx';

export interface StateButtonsProps {
  detail: AgreementDetail;
}

/** What can become of a document: renewed, ended, replaced, or after all in force. */
export function StateButtons({ detail }: StateButtonsProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const [dialog, setDialog] = useState<'renew' | EndState | null>(null);
  const close = () => setDialog(null);
  const isStanding = detail.state === 'standing';
  return (
    <>
      {isStanding && detail.validTo !== null && (
        <Button onPress={() => setDialog('renew')}>
          <CalendarPlus aria-hidden />
          {t('act.renew')}
        </Button>
      )}
      {isStanding ? (
        <>
          <Button onPress={() => setDialog('terminated')}>
            <Ban aria-hidden />
            {t('act.terminate')}
          </Button>
          <Button onPress={() => setDialog('replaced')}>
            <Replace aria-hidden />
            {t('act.replace')}
          </Button>
        </>
      ) : (
        <Button onPress={() => setDialog('standing')}>
          <RotateCcw aria-hidden />
          {t('act.restore')}
        </Button>
      )}
      {dialog === 'renew' && <RenewDialog detail={detail} onClose={close} />}
      {dialog !== null && dialog !== 'renew' && <StateDialog detail={detail} state={dialog} onClose={close} />}
    </>
  );
}
