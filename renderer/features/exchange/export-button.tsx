import { FileDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { type Exported, ExportDialog } from './export-dialog.tsx';

/** Opens the choice of format and saves the register as a file. */
export function ExportButton(props: Exported): ReactElement {
  const { t } = useTranslation('exchange');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <FileDown aria-hidden />
        {t('export.open')}
      </Button>
      {isOpen && <ExportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
