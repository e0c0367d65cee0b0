import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementListItem } from '#shared/contract/agreements.ts';
import type { MeetingReference } from '#shared/contract/follow-up.ts';
import { useFormat } from '../../app/format.ts';
import { agreementKindKeys } from '../../app/record-words.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import type { RegisterColumn } from '../../ui/register/register-props.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { RecordState } from '../follow-up/index.ts';
import styles from './signed-documents.module.css';
import { useValidityWords } from './use-validity-words.ts';
import type { AgreementsView } from './view.ts';

export const signedOnSort = 'signedOn';

/**
 * @param today `YYYY-MM-DD`
 * @param isNarrow beside an open document, which says the rest
 */
export function useAgreementColumns(
  grouping: AgreementsView['grouping'],
  today: string,
  isNarrow: boolean,
): RegisterColumn<AgreementListItem>[] {
  const { t } = useTranslation(['signed-documents', 'meetings']);
  const format = useFormat();
  return useMemo(() => {
    const columns: (RegisterColumn<AgreementListItem> & { isLeftOut?: boolean })[] = [
      {
        id: 'number',
        title: t('column.number'),
        share: 0.8,
        cell: (row) => row.number,
      },
      {
        id: 'title',
        title: t('column.title'),
        isRowHeader: true,
        share: 2.4,
        cell: (row) => <FallbackText value={row.title} empty={t('untitled')} />,
      },
      {
        id: 'kind',
        title: t('column.kind'),
        share: 1.25,
        cell: (row) => t(agreementKindKeys[row.kind]),
        isLeftOut: isNarrow || grouping === 'kind',
      },
      {
        id: 'parties',
        title: t('column.parties'),
        share: 1.8,
        cell: (row) => <Parties parties={row.parties} />,
        isLeftOut: isNarrow,
      },
      {
        id: 'signedOn',
        title: t('column.signedOn'),
        share: 1.05,
        least: 7,
        sort: signedOnSort,
        cell: (row) => row.signedOn !== null && <span className={styles.day}>{format.shortDate(row.signedOn)}</span>,
      },
      {
        id: 'validity',
        title: t('column.validity'),
        share: 1.3,
        least: 8.5,
        cell: (row) => <Validity row={row} today={today} />,
      },
      {
        id: 'meeting',
        title: t('column.meeting'),
        share: 1.6,
        cell: (row) => row.meeting && <MeetingName meeting={row.meeting} agreementId={row.agreementId} />,
        isLeftOut: isNarrow || grouping === 'meeting',
      },
    ];
    return columns.filter(({ isLeftOut = false }) => !isLeftOut);
  }, [t, format, grouping, today, isNarrow]);
}

function Parties({ parties }: Pick<AgreementListItem, 'parties'>): ReactElement {
  const { t } = useTranslation('signed-documents');
  return (
    <ul className={styles.parties}>
      {parties.map(({ id, name }) => (
        <li key={id}>
          <FallbackText value={name} empty={t('parties.unnamed')} />
        </li>
      ))}
    </ul>
  );
}

function Validity({ row, today }: { row: AgreementListItem; today: string }): ReactElement {
  const words = useValidityWords(today);
  const until = words.until(row);
  return (
    <span className={styles.validity}>
      <RecordState kind="agreement" state={row.standing} />
      {until !== '' && <span className={styles.muted}>{until}</span>}
    </span>
  );
}

export interface MeetingNameProps {
  meeting: MeetingReference;
  /** The document that is shown there. */
  agreementId?: string;
}

/** Goes to the meeting at which a document was signed. */
export function MeetingName({ meeting, agreementId }: MeetingNameProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const format = useFormat();
  const place = agreementId === undefined ? '' : `/overview?focus=${agreementId}`;
  return (
    <span>
      <TextLink href={`/meetings/${meeting.id}${place}`} text={meeting.title} empty={t('meeting.untitled')} />
      <span className={styles.muted}>{format.shortDate(meeting.date)}</span>
    </span>
  );
}
