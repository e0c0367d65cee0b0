import { memo } from 'react';
import type { LookupItem } from '#shared/contract/lookup.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useStorePart } from '../../../app/store.ts';
import { attendanceName } from '../../meetings/index.ts';
import { useLive } from '../live/context.ts';
import { focusText } from '../live/targets.ts';
import { type ChosenBy, PersonField } from './person-field.tsx';
import { attendanceOf } from './attendance-of.ts';
import { speakerSetter } from './capture.ts';
import { useRowTools } from './row-tools.ts';
import styles from './rows.module.css';

export interface SpeakerFieldProps {
  /** null: the capture row. */
  rowId: string | null;
  speakerId: string | null;
  /** Speech needs a speaker; the others may have one. */
  isNeeded: boolean;
  /** The row before has the same speaker. */
  isContinued: boolean;
  onChange: (speakerId: string | null) => void;
}

const kinds = ['attendance', 'person'] as const;

/** Who speaks. Typed in any script; somebody of the register or a guest is added to the meeting by the same Enter. */
export const SpeakerField = memo(function SpeakerField(props: SpeakerFieldProps) {
  const { rowId, speakerId, isNeeded, isContinued, onChange } = props;
  const live = useLive();
  const { session } = live;
  const { addPerson, addGuest, words } = useRowTools();
  const { uiLanguage } = words;
  const speaker = useStorePart(session.state, (state) => attendanceOf(state, speakerId));
  const name = speaker && attendanceName(speaker, uiLanguage);
  const unknown = isNeeded ? words.speaker.unknown : words.speaker.none;
  const label = words.speakerOf(name?.text ?? unknown, isContinued);

  const back = (by: ChosenBy) => by !== 'tab' && focusText({ rowId });
  /** Sets the speaker of the row as it is now, also when the answer comes while the next one is being written. */
  const setter = () => (rowId === null ? speakerSetter(live) : onChange);
  const choose = async (item: LookupItem, by: ChosenBy, set = setter()) => {
    if (item.kind === 'attendance') set(item.id);
    back(by);
    if (item.kind === 'person') set(await addPerson(item.id, chooseText(item.name, uiLanguage).text));
  };
  const makeGuest = (typed: string, by: ChosenBy, set = setter()) => {
    set(addGuest(typed));
    back(by);
  };
  const className = speaker ? styles.speaker : isNeeded ? styles.speakerUnknown : styles.speakerNone;
  return (
    <PersonField
      part="speaker"
      className={className}
      label={label}
      kinds={kinds}
      value={isContinued || !name ? null : { text: name.text, language: name.language }}
      isAdding={false}
      placeholder={isContinued ? words.speaker.continues : unknown}
      onChoose={(item, by) => void choose(item, by)}
      onGuest={makeGuest}
      onLate={() => {
        const set = setter();
        return {
          onChoose: (item, by) => void choose(item, by, set),
          onGuest: (typed, by) => makeGuest(typed, by, set),
        };
      }}
      onClear={() => {
        onChange(null);
        focusText({ rowId });
      }}
      onLeave={() => focusText({ rowId })}
    />
  );
});
