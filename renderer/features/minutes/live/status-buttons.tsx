import { useNavigate } from '@tanstack/react-router';
import { FileSearch, Play, Square } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChord, useCommand } from '../../../app/commands.ts';
import { notify } from '../../../app/notify.ts';
import { useStorePart } from '../../../app/store.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { timeNow } from '../../meetings/index.ts';
import { useLive } from './context.ts';

/** Preview, and the beginning or the end of the meeting, whichever is next. */
export function StatusButtons(): ReactElement {
  const { t } = useTranslation(['live', 'common']);
  const navigate = useNavigate();
  const { session } = useLive();
  const status = useStorePart(session.state, ({ meeting }) => meeting.status);
  const [isEnding, setEnding] = useState(false);
  const chords = {
    preview: useChord('minutes.preview'),
    start: useChord('minutes.start'),
    end: useChord('minutes.end'),
  };
  const toExport = async () => {
    // The preview reads what is on disk.
    await session.flush();
    await navigate({ to: '/meetings/$meetingId/export', params: { meetingId: session.meetingId } });
  };
  const toCheckList = async () => {
    await session.flush();
    await navigate({
      to: '/meetings/$meetingId/agreement',
      params: { meetingId: session.meetingId },
      search: { focus: 'check' },
    });
  };
  const sayMove = (words: string) => notify(words, { label: t('common:undo'), run: () => void session.undo() });
  const start = () => {
    session.updateMeeting({ status: 'live', ...timeNow(session.state.get().meeting, 'startTime') });
    sayMove(t('live:header.started'));
  };
  useCommand('minutes.preview', () => void toExport());
  useCommand('minutes.start', start, { isEnabled: status === 'planned' });
  useCommand('minutes.end', () => setEnding(true), { isEnabled: status === 'live' });

  return (
    <>
      <Button onPress={() => void toExport()} aria-description={chords.preview}>
        <FileSearch aria-hidden />
        {t('live:header.preview')}
      </Button>
      {status === 'planned' && (
        <Button kind="primary" onPress={start} aria-description={chords.start}>
          <Play aria-hidden />
          {t('live:header.start')}
        </Button>
      )}
      {status === 'live' && (
        <Button onPress={() => setEnding(true)} aria-description={chords.end}>
          <Square aria-hidden />
          {t('live:header.end')}
        </Button>
      )}
      {isEnding && (
        <EndDialog
          onClose={() => setEnding(false)}
          onEnd={() => {
            setEnding(false);
            session.updateMeeting({ status: 'draft', ...timeNow(session.state.get().meeting, 'endTime') });
            sayMove(t('live:header.ended'));
            void toCheckList();
          }}
        />
      )}
    </>
  );
}

function EndDialog({ onClose, onEnd }: { onClose: () => void; onEnd: () => void }): ReactElement {
  const { t } = useTranslation(['live', 'common']);
  const { session } = useLive();
  const open = useStorePart(session.state, ({ agenda }) => agenda.filter((item) => item.state === 'open').length);
  return (
    <Dialog
      title={t('live:header.endTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" autoFocus onPress={onEnd}>
            {t('live:header.endNow')}
          </Button>
        </>
      }
    >
      <p>{t('live:header.endText')}</p>
      {open > 0 && <p>{t('live:header.endOpen', { count: open })}</p>}
    </Dialog>
  );
}
