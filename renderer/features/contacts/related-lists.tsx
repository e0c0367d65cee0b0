import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FollowedKind } from '#shared/contract/follow-up.ts';
import type { PersonRelated } from '#shared/contract/people.ts';
import { chooseText, type LocalizedText } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { recordHref } from '../../app/record-href.ts';
import { actionStatusKeys, agreementKindKeys } from '../../app/record-words.ts';
import { FoldedList } from '../../ui/folded-list.tsx';
import { Remarks, TextLink } from '../../ui/text-link.tsx';

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
              <RegisterLink key="register" kind="action" id={entryId} text={text} />,
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
            href={
              meetingId === null
                ? recordHref('agreement', agreementId)
                : `/meetings/${meetingId}/overview?focus=${agreementId}`
            }
            text={name}
            empty={t('contacts:related.untitled')}
          />
        ),
        aside: (
          <Remarks
            remarks={[
              signedOn === null ? '' : format.shortDate(signedOn),
              t(agreementKindKeys[kind]),
              meetingId !== null && <RegisterLink key="register" kind="agreement" id={agreementId} text={name} />,
            ]}
          />
        ),
      }))}
    />
  );
}

interface RegisterLinkProps {
  kind: FollowedKind;
  id: string;
  text: LocalizedText;
}

/** To what came of it since, beside the link to the minutes. */
function RegisterLink({ kind, id, text }: RegisterLinkProps): ReactElement {
  const { t } = useTranslation('contacts');
  const name = chooseText(text, useUiLanguage()).text;
  return (
    <Link href={recordHref(kind, id)} aria-label={t('related.inRegisterOf', { name })}>
      {t('related.inRegister')}
    </Link>
  );
}
