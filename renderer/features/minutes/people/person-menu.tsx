import { useNavigate } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Attendance } from '#shared/contract/attendance.ts';
import { chordOf } from '../../../app/commands.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { useStorePart } from '../../../app/store.ts';
import fieldStyles from '../../../ui/field.module.css';
import { attendanceName } from '../../meetings/index.ts';
import { useLive } from '../live/context.ts';
import { patchView } from '../live/view.ts';
import styles from './people.module.css';
import { isHere } from './presence.ts';
import { TimesDialog } from './times-dialog.tsx';
import { readClock, usePresence } from './use-presence.ts';
import { usePeopleWords } from './words.ts';

export interface PersonMenuProps {
  row: Attendance;
  /** 1…9 as in the pane, null behind them. */
  number: number | null;
  /** The element that the menu hangs on. */
  place: HTMLElement;
  onClose: () => void;
  /** A dialog of the menu was closed: what had the focus before it is gone. */
  onEdited: () => void;
}

/** Everything that can be done with one participant while minutes are taken. Made when opened: one for all rows. */
export function PersonMenu({ row, number, place, onClose, onEdited }: PersonMenuProps): ReactElement {
  const { t } = useTranslation(['live', 'common']);
  const { session, view, goTo } = useLive();
  const language = useUiLanguage();
  const navigate = useNavigate();
  const words = usePeopleWords();
  const actions = usePresence();
  const [isEditing, setEditing] = useState(false);
  const clock = useMemo(() => readClock(session), [session]);
  const meetingId = useStorePart(session.state, ({ meeting }) => meeting.id);
  const trigger = useMemo(() => ({ current: place }), [place]);
  const name = attendanceName(row, language).text || t('common:unnamed');
  const isInterpreter = row.roles.includes('interpreter');

  const makeSpeaker = () => {
    const { captureId } = view.get();
    patchView(view, { captureSpeakerId: row.id });
    if (captureId !== null) session.updateRows([captureId], { speakerAttendanceId: row.id });
    goTo({ rowId: null });
  };
  const toggleInterpreter = () =>
    session.updateAttendance(row.id, {
      roles: isInterpreter ? row.roles.filter((role) => role !== 'interpreter') : [...row.roles, 'interpreter'],
    });

  if (isEditing) {
    return (
      <TimesDialog
        name={name}
        row={row}
        onSave={(times) => session.updateAttendance(row.id, times)}
        onClose={onEdited}
      />
    );
  }
  return (
    <Popover
      className={fieldStyles.popover}
      triggerRef={trigger}
      placement="bottom end"
      offset={4}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Menu className={fieldStyles.list} aria-label={t('live:people.menuOf', { name })} autoFocus="first">
        {clock !== null && isHere(row) && (
          <Item id="leave" onAction={() => close(() => actions.leave(row))}>
            {t('live:people.leaveAt', { time: clock })}
          </Item>
        )}
        {clock !== null && !isHere(row) && (
          <Item id="arrive" onAction={() => close(() => actions.arrive(row))}>
            {t('live:people.arriveAt', { time: clock })}
          </Item>
        )}
        <Item id="times" onAction={() => setEditing(true)}>
          {t('live:people.times')}
        </Item>
        <Separator className={styles.separator} />
        <MenuSection
          aria-label={t('live:people.presenceOf', { name })}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[row.presence]}
        >
          {words.choices.map(({ id, label, icon: Icon }) => (
            <Item key={id} id={id} onAction={() => close(() => actions.set(row, id))}>
              <Icon aria-hidden />
              {label}
            </Item>
          ))}
        </MenuSection>
        <Separator className={styles.separator} />
        <Item id="interpreter" onAction={() => close(toggleInterpreter)}>
          {isInterpreter ? t('live:people.noInterpreter') : t('live:people.interpreter')}
        </Item>
        <Item id="speaker" onAction={() => close(makeSpeaker)} detail={speakerChord(number)}>
          {t('live:people.makeSpeaker')}
        </Item>
        <Item
          id="details"
          onAction={() =>
            void navigate({ to: '/meetings/$meetingId/participants', params: { meetingId }, search: { focus: row.id } })
          }
        >
          {t('live:people.details')}
        </Item>
      </Menu>
    </Popover>
  );

  function close(run: () => void): void {
    onClose();
    run();
  }
}

const speakerCommands = [
  'row.speaker1', 'row.speaker2', 'row.speaker3', 'row.speaker4', 'row.speaker5', 'row.speaker6', 'row.speaker7',
  'row.speaker8', 'row.speaker9',
] as const; // prettier-ignore

function speakerChord(number: number | null): string {
  const command = number === null ? undefined : speakerCommands[number - 1];
  return command === undefined ? '' : chordOf(command);
}

interface ItemProps {
  id: string;
  onAction: () => void;
  /** A chord that does the same. */
  detail?: string;
  children: ReactNode;
}

function Item({ id, onAction, detail = '', children }: ItemProps): ReactElement {
  return (
    <MenuItem id={id} className={fieldStyles.option} onAction={onAction}>
      {({ isSelected }) => (
        <>
          <span className={styles.item}>
            {children}
            {isSelected && <Check aria-hidden />}
          </span>
          {detail !== '' && <span className={fieldStyles.detail}>{detail}</span>}
        </>
      )}
    </MenuItem>
  );
}
