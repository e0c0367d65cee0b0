import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { describeError } from './errors.ts';
import { Page } from './page.tsx';

/** Stands in for a page that failed; the rest of the application goes on. */
export function PageError({ error, reset }: { error: unknown; reset?: () => void }): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('failed.title')}>
      <p role="alert">{describeError(error)}</p>
      <p>
        <Button onPress={() => (reset ? reset() : location.reload())}>{t('failed.again')}</Button>
      </p>
      <details>
        <summary>{t('failed.details')}</summary>
        <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
      </details>
    </Page>
  );
}
