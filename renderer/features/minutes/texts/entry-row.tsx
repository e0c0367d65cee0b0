import { ArrowDown, ArrowUp, FileSearch, History, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import type { MeetingSide } from '#shared/contract/meetings.ts';
import { type Language, languages, languageTags } from '#shared/domain/language.ts';
import { chordOf, isChordOf } from '../../../app/commands.ts';
import { useFormat } from '../../../app/format.ts';
import { IconButton } from '../../../ui/button.tsx';
import { type Choice, ChoiceMenu } from '../../../ui/choice-menu.tsx';
import { useLanguageNames } from '../../../ui/localized.tsx';
import { ReadOnlyArea, useIsReadOnly } from '../../../ui/read-only.tsx';
import { isComposingKey } from '../../../app/composing-key.ts';
import { ActionStatus, EntryAction } from './entry-action.tsx';
import { EntryHistory } from './entry-history.tsx';
import { entryIcons, entryKindKeys, kindCommands, kindsByDigit } from '../entry-kinds.ts';
import { EntryText } from './entry-text.tsx';
import { moveStep } from '../../meetings/index.ts';
import type { MinutesSession } from '../model/types.ts';
import styles from './minutes-tab.module.css';
import { wantFocus } from './wanted-focus.ts';

/** `null` cannot be the id of a choice. */
const nobody = 'none';

export interface EntryRowProps {
  entry: Entry;
  /** As printed, e.g. 3.1; empty for speech and notes. */
  number: string;
  session: MinutesSession;
  sides: readonly MeetingSide[];
  speakers: Choice<string>[];
  isFirst: boolean;
  isLast: boolean;
  /** The row that follows, also across agenda items. */
  next: Entry | undefined;
  onMove: (entry: Entry, step: 1 | -1) => void;
  /** Shows where it stands in the document. */
  onShow: (id: string) => void;
}

export function EntryRow(props: EntryRowProps): ReactElement {
  const { entry, number, session, isFirst, isLast, next, onMove, onShow } = props;
  const { t } = useTranslation(['minutes', 'common']);
  const isReadOnly = useIsReadOnly();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const kind = t(entryKindKeys[entry.kind], { ns: 'minutes' });
  const name = number === '' ? kind : `${kind} ${number}`;

  const remove = () => {
    if (next) wantFocus(next.id, next.sourceLanguage);
    session.removeRows([entry.id]);
  };
  const onKey = (event: KeyboardEvent) => {
    if (isComposingKey(event) || isReadOnly) return;
    const step = moveStep(event);
    const chosen = kindsByDigit.find((kind) => isChordOf(event.nativeEvent, kindCommands[kind]));
    if (step !== null) onMove(entry, step);
    else if (chosen) session.setKind([entry.id], chosen);
    else return;
    event.preventDefault();
  };
  /** Enter: a filled row goes on below; an empty decision, action … falls back to speech. */
  const addBelow = () => {
    const { agendaItemId, kind, sourceLanguage } = entry;
    if (session.text(entry.id, sourceLanguage).text().trim() === '') {
      session.setKind([entry.id], 'speech');
      return;
    }
    const speakerAttendanceId = kind === 'speech' ? entry.speakerAttendanceId : null;
    const id = session.addRow({ agendaItemId, kind, speakerAttendanceId, sourceLanguage, afterId: entry.id });
    wantFocus(id, sourceLanguage);
  };
  const goToNext = (language: Language) => {
    const area = document.querySelector<HTMLElement>(
      `[data-focus="${next?.id ?? ''}"] textarea[lang="${languageTags[language]}"]`,
    );
    area?.focus();
  };

  return (
    <div
      className={styles.row}
      role="group"
      aria-label={name}
      data-kind={entry.kind}
      data-focus={entry.id}
      onKeyDownCapture={onKey}
    >
      <div className={styles.head}>
        <KindMenu entry={entry} number={number} session={session} />
        <SpeakerMenu {...props} />
        {entry.kind === 'action' && (
          // How far an action is goes on after the minutes are agreed.
          <ReadOnlyArea isReadOnly={false}>
            <ActionStatus entry={entry} session={session} />
          </ReadOnlyArea>
        )}
        <SourceMenu entry={entry} session={session} />
      </div>
      <div className={styles.tools}>
        <IconButton
          label={t('minutes:history', { name })}
          icon={<History aria-hidden />}
          isForReading
          onPress={() => setHistoryOpen(true)}
        />
        <IconButton
          label={t('minutes:showInDocument', { name })}
          icon={<FileSearch aria-hidden />}
          isForReading
          command="row.document"
          onPress={() => onShow(entry.id)}
        />
        <IconButton
          label={t('minutes:up', { name })}
          icon={<ArrowUp aria-hidden />}
          isDisabled={isFirst}
          onPress={() => onMove(entry, -1)}
        />
        <IconButton
          label={t('minutes:down', { name })}
          icon={<ArrowDown aria-hidden />}
          isDisabled={isLast}
          onPress={() => onMove(entry, 1)}
        />
        <IconButton label={t('minutes:remove', { name })} icon={<Trash2 aria-hidden />} onPress={remove} />
      </div>
      <div className={styles.texts}>
        {languages.map((language) => (
          <EntryText
            key={language}
            entry={entry}
            name={name}
            language={language}
            session={session}
            onEnter={language === entry.sourceLanguage ? addBelow : () => goToNext(language)}
          />
        ))}
      </div>
      {entry.kind === 'action' && <EntryAction entry={entry} name={name} session={session} sides={props.sides} />}
      {isHistoryOpen && (
        <EntryHistory
          entry={entry}
          name={name}
          session={session}
          isReadOnly={isReadOnly}
          onClose={() => setHistoryOpen(false)}
        />
      )}
    </div>
  );
}

function KindMenu({ entry, number, session }: Pick<EntryRowProps, 'entry' | 'number' | 'session'>): ReactElement {
  const { t } = useTranslation('minutes');
  const Icon = entryIcons[entry.kind];
  const kind = t(entryKindKeys[entry.kind]);
  return (
    <ChoiceMenu
      label={t('kindOf', { kind, number })}
      value={entry.kind}
      choices={kindsByDigit.map((id) => {
        const ChoiceIcon = entryIcons[id];
        return {
          id,
          label: t(entryKindKeys[id]),
          icon: <ChoiceIcon aria-hidden data-kind={id} className={styles.kindIcon} />,
          chord: chordOf(kindCommands[id]),
        };
      })}
      onChoose={(chosen) => session.setKind([entry.id], chosen)}
    >
      <Icon aria-hidden data-kind={entry.kind} className={styles.kindIcon} />
      <span className={styles.kind}>
        {kind} {number !== '' && <span className={styles.number}>{number}</span>}
      </span>
    </ChoiceMenu>
  );
}

function SpeakerMenu({ entry, session, speakers }: EntryRowProps): ReactElement {
  const { t } = useTranslation('minutes');
  const speaker = speakers.find((candidate) => candidate.id === entry.speakerAttendanceId);
  const isMissing = speaker === undefined && entry.kind === 'speech';
  const shown = speaker?.label ?? (isMissing ? t('speaker.unknown') : t('speaker.none'));
  return (
    <ChoiceMenu
      label={t('speaker.of', { name: shown })}
      value={speaker?.id ?? nobody}
      choices={[...speakers, { id: nobody, label: t('speaker.nobody') }]}
      onChoose={(id) => session.updateRows([entry.id], { speakerAttendanceId: id === nobody ? null : id })}
    >
      <span
        className={isMissing ? styles.unknown : undefined}
        {...(speaker?.language && { lang: languageTags[speaker.language] })}
      >
        {shown}
      </span>
    </ChoiceMenu>
  );
}

/** The language in which the row was taken down; the other two are translations of it. */
function SourceMenu({ entry, session }: Pick<EntryRowProps, 'entry' | 'session'>): ReactElement {
  const { t } = useTranslation('minutes');
  const names = useLanguageNames();
  const format = useFormat();
  return (
    <>
      <ChoiceMenu
        label={t('sourceOf', { code: entry.sourceLanguage.toUpperCase(), language: names[entry.sourceLanguage] })}
        value={entry.sourceLanguage}
        choices={languages.map((language) => ({ id: language, label: names[language] }))}
        onChoose={(sourceLanguage) => session.updateRows([entry.id], { sourceLanguage })}
      >
        <span className={styles.label}>{t('sourceShort', { language: entry.sourceLanguage.toUpperCase() })}</span>
      </ChoiceMenu>
      {entry.atMs !== null && <span className={styles.label}>{format.clock(entry.atMs)}</span>}
    </>
  );
}
