import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionHead } from '#shared/contract/actions.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { MeetingLink } from '../follow-up/index.ts';
import { OwnerIcon } from './owners.tsx';
import { dueKeys } from './words.ts';

/** What the rows of a group have in common. */
export function ActionHeading({ head }: { head: ActionHead }): ReactElement {
  const { t } = useTranslation('registers');
  switch (head.by) {
    case 'meeting':
      return <MeetingLink meeting={head.meeting} />;
    case 'owner':
      if (head.kind === null) return <>{t('nobody')}</>;
      return (
        <>
          <OwnerIcon kind={head.kind} />
          <FallbackText value={head.name} empty={t('noName')} />
        </>
      );
    case 'side':
      return head.key === '' ? <>{t('noSide')}</> : <FallbackText value={head.name} empty={t('noName')} />;
    case 'due':
      return <>{t(dueKeys[head.due])}</>;
  }
}
