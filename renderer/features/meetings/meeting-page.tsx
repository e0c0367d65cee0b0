import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { NotebookPen } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { api, desktop, query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { Page } from '../../app/page.tsx';
import { flushAll } from '../../app/saving.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { LinkTabs } from '../../ui/tabs.tsx';
import styles from './meeting-page.module.css';
import { meetingOptions } from './use-meeting.ts';
import { statusKeys, useOptions } from './words.ts';

const route = getRouteApi('/meetings/$meetingId');

/** What all tabs of one meeting share: title, date, state, commands. */
export function MeetingPage(): ReactElement | null {
  const { t } = useTranslation('meetings');
  const { meetingId }: { meetingId: string } = route.useParams();
  const { data, error } = useQuery(meetingOptions(meetingId));
  if (error) throw error;
  if (!data) return <Page title={t('title')}>{null}</Page>;
  return <MeetingFrame key={meetingId} meeting={data.detail.meeting} />;
}

const tabKeys = [
  ['overview', 'tab.overview'],
  ['agenda', 'tab.agenda'],
  ['participants', 'tab.participants'],
  ['preparation', 'tab.preparation'],
  ['invitations', 'tab.invitations'],
  ['minutes', 'tab.minutes'],
  ['agreement', 'tab.agreement'],
  ['versions', 'tab.versions'],
  ['export', 'tab.export'],
] as const;

function MeetingFrame({ meeting }: { meeting: Meeting }): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const language = useUiLanguage();
  const format = useFormat();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const update = useMutation(query.meetings.update.mutationOptions({ onError: notifyError }));
  const statusOptions = useOptions(statusKeys);
  const commands = useCommands(meeting);
  const title = chooseText(meeting.title, language);
  const base = `/meetings/${meeting.id}`;
  const tabs = tabKeys.map(([tab, key]) => ({ href: `${base}/${tab}`, label: t(key, { ns: 'meetings' }) }));
  return (
    <Page
      title={title.text || t('meetings:untitled')}
      titleLanguage={title.text === '' ? undefined : title.language}
      actions={
        <>
          <span className={styles.date}>{format.date(meeting.date)}</span>
          <div className={styles.status}>
            <Select
              label={t('meetings:statusLabel')}
              isLabelHidden
              value={update.isPending && update.variables.status ? update.variables.status : meeting.status}
              options={statusOptions}
              onChange={(status) => update.mutate({ id: meeting.id, status })}
            />
          </div>
          {canTakeMinutes.has(meeting.status) && (
            <ButtonLink href={`${base}/live`} kind={meeting.status === 'live' ? 'primary' : 'normal'}>
              <NotebookPen aria-hidden />
              {t('meetings:takeMinutes')}
            </ButtonLink>
          )}
          <MenuButton label={t('meetings:commands')} actions={commands} />
        </>
      }
    >
      <p className={styles.dateBelow}>{format.date(meeting.date)}</p>
      <LinkTabs label={t('meetings:tabs')} current={path} tabs={tabs} />
      <Outlet />
    </Page>
  );
}

/** Afterwards the minutes are with the sides; the tab of the minutes remains for what they ask to amend. */
const canTakeMinutes: ReadonlySet<Meeting['status']> = new Set(['planned', 'live', 'draft']);

function useCommands(meeting: Meeting) {
  const { t } = useTranslation(['meetings', 'common']);
  const navigate = useNavigate();
  const saveRecord = async () => {
    try {
      await flushAll();
      const file = await api.records.export({ meetingId: meeting.id });
      const { saved } = await desktop.saveFile(file);
      if (saved) notify(t('meetings:recordSaved', { name: file.name }));
    } catch (error) {
      notifyError(error);
    }
  };
  const remove = async () => {
    try {
      await flushAll();
      await navigate({ to: '/meetings' });
      await api.meetings.remove({ id: meeting.id });
      notify(t('meetings:removed'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };
  return [
    { id: 'record', label: t('meetings:exportRecord'), run: () => void saveRecord() },
    { id: 'remove', label: t('meetings:remove'), run: () => void remove(), isDanger: true },
  ];
}
