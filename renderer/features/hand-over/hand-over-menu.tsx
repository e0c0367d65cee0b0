import { Languages } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { BackDialog } from './back-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { RefusedDialog } from './refused-dialog.tsx';
import { useBack } from './use-back.ts';

export interface HandOverMenuProps {
  meetingId: string;
  isReadOnly: boolean;
}

/** Hands texts over to a translator as a DOCX table, and reads it back. */
export function HandOverMenu({ meetingId, isReadOnly }: HandOverMenuProps): ReactElement | null {
  const { t } = useTranslation('hand-over');
  const [isExporting, setExporting] = useState(false);
  const back = useBack(meetingId);
  if (isReadOnly) return null;
  return (
    <>
      <ChoiceMenu
        kind="normal"
        label={t('menu.label')}
        choices={[
          { id: 'export', label: t('menu.export') },
          { id: 'read', label: t('menu.read') },
        ]}
        onChoose={(id) => {
          if (id === 'export') setExporting(true);
          else void back.choose();
        }}
      >
        <Languages aria-hidden />
        {t('menu.button')}
      </ChoiceMenu>
      {isExporting && <ExportDialog meetingId={meetingId} onClose={() => setExporting(false)} />}
      {back.refusal !== null && <RefusedDialog error={back.refusal} onOther={back.choose} onClose={back.close} />}
      {back.found !== null && <BackDialog found={back.found} back={back} />}
    </>
  );
}
