import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { type Choice, ChoiceMenu } from '../../ui/choice-menu.tsx';
import { useNewMeeting } from './new-meeting.tsx';

const noGroup = 'none';

/** A new meeting; where there are groups, asks for which of them. */
export function NewMeetingButton(): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const language = useUiLanguage();
  const { data: groups } = useQuery(query.groups.list.queryOptions());
  const { begin, dialog } = useNewMeeting();
  const content = (
    <>
      <Plus aria-hidden />
      {t('meetings:newMeeting')}
    </>
  );
  if (!groups || groups.length === 0) {
    return (
      <Button kind="primary" onPress={() => void begin(null)}>
        {content}
      </Button>
    );
  }
  const choices: Choice<string>[] = groups.map((group) => {
    const name = chooseText(group.name, language);
    return {
      id: group.id,
      label: name.text || t('common:unnamed'),
      language: name.text === '' ? undefined : name.language,
    };
  });
  return (
    <>
      <ChoiceMenu
        kind="primary"
        label={t('meetings:newMeeting')}
        choices={[...choices, { id: noGroup, label: t('meetings:withoutGroup') }]}
        onChoose={(id) => void begin(id === noGroup ? null : id)}
      >
        {content}
      </ChoiceMenu>
      {dialog}
    </>
  );
}
