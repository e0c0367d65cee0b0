import { Archive, Handshake, NotebookPen, Send, Square } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { choicesOf, useMakeMove } from './moves.ts';

/** What is to be done next, by where the meeting stands. */
export function NextStep({ detail }: { detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('meetings');
  const { meeting, isAmending } = detail;
  const base = `/meetings/${meeting.id}`;
  const make = useMakeMove(meeting);
  switch (meeting.status) {
    case 'planned':
      return <TakeMinutes href={`${base}/live`} isNext />;
    case 'live': {
      const end = choicesOf({ status: 'live', isAmending }).find(({ name }) => name === 'end');
      return (
        <>
          {end && (
            <Button onPress={() => void make(end)}>
              <Square aria-hidden />
              {t('move.end')}
            </Button>
          )}
          <TakeMinutes href={`${base}/live`} isNext />
        </>
      );
    }
    case 'draft':
      return (
        <>
          {!isAmending && <TakeMinutes href={`${base}/live`} isNext={false} />}
          <ButtonLink href={`${base}/agreement?focus=circulate`} kind="primary">
            <Send aria-hidden />
            {t('stage.circulate')}
          </ButtonLink>
        </>
      );
    case 'circulated':
      return (
        <ButtonLink href={`${base}/agreement?focus=sides`} kind="primary">
          <Handshake aria-hidden />
          {t('stage.agree')}
        </ButtonLink>
      );
    case 'agreed':
    case 'amended':
      return (
        <ButtonLink href={`${base}/versions`} kind="primary">
          <Archive aria-hidden />
          {t('stage.archive')}
        </ButtonLink>
      );
  }
}

function TakeMinutes({ href, isNext }: { href: string; isNext: boolean }): ReactElement {
  const { t } = useTranslation('meetings');
  return (
    <ButtonLink href={href} kind={isNext ? 'primary' : 'normal'}>
      <NotebookPen aria-hidden />
      {t('takeMinutes')}
    </ButtonLink>
  );
}
