import { ArrowLeft, ChevronLeft, ChevronRight, ListOrdered, Maximize, Minimize, PanelRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import type { AgendaItem } from '#shared/contract/agenda.ts';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { type CommandId } from '#shared/domain/commands.ts';
import { runCommand, useChord } from '../../../app/commands.ts';
import { useFormat } from '../../../app/format.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { HistoryButtons } from '../../../app/page.tsx';
import { useStorePart } from '../../../app/store.ts';
import { IconButton } from '../../../ui/button.tsx';
import { ChoiceMenu } from '../../../ui/choice-menu.tsx';
import { SaveState } from '../../../ui/save-state.tsx';
import { CaptureLanguage } from './capture-language.tsx';
import { useLive } from './context.ts';
import styles from './header.module.css';
import type { ItemClock } from './item-clock.ts';
import { StatusButtons } from './status-buttons.tsx';
import { ItemTimer, WallClock } from './timers.tsx';
import type { Panes } from './use-panes.ts';

/** What one looks up at: meeting, item, time, language, whether it is saved; and the ways out. */
export function Header({ clock, panes }: { clock: ItemClock; panes: Panes }): ReactElement {
  const { t } = useTranslation('live');
  const { session } = useLive();
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <Title />
        <div className={styles.tools}>
          <SaveState />
          <HistoryButtons onUndo={() => void session.undo()} onRedo={() => void session.redo()} />
          <StatusButtons />
        </div>
      </div>
      <div className={styles.line}>
        <ItemPlace />
        <ItemTimer clock={clock} />
        <WallClock />
        <div className={styles.tools}>
          <CaptureLanguage />
          {panes.isFolded && (
            <IconButton
              label={t('agenda.title')}
              icon={<ListOrdered aria-hidden />}
              aria-expanded={panes.isAgendaShown}
              onPress={panes.toggleAgenda}
            />
          )}
          <CommandIcon
            command="view.rightPane"
            label={t('page.rightPane')}
            icon={<PanelRight aria-hidden />}
            isExpanded={panes.isRightShown}
          />
          <CommandIcon
            command="view.focus"
            label={panes.isFocusMode ? t('header.leaveFocus') : t('header.focus')}
            icon={panes.isFocusMode ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
          />
        </div>
      </div>
    </header>
  );
}

function Title(): ReactElement {
  const { t } = useTranslation(['live', 'meetings']);
  const uiLanguage = useUiLanguage();
  const format = useFormat();
  const { session } = useLive();
  const meetingTitle = useStorePart(session.state, ({ meeting }) => meeting.title);
  const date = useStorePart(session.state, ({ meeting }) => meeting.date);
  const title = chooseText(meetingTitle, uiLanguage);
  const words = title.text === '' ? t('meetings:untitled') : title.text;
  return (
    <>
      <Link
        href={`/meetings/${session.meetingId}/minutes`}
        className={styles.back}
        aria-label={t('live:header.toMeeting')}
      >
        <ArrowLeft aria-hidden />
      </Link>
      <h1 className={styles.title} title={words} {...(title.text !== '' && { lang: languageTags[title.language] })}>
        {words}
      </h1>
      <span className={styles.date}>{format.date(date)}</span>
    </>
  );
}

const stateKeys = {
  open: 'agenda.open',
  discussed: 'agenda.discussed',
  postponed: 'agenda.postponed',
} as const satisfies Record<AgendaItem['state'], string>;
const states = Object.keys(stateKeys) as AgendaItem['state'][];

/** Which item of how many, how far it is, and the way to its neighbours. */
function ItemPlace(): ReactElement | null {
  const { t } = useTranslation('live');
  const { session, view } = useLive();
  const agenda = useStorePart(session.state, (state) => state.agenda);
  const itemId = useStorePart(view, (state) => state.itemId);
  const index = agenda.findIndex(({ id }) => id === itemId);
  const item = agenda[index];
  if (!item) return null;
  return (
    <div className={styles.place}>
      <CommandIcon
        command="minutes.previousItem"
        label={t('header.previousItem')}
        icon={<ChevronLeft aria-hidden />}
        isDisabled={index === 0}
      />
      <span className={styles.number}>{t('header.item', { number: index + 1, total: agenda.length })}</span>
      <CommandIcon
        command="minutes.nextItem"
        label={t('header.nextItem')}
        icon={<ChevronRight aria-hidden />}
        isDisabled={index === agenda.length - 1}
      />
      <ChoiceMenu
        label={t('header.stateOf', { state: t(stateKeys[item.state]) })}
        value={item.state}
        choices={states.map((state) => ({ id: state, label: t(stateKeys[state]) }))}
        onChoose={(state) => session.updateAgendaItem(item.id, { state })}
      >
        {t(stateKeys[item.state])}
      </ChoiceMenu>
    </div>
  );
}

interface CommandIconProps {
  command: CommandId;
  label: string;
  icon: ReactElement;
  isDisabled?: boolean;
  isExpanded?: boolean;
}

/** A button that does what the command does, with its keys in the tooltip. */
function CommandIcon({ command, label, icon, isDisabled = false, isExpanded }: CommandIconProps): ReactElement {
  const chord = useChord(command);
  return (
    <IconButton
      label={chord === '' ? label : `${label} (${chord})`}
      icon={icon}
      isDisabled={isDisabled}
      {...(isExpanded !== undefined && { 'aria-expanded': isExpanded })}
      onPress={() => runCommand(command)}
    />
  );
}
