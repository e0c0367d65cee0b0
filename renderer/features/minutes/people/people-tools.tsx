import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore, useStorePart } from '../../../app/store.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { DelegationDialog } from '../../meetings/index.ts';
import { useLive } from '../live/context.ts';
import { CheckIn } from './check-in.tsx';
import { GuestLine } from './guest-line.tsx';
import { wantedField } from './people-commands.ts';
import styles from './people.module.css';
import { useAdding } from './use-adding.ts';

/** Who comes in: somebody of the list or the register, a guest, a delegation, a whole list from a file. */
export function PeopleTools({ onCheckedIn }: { onCheckedIn: (attendanceId: string) => void }): ReactElement {
  const { t } = useTranslation('live');
  const { session } = useLive();
  const meetingId = useStorePart(session.state, ({ meeting }) => meeting.id);
  const sides = useStorePart(session.state, ({ meeting }) => meeting.sides);
  const adding = useAdding();
  const wanted = useStore(wantedField);
  const tools = useRef<HTMLDivElement>(null);
  const [isGuestOpen, setGuestOpen] = useState(false);
  const [isDelegationOpen, setDelegationOpen] = useState(false);
  if (wanted === 'guest' && !isGuestOpen) setGuestOpen(true);

  useEffect(() => {
    if (wanted === null) return;
    tools.current?.querySelector<HTMLElement>(`[data-people-field="${wanted}"] input`)?.focus();
    wantedField.set(null);
  }, [wanted]);

  const addGuest = (typed: string) => {
    const id = adding.addGuest(typed);
    if (id !== null) onCheckedIn(id);
    return id !== null;
  };
  return (
    <div ref={tools} className={styles.tools}>
      <CheckIn adding={adding} onCheckedIn={onCheckedIn} />
      {isGuestOpen && (
        <GuestLine
          onAdd={addGuest}
          onClose={() => {
            setGuestOpen(false);
            wantedField.set('checkIn');
          }}
        />
      )}
      <div className={styles.ways}>
        <Button kind="quiet" onPress={() => wantedField.set('guest')}>
          {t('people.guest.open')}
        </Button>
        <Button kind="quiet" onPress={() => setDelegationOpen(true)}>
          {t('people.delegation')}
        </Button>
        <ButtonLink kind="quiet" href={`/meetings/${meetingId}/attendance-import?from=live`}>
          {t('people.import')}
        </ButtonLink>
      </div>
      {isDelegationOpen && (
        <DelegationDialog
          sides={sides}
          onClose={() => setDelegationOpen(false)}
          onAdd={(participant) => {
            onCheckedIn(adding.add(participant));
            return Promise.resolve(true);
          }}
        />
      )}
    </div>
  );
}
