import { ChevronRight } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import styles from './assist.module.css';

export interface FoldProps {
  title: string;
  /** How many there are; null while that is not known. */
  count: string | null;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A section of the pane that can be folded; what is folded is not drawn. */
export function Fold({ title, count, isOpen, onToggle, children }: FoldProps): ReactElement {
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={onToggle} className={styles.fold}>
      <Heading level={2} className={styles.heading}>
        <Button slot="trigger" className={styles.trigger}>
          <ChevronRight aria-hidden className={styles.arrow} />
          <span>{title}</span>
          {count !== null && <span className={styles.count}>{count}</span>}
        </Button>
      </Heading>
      <DisclosurePanel>{isOpen && <div className={styles.panel}>{children}</div>}</DisclosurePanel>
    </Disclosure>
  );
}
