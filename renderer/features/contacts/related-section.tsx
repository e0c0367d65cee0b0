import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRelated } from '#shared/contract/people.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import fieldStyles from '../../ui/field.module.css';
import { FoldedList } from '../../ui/folded-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Remarks, TextLink } from '../../ui/text-link.tsx';
import {
  actionStatusKeys,
  agreementKindKeys,
  entryKindKeys,
  groupRoleKeys,
  presenceKeys,
  roleKeys,
} from './related-words.ts';

/** What a person did in the meetings kept here. While that cannot be read, the section is not there: nothing depends on it. */
export function RelatedSection({ personId }: { personId: string }): ReactElement | null {
  const { t } = useTranslation('contacts');
  const { data } = useQuery(query.people.related.queryOptions({ input: { id: personId } }));
  if (data === undefined) return null;
  const isEmpty = Object.values(data).every((list) => list.length === 0);
  return (
    <Section title={t('related.title')}>
      {isEmpty ? <p className={fieldStyles.hint}>{t('related.none')}</p> : <RelatedLists related={data} />}
    </Section>
  );
}

function RelatedLists({ related }: { related: PersonRelated }): ReactElement {
  const { t } = useTranslation(['contacts', 'meetings', 'minutes', 'registers', 'groups']);
  const format = useFormat();
  const day = (date: string | null) => (date === null ? '' : format.shortDate(date));
  return (
    <>
      <FoldedList
        title={t('related.meetings', { count: related.meetings.length })}
        links={related.meetings.map((meeting) => ({
          id: meeting.meetingId,
          link: <TextLink href={`/meetings/${meeting.meetingId}`} text={meeting.title} empty={t('related.untitled')} />,
          aside: (
            <Remarks
              remarks={[
                day(meeting.date),
                ...meeting.roles.map((role) => t(roleKeys[role])),
                meeting.presence === 'present' ? '' : t(presenceKeys[meeting.presence]),
                <FallbackText key="position" value={meeting.position} />,
                <FallbackText key="organization" value={meeting.organization} />,
              ]}
            />
          ),
        }))}
      />
      <FoldedList
        title={t('related.speeches', { count: related.speeches.length })}
        links={related.speeches.map((entry) => ({
          id: entry.entryId,
          link: (
            <TextLink
              href={`/meetings/${entry.meetingId}/minutes?focus=${entry.entryId}`}
              text={entry.text}
              empty={t('related.noText')}
            />
          ),
          aside: (
            <Remarks
              remarks={[
                day(entry.date),
                t(entryKindKeys[entry.kind]),
                <FallbackText key="title" value={entry.title} />,
              ]}
            />
          ),
        }))}
      />
      <FoldedList
        title={t('related.actions', { count: related.actions.length })}
        links={related.actions.map((action) => ({
          id: action.entryId,
          link: (
            <TextLink
              href={`/meetings/${action.meetingId}/minutes?focus=${action.entryId}`}
              text={action.text}
              empty={t('related.noText')}
            />
          ),
          aside: (
            <Remarks
              remarks={[
                t(actionStatusKeys[action.status]),
                action.due === null ? '' : t('related.due', { date: day(action.due) }),
              ]}
            />
          ),
        }))}
      />
      <FoldedList
        title={t('related.signatures', { count: related.signatures.length })}
        links={related.signatures.map((agreement) => ({
          id: agreement.agreementId,
          link: (
            <TextLink
              href={`/meetings/${agreement.meetingId}/overview?focus=${agreement.agreementId}`}
              text={agreement.title}
              empty={t('related.untitled')}
            />
          ),
          aside: <Remarks remarks={[day(agreement.signedOn), t(agreementKindKeys[agreement.kind])]} />,
        }))}
      />
      <FoldedList
        title={t('related.groups', { count: related.groups.length })}
        links={related.groups.map(({ groupId, name, role }) => ({
          id: `${groupId}/${role}`,
          link: <TextLink href={`/groups/${groupId}`} text={name} empty={t('unnamed')} />,
          aside: role in groupRoleKeys ? t(groupRoleKeys[role as keyof typeof groupRoleKeys]) : '',
        }))}
      />
    </>
  );
}
