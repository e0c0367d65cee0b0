import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRelated } from '#shared/contract/people.ts';
import { useFormat } from '../../app/format.ts';
import { FoldedList } from '../../ui/folded-list.tsx';
import { Remarks, TextLink } from '../../ui/text-link.tsx';
import { actionStatusKeys, agreementKindKeys } from './related-words.ts';

/** Action items that a person or an organisation owns, each with its status. */
export function RelatedActions({ actions }: { actions: PersonRelated['actions'] }): ReactElement {
  const { t } = useTranslation(['contacts', 'registers']);
  const format = useFormat();
  return (
    <FoldedList
      title={t('contacts:related.actions', { count: actions.length })}
      links={actions.map(({ entryId, meetingId, text, status, due }) => ({
        id: entryId,
        link: (
          <TextLink
            href={`/meetings/${meetingId}/minutes?focus=${entryId}`}
            text={text}
            empty={t('contacts:related.noText')}
          />
        ),
        aside: (
          <Remarks
            remarks={[
              t(actionStatusKeys[status]),
              due === null ? '' : t('contacts:related.due', { date: format.shortDate(due) }),
            ]}
          />
        ),
      }))}
    />
  );
}

interface RelatedAgreementsProps {
  title: string;
  agreements: PersonRelated['signatures'];
}

/** Documents that a person signed, or that an organisation is a party to. */
export function RelatedAgreements({ title, agreements }: RelatedAgreementsProps): ReactElement {
  const { t } = useTranslation(['contacts', 'meetings']);
  const format = useFormat();
  return (
    <FoldedList
      title={title}
      links={agreements.map(({ agreementId, meetingId, title: name, signedOn, kind }) => ({
        id: agreementId,
        link: (
          <TextLink
            href={`/meetings/${meetingId}/overview?focus=${agreementId}`}
            text={name}
            empty={t('contacts:related.untitled')}
          />
        ),
        aside: <Remarks remarks={[signedOn === null ? '' : format.shortDate(signedOn), t(agreementKindKeys[kind])]} />,
      }))}
    />
  );
}
