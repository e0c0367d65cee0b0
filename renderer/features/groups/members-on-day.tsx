import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Group, GroupAsOf } from '#shared/contract/groups.ts';
import { languageTags } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import fieldStyles from '../../ui/field.module.css';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { ShortTable } from '../../ui/short-table.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import frameStyles from '../../ui/list-frame.module.css';
import { membershipRoleKeys } from './membership-roles.ts';
import styles from './members.module.css';
import { useSideName } from './use-side-name.ts';

type MemberLine = GroupAsOf['members'][number];

export interface MembersOnDayProps {
  form: AutosaveForm<Group>;
  groupId: string;
  /** `YYYY-MM-DD` */
  day: string;
  onDay: (day: string) => void;
}

/** Who belonged to the group on a day, and which office they held then. */
export function MembersOnDay({ form, groupId, day, onDay }: MembersOnDayProps): ReactElement {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const { data, error } = useQuery(
    query.groups.asOf.queryOptions({ input: { id: groupId, on: day }, placeholderData: keepPreviousData }),
  );
  if (error) throw error;
  return (
    <Section title={t('onDay.title')}>
      <FieldGrid>
        <DateField label={t('onDay.day')} value={day} onChange={(chosen) => chosen !== null && onDay(chosen)} />
      </FieldGrid>
      {data && (
        <>
          <p role="status" className={fieldStyles.hint}>
            {[
              t('onDay.members', { count: data.members.length, date: format.date(day) }),
              data.past > 0 && t('onDay.past', { count: data.past }),
              data.coming > 0 && t('onDay.coming', { count: data.coming }),
            ]
              .filter((sentence) => sentence !== false)
              .join(' ')}
          </p>
          <MembersBySide form={form} members={data.members} />
        </>
      )}
    </Section>
  );
}

interface MembersBySideProps {
  form: AutosaveForm<Group>;
  members: readonly MemberLine[];
}

function MembersBySide({ form, members }: MembersBySideProps): ReactElement {
  const { t } = useTranslation('groups');
  const sideName = useSideName();
  const columns = useMemberColumns();
  const sides = useWatch({ control: form.control, name: 'sides' });
  const tables = [
    ...sides.map((side, index) => ({
      id: side.id,
      name: sideName(side, index),
      lines: members.filter(({ sideId }) => sideId === side.id),
    })),
    {
      id: 'none',
      name: { text: t('members.noSide'), language: undefined },
      lines: members.filter(({ sideId }) => !sides.some(({ id }) => id === sideId)),
    },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <>
      {tables.map(({ id, name, lines }) => (
        <div key={id} className={styles.onDay}>
          <h3 className={styles.name} {...(name.language && { lang: languageTags[name.language] })}>
            {name.text}
          </h3>
          <div className={frameStyles.scroll}>
            <ShortTable
              label={t('onDay.table', { side: name.text })}
              rows={lines}
              columns={columns}
              rowId={(line) => line.membershipId}
              empty=""
            />
          </div>
        </div>
      ))}
    </>
  );
}

function useMemberColumns(): TableColumn<MemberLine>[] {
  const { t } = useTranslation('groups');
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('onDay.name'),
        isRowHeader: true,
        cell: (line) => (
          <Link
            href={line.personId === null ? `/organizations/${line.organizationId ?? ''}` : `/contacts/${line.personId}`}
          >
            <FallbackText value={line.name} empty={t('members.unnamed')} />
          </Link>
        ),
      },
      {
        id: 'role',
        title: t('members.role'),
        cell: (line) => <span className={styles.word}>{t(membershipRoleKeys[line.role])}</span>,
      },
      {
        id: 'office',
        title: t('onDay.office'),
        cell: (line) => <FallbackText value={line.position} />,
      },
      {
        id: 'organization',
        title: t('onDay.organization'),
        cell: (line) => <FallbackText value={line.organization} />,
      },
      {
        id: 'from',
        title: t('members.from'),
        cell: (line) => line.from !== null && <span className={styles.word}>{format.shortDate(line.from)}</span>,
      },
      {
        id: 'to',
        title: t('members.to'),
        cell: (line) => line.to !== null && <span className={styles.word}>{format.shortDate(line.to)}</span>,
      },
    ],
    [t, format],
  );
}
