import { type ReactElement, useMemo } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AgreementListItem } from '#shared/contract/agreements.ts';
import type { MeetingReference } from '#shared/contract/follow-up.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import type { RegisterColumn } from '../../ui/register/register-props.ts';
import { RecordState } from '../follow-up/index.ts';
import styles from './signed-documents.module.css';
import { useValidityWords } from './use-validity-words.ts';
import { kindKeys } from './words.ts';

export const signedOnSort = 'signedOn';

/** @param today `YYYY-MM-DD` */
export function useAgreementColumns(today: string): RegisterColumn<AgreementListItem>[] {
  const { t } = useTranslation(['signed-documents', 'meetings']);
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'number', title: t('column.number'), share: 0.6, cell: (row) => row.number },
      {
        id: 'title',
        title: t('column.title'),
        isRowHeader: true,
        share: 2.2,
        cell: (row) => <FallbackText value={row.title} empty={t('untitled')} />,
      },
      { id: 'kind', title: t('column.kind'), share: 0.9, cell: (row) => t(kindKeys[row.kind]) },
      { id: 'parties', title: t('column.parties'), share: 1.8, cell: (row) => <Parties parties={row.parties} /> },
      {
        id: 'signedOn',
        title: t('column.signedOn'),
        share: 0.7,
        sort: signedOnSort,
        cell: (row) => (row.signedOn === null ? '' : format.shortDate(row.signedOn)),
      },
      { id: 'validity', title: t('column.validity'), share: 1.3, cell: (row) => <Validity row={row} today={today} /> },
      {
        id: 'meeting',
        title: t('column.meeting'),
        share: 1.2,
        cell: (row) => row.meeting && <MeetingName meeting={row.meeting} agreementId={row.agreementId} />,
      },
    ],
    [t, format, today],
  );
}

function Parties({ parties }: Pick<AgreementListItem, 'parties'>): ReactElement {
  const { t } = useTranslation('signed-documents');
  return (
    <ul className={styles.inline}>
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
    <>
      <RecordState kind="agreement" state={row.standing} />
      {until !== '' && <span className={styles.muted}> {until}</span>}
    </>
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
    <>
      <Link href={`/meetings/${meeting.id}${place}`}>
        <FallbackText value={meeting.title} empty={t('meeting.untitled')} />
      </Link>{' '}
      <span className={styles.muted}>{format.shortDate(meeting.date)}</span>
    </>
  );
}
