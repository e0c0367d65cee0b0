import { Building2, Flag, LogOut, UserRound } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionOwnerLine } from '#shared/contract/actions.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { NotNamed } from './due.tsx';
import styles from './owners.module.css';

const icons = { person: UserRound, organization: Building2, side: Flag } as const;
const pages = { person: '/contacts', organization: '/organizations', side: null } as const;

export interface OwnersProps {
  owners: readonly ActionOwnerLine[];
  /** Their names lead to their pages. */
  isLinked?: boolean;
}

/** Who has an action to do, and who of them is in the working group no longer. */
export function Owners({ owners, isLinked = false }: OwnersProps): ReactElement {
  const { t } = useTranslation('registers');
  const format = useFormat();
  if (owners.length === 0) return <NotNamed />;
  return (
    <ul className={styles.owners}>
      {owners.map((owner) => {
        const page = isLinked ? pages[owner.kind] : null;
        return (
          <li key={owner.id}>
            {page === null ? (
              <FallbackText value={owner.name} empty={t('noName')} />
            ) : (
              <TextLink href={`${page}/${owner.ownerId}`} text={owner.name} empty={t('noName')} />
            )}
            {owner.leftOn !== null && (
              <span className={styles.left}>
                <LogOut aria-hidden size={14} />
                {t('leftOn', { date: format.shortDate(owner.leftOn) })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A person, an organisation or a side; the word for it stands beside the sign. */
export function OwnerIcon({ kind }: { kind: ActionOwnerLine['kind'] }): ReactElement {
  const Icon = icons[kind];
  return <Icon aria-hidden size={14} className={styles.icon} />;
}
