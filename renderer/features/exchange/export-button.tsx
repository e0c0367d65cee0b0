import { FileDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeKind } from '#shared/contract/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { ExportDialog } from './export-dialog.tsx';

export interface ExportButtonProps {
  kind: ExchangeKind;
  /** Only these records, e.g. those that a filter shows. Default: the whole register. */
  ids?: string[];
}

/** Opens the choice of format and saves the register as a file. */
export function ExportButton(props: ExportButtonProps): ReactElement {
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
