import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkTabs } from '../../ui/tabs.tsx';

export interface ContactsTabsProps {
  current: '/contacts' | '/organizations' | '/contacts/duplicates';
}

/**
 * People and organisations are two lists of one place; what may be twice in them is the third. Without a number beside
 * it: to count them is to look through the whole register, which a list of thousands should not wait for.
 */
export function ContactsTabs({ current }: ContactsTabsProps): ReactElement {
  const { t } = useTranslation('contacts');
  return (
    <LinkTabs
      label={t('tabs')}
      current={current}
      tabs={[
        { href: '/contacts', label: t('people') },
        { href: '/organizations', label: t('organizations') },
        { href: '/contacts/duplicates', label: t('duplicates') },
      ]}
    />
  );
}
