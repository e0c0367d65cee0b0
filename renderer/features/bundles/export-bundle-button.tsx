import { Package } from 'lucide-react';
import { lazy, type ReactElement, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }));

/** For a page of meetings: the way to hand some of them over. */
export function ExportBundleButton(): ReactElement {
  const { t } = useTranslation('bundles');
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Package aria-hidden />
        {t('export')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportDialog onClose={close} />
        </Suspense>
      )}
    </>
  );
}
