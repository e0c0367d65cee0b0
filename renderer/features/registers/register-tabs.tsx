import { useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkTabs } from '../../ui/tabs.tsx';

/** The registers, one beside the other. */
export function RegisterTabs(): ReactElement {
  const { t } = useTranslation('registers');
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <LinkTabs
      label={t('registers.label')}
      current={path}
      tabs={[
        { href: '/registers/actions', label: t('actions') },
        { href: '/registers/decisions', label: t('registers.decisions') },
        { href: '/registers/agreements', label: t('registers.agreements') },
        { href: '/registers/proposals', label: t('registers.proposals') },
        { href: '/registers/timeline', label: t('registers.timeline') },
        { href: '/registers/glossary', label: t('registers.glossary') },
        { href: '/registers/memory', label: t('registers.memory') },
      ]}
    />
  );
}
