import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkTabs } from '../../ui/tabs.tsx';

/** People and organisations are two lists of one place. */
export function ContactsTabs({ current }: { current: '/contacts' | '/organizations' }): ReactElement {
  const { t } = useTranslation('contacts');
  return (
    <LinkTabs
      label={t('tabs')}
      current={current}
      tabs={[
        { href: '/contacts', label: t('people') },
        { href: '/organizations', label: t('organizations') },
      ]}
    />
  );
}
