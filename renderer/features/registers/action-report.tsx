import { FileText } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierSubject } from '#shared/contract/dossiers.ts';
import { useToday } from '../../app/today.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Picker } from '../../ui/picker.tsx';
import { DossierDialog } from '../dossiers/index.ts';
import { useOwnerItems } from './use-owner-items.ts';
import type { ActionsView } from './view.ts';

/** The actions of one owner or side as a document and a letter. */
export function ActionReport({ view }: { view: ActionsView }): ReactElement {
  const { t } = useTranslation('registers');
  const today = useToday();
  const [subject, setSubject] = useState<DossierSubject | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { ownerKey, sideKey, groupId, status } = view;
  const hasClosed = status !== 'unclosed' && status !== 'open' && status !== 'in_progress';
  const open = () => {
    if (ownerKey === null && sideKey === null) setAsking(true);
    // The document names one of the two: who is asked for more closely.
    else setSubject(reportOf({ ownerKey, sideKey: ownerKey === null ? sideKey : null, hasClosed }));
  };
  const reportOf = (chosen: Asked): DossierSubject => ({ kind: 'action_report', groupId, today, ...chosen });
  return (
    <>
      <Button onPress={open}>
        <FileText aria-hidden />
        {t('actionReport.open')}
      </Button>
      {isAsking && (
        <WhoseDialog
          hasClosed={hasClosed}
          onClose={() => setAsking(false)}
          onChoose={(chosen) => {
            setAsking(false);
            setSubject(reportOf(chosen));
          }}
        />
      )}
      {subject && <DossierDialog subject={subject} onClose={() => setSubject(null)} />}
    </>
  );
}

interface Asked {
  ownerKey: string | null;
  sideKey: string | null;
  hasClosed: boolean;
}

interface WhoseDialogProps {
  hasClosed: boolean;
  onClose: () => void;
  onChoose: (asked: Asked) => void;
}

/** A side and an owner may not have the same key, so each has its own field; one of the two is named, or neither. */
function WhoseDialog({ onClose, onChoose, ...start }: WhoseDialogProps): ReactElement {
  const { t } = useTranslation('registers');
  const { owners, sides } = useOwnerItems();
  const [asked, setAsked] = useState<Asked>({ ownerKey: null, sideKey: null, hasClosed: start.hasClosed });
  return (
    <FormDialog
      title={t('actionReport.title')}
      submitLabel={t('actionReport.run')}
      onClose={onClose}
      onSubmit={() => {
        onChoose(asked);
        return Promise.resolve();
      }}
    >
      <Picker
        autoFocus
        label={t('actionReport.owner')}
        items={owners}
        value={asked.ownerKey}
        onChange={(ownerKey) => setAsked({ ...asked, ownerKey, sideKey: ownerKey === null ? asked.sideKey : null })}
      />
      <Picker
        label={t('actionReport.side')}
        items={sides}
        value={asked.sideKey}
        hint={t('actionReport.everybody')}
        onChange={(sideKey) => setAsked({ ...asked, sideKey, ownerKey: sideKey === null ? asked.ownerKey : null })}
      />
      <Checkbox
        label={t('actionReport.hasClosed')}
        value={asked.hasClosed}
        onChange={(hasClosed) => setAsked({ ...asked, hasClosed })}
      />
    </FormDialog>
  );
}
