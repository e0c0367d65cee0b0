import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button.tsx';
import { Page } from './page.tsx';

export function NotFoundPage(): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <p>
        <ButtonLink href="/">{t('notFound.home')}</ButtonLink>
      </p>
    </Page>
  );
}
