import { type ReactElement, type ReactNode } from 'react';
import { Link } from 'react-aria-components';
import type { LocalizedText } from '#shared/domain/language.ts';
import { FallbackText } from './fallback-text.tsx';
import styles from './item.module.css';

export interface TextLinkProps {
  href: string;
  text: LocalizedText;
  /** Shown where no language has a text. */
  empty: string;
}

/** A link with a text of the records, in the reader's language or what stands in for it. */
export function TextLink({ href, text, empty }: TextLinkProps): ReactElement {
  return (
    <Link href={href} className={styles.text}>
      <FallbackText value={text} empty={empty} />
    </Link>
  );
}

/** Short remarks beside a link, divided by dots; empty ones leave no trace. */
export function Remarks({ remarks }: { remarks: readonly ReactNode[] }): ReactElement {
  return (
    <>
      {remarks.map((remark, index) => (
        <span key={index} className={styles.remark}>
          {remark}
        </span>
      ))}
    </>
  );
}
