import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationRelated } from '#shared/contract/organizations.ts';
import { useFormat } from '../../app/format.ts';
import fieldStyles from '../../ui/field.module.css';
import { FoldedList } from '../../ui/folded-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Remarks, TextLink } from '../../ui/text-link.tsx';
import { RelatedActions, RelatedAgreements } from '../contacts/index.ts';

const asKeys = {
  organizer: 'organizations:related.as.organizer',
  lead: 'organizations:related.as.lead',
  participant: 'organizations:related.as.participant',
} as const satisfies Record<OrganizationRelated['meetings'][number]['as'][number], string>;

/** Where the organisation stands in the meetings kept here. */
export function RelatedSection({ related }: { related: OrganizationRelated }): ReactElement {
  const { t } = useTranslation(['organizations', 'meetings', 'registers']);
  const format = useFormat();
  const day = (date: string | null) => (date === null ? '' : format.shortDate(date));
  const { meetings, agreements, actions, groups } = related;
  const isEmpty = [meetings, agreements, actions, groups].every((list) => list.length === 0);
  return (
    <Section title={t('related.title')}>
      {isEmpty && <p className={fieldStyles.hint}>{t('related.none')}</p>}
      <FoldedList
        title={t('related.meetings', { count: meetings.length })}
        links={meetings.map((meeting) => ({
          id: meeting.meetingId,
          link: <TextLink href={`/meetings/${meeting.meetingId}`} text={meeting.title} empty={t('related.untitled')} />,
          aside: <Remarks remarks={[day(meeting.date), ...meeting.as.map((role) => t(asKeys[role]))]} />,
        }))}
      />
      <RelatedAgreements title={t('related.agreements', { count: agreements.length })} agreements={agreements} />
      <RelatedActions actions={actions} />
      <FoldedList
        title={t('related.groups', { count: groups.length })}
        links={groups.map(({ groupId, name }) => ({
          id: groupId,
          link: <TextLink href={`/groups/${groupId}`} text={name} empty={t('unnamed')} />,
          aside: '',
        }))}
      />
    </Section>
  );
}
