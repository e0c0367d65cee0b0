import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting, MeetingDetail } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { api, desktop } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { Page } from '../../app/page.tsx';
import { flushAll } from '../../app/saving.ts';
import { Badge } from '../../ui/badge.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { LinkTabs } from '../../ui/tabs.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { LockedArea } from './meeting-lock.tsx';
import styles from './meeting-page.module.css';
import { choiceKeys, choicesOf, useMakeMove, useStage } from './moves.ts';
import { NextStep } from './next-step.tsx';
import { meetingOptions } from './use-meeting.ts';

const route = getRouteApi('/meetings/$meetingId');

/** What all tabs of one meeting share: title, date, state, commands. */
export function MeetingPage(): ReactElement | null {
  const { t } = useTranslation('meetings');
  const { meetingId }: { meetingId: string } = route.useParams();
  const { data, error } = useQuery(meetingOptions(meetingId));
  if (error) throw error;
  if (!data) return <Page title={t('title')}>{null}</Page>;
  return <MeetingFrame key={meetingId} detail={data.detail} />;
}

const tabKeys = [
  ['overview', 'tab.overview'],
  ['agenda', 'tab.agenda'],
  ['participants', 'tab.participants'],
  ['preparation', 'tab.preparation'],
  ['invitations', 'tab.invitations'],
  ['minutes', 'tab.minutes'],
  ['review', 'tab.review'],
  ['agreement', 'tab.agreement'],
  ['versions', 'tab.versions'],
  ['export', 'tab.export'],
] as const;

/** Tabs whose contents are the text of the minutes. */
const textTabs = new Set(['overview', 'agenda', 'participants', 'minutes', 'review']);

function MeetingFrame({ detail }: { detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const { meeting, parentId } = detail;
  const language = useUiLanguage();
  const format = useFormat();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { words, tone } = useStage(detail);
  const commands = useCommands(detail);
  const title = chooseText(meeting.title, language);
  const base = `/meetings/${meeting.id}`;
  const tabs = tabKeys.map(([tab, key]) => ({ href: `${base}/${tab}`, label: t(key, { ns: 'meetings' }) }));
  const isText = textTabs.has(path.slice(base.length + 1));
  return (
    <Page
      title={title.text || t('meetings:untitled')}
      titleLanguage={title.text === '' ? undefined : title.language}
      actions={
        <>
          <span className={styles.date}>{format.date(meeting.date)}</span>
          <span role="group" aria-label={t('meetings:statusLabel')}>
            <Badge tone={tone}>{words}</Badge>
          </span>
          <NextStep detail={detail} />
          <MenuButton label={t('meetings:commands')} actions={commands} />
        </>
      }
    >
      <p className={styles.dateBelow}>{format.date(meeting.date)}</p>
      {parentId !== null && <PartOf parentId={parentId} />}
      <LinkTabs label={t('meetings:tabs')} current={path} tabs={tabs} />
      {isLocked(meeting.status) && isText ? (
        <LockedArea meetingId={meeting.id}>
          <Outlet />
        </LockedArea>
      ) : (
        <Outlet />
      )}
    </Page>
  );
}

/** The way back to the event that the meeting is a part of. */
function PartOf({ parentId }: { parentId: string }): ReactElement | null {
  const { t } = useTranslation('meetings');
  const { data } = useQuery(meetingOptions(parentId));
  if (!data) return null;
  return (
    <nav className={styles.partOf} aria-label={t('stage.partOfLabel')}>
      <span>{t('stage.partOf')}</span>
      <TextLink href={`/meetings/${parentId}/overview`} text={data.detail.meeting.title} empty={t('untitled')} />
    </nav>
  );
}

function useCommands(detail: MeetingDetail) {
  const { t } = useTranslation(['meetings', 'common']);
  const { meeting, isAmending } = detail;
  const navigate = useNavigate();
  const make = useMakeMove(meeting);
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
  // The end of a meeting has a button of its own.
  const moves = choicesOf({ status: meeting.status, isAmending }).filter(({ name }) => name !== 'end');
  return [
    ...moves.map((move) => ({
      id: move.name,
      label: t(choiceKeys[move.name], { ns: 'meetings' }),
      run: () => void make(move),
    })),
    { id: 'record-file', label: t('meetings:exportRecord'), run: () => void saveRecord() },
    removeCommand(meeting.status, t('meetings:remove'), () => void remove()),
  ];
}

/** Agreed minutes are not deleted; the command stays where it is looked for, without effect. */
function removeCommand(status: Meeting['status'], label: string, run: () => void) {
  return { id: 'remove', label, run, isDanger: true, isDisabled: isLocked(status) };
}
