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
import { RelatedActions, RelatedAgreements } from './related-lists.tsx';
import { entryKindKeys, groupRoleKeys, presenceKeys, roleKeys } from './related-words.ts';

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
      <RelatedActions actions={related.actions} />
      <RelatedAgreements
        title={t('related.signatures', { count: related.signatures.length })}
        agreements={related.signatures}
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
