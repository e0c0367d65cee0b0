import { FileSignature, Frame, Heading, ListOrdered, type LucideIcon, Quote, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import type { HeadingKind } from '#shared/contract/translations.ts';
import { entryIcons } from '../../minutes/index.ts';
import type { Line } from '../model/lines.ts';
import styles from './cells.module.css';

const icons: Record<string, LucideIcon> = {
  ...entryIcons,
  ...({
    meeting_title: Heading,
    meeting_theme: Quote,
    meeting_framework: Frame,
    agenda_title: ListOrdered,
    agreement_title: FileSignature,
    party_description: Users,
  } satisfies Record<HeadingKind, LucideIcon>),
};

/** The sign of a row's kind, or of what a heading is. */
export function KindIcon({ line }: { line: Line }): ReactElement | null {
  const Icon = icons[line.entryKind ?? line.reference.kind];
  return Icon === undefined ? null : <Icon aria-hidden className={styles.icon} />;
}
