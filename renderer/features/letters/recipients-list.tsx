import type { ReactElement } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection, Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { RowCheckbox } from '../../ui/checkbox.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { attendanceName } from '../meetings/index.ts';
import { RecipientCells, type RecipientCellsProps } from './recipient-cells.tsx';
import { groupBySide, type RecipientRow } from './recipient-rows.ts';
import styles from './recipients.module.css';

export interface RecipientsListProps {
  rows: readonly RecipientRow[];
  detail: MeetingDetail;
  shows: RecipientCellsProps['shows'];
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  onLanguage: (attendanceId: string, language: Language) => void;
  onPreview: (attendanceId: string) => void;
}

/** Recipients side by side; arrow keys go from one to the next, Space chooses, arrow right goes to what can be changed. */
export function RecipientsList(props: RecipientsListProps): ReactElement {
  const { rows, detail, shows, selected, onSelect, onLanguage, onPreview } = props;
  const { t } = useTranslation('letters');
  const uiLanguage = useUiLanguage();
  return (
    <GridList
      aria-label={t('recipients.title')}
      className={styles.list}
      renderEmptyState={() => <p className={styles.muted}>{t('filter.nobody')}</p>}
      selectionMode="multiple"
      escapeKeyBehavior="none"
      selectedKeys={selected}
      onSelectionChange={(keys) => onSelect(keys === 'all' ? new Set(rows.map(({ id }) => id)) : toIds(keys))}
    >
      {groupBySide(rows, detail.meeting.sides).map((group) => (
        <GridListSection key={group.side?.id ?? ''} className={styles.side}>
          <GridListHeader className={styles.sideName}>
            {group.side ? (
              <FallbackText value={group.side.name} empty={t('recipients.sideUnnamed')} />
            ) : (
              t('recipients.noSide')
            )}
          </GridListHeader>
          {group.rows.map((row) => {
            const name = row.attendance && attendanceName(row.attendance, uiLanguage);
            const text = name?.text ?? row.recipient.name;
            return (
              <GridListItem key={row.id} id={row.id} textValue={text} className={styles.row}>
                <RowCheckbox />
                <span className={styles.who}>
                  <span className={styles.name} lang={languageTags[name?.language ?? row.language]}>
                    {text}
                  </span>
                  {row.attendance && row.attendance.personId !== null && (
                    <span className={styles.muted}>
                      <FallbackText value={row.attendance.organization} />
                    </span>
                  )}
                  <span className={styles.address}>
                    {row.recipient.email === '' ? (
                      <Link href={placeOfAddress(row, detail.meeting.id)}>{t('recipient.addAddress')}</Link>
                    ) : (
                      row.recipient.email
                    )}
                  </span>
                </span>
                <RecipientCells row={row} shows={shows} name={text} onLanguage={onLanguage} onPreview={onPreview} />
              </GridListItem>
            );
          })}
        </GridListSection>
      ))}
    </GridList>
  );
}

/** Where an address can be put in: the contact, or the line of somebody who is none. */
const placeOfAddress = ({ id, attendance }: RecipientRow, meetingId: string): string => {
  const personId = attendance?.personId ?? null;
  return personId === null ? `/meetings/${meetingId}/participants?focus=${id}` : `/contacts/${personId}`;
};

const toIds = (keys: ReadonlySet<string | number>): Set<string> => new Set(Array.from(keys, String));
