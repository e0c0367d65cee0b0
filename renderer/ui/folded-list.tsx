import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { LinkList, type LinkListProps } from './item.tsx';
import styles from './item.module.css';

const shownFirst = 5;

export interface FoldedListProps extends LinkListProps {
  /** Names the list; a heading below the section's. */
  title: string;
}

/** Links under a heading; of a long list the first five, until all are asked for. Nothing where there are none. */
export function FoldedList({ title, links }: FoldedListProps): ReactElement | null {
  const { t } = useTranslation('common');
  const [isOpen, setIsOpen] = useState(false);
  if (links.length === 0) return null;
  // One link behind a button would be longer than the link.
  const isFolded = !isOpen && links.length > shownFirst + 1;
  return (
    <div className={styles.folded}>
      <h3 className={styles.title}>{title}</h3>
      <LinkList links={isFolded ? links.slice(0, shownFirst) : links} />
      {isFolded && (
        <div>
          <Button
            kind="quiet"
            aria-label={t('list.showAllOf', { title, total: links.length })}
            onPress={() => setIsOpen(true)}
          >
            {t('list.showAll', { total: links.length })}
          </Button>
        </div>
      )}
    </div>
  );
}
