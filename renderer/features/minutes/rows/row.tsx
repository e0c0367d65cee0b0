import { memo, startTransition, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Entry, EntryKind } from '#shared/contract/entries.ts';
import type { Language } from '#shared/domain/language.ts';
import { useStorePart } from '../../../app/store.ts';
import { useLive } from '../live/context.ts';
import type { MinutesState } from '../model/types.ts';
import { KindMenu } from './kind-menu.tsx';
import { PlainKind, PlainSpeaker } from './light-parts.tsx';
import { moveToLanguage } from './move-to-language.ts';
import { whenNear } from './nearness.ts';
import { RowAction } from './row-action.tsx';
import { RowMarks } from './row-marks.tsx';
import { RowMenu } from './row-menu.tsx';
import { RowText } from './row-text.tsx';
import { useRowTools } from './row-tools.ts';
import { isSelected } from './selection.ts';
import { SpeakerField } from './speaker-field.tsx';
import styles from './rows.module.css';

export interface RowProps {
  id: string;
  /** The row above, under the same item. */
  previousId: string | undefined;
  /** One of so many that it has its fields only when it comes near the screen; its text it has at once. */
  isLight: boolean;
}

/** One row of the minutes. Follows its own entry only: what is typed in one row draws no other. */
export const Row = memo(function Row({ id, previousId, isLight }: RowProps) {
  const { session } = useLive();
  const entry = useStorePart(session.state, (state) => state.entries.get(id));
  return entry === undefined ? null : <RowOf entry={entry} previousId={previousId} isLight={isLight} />;
});

function RowOf({ entry, previousId, isLight }: Omit<RowProps, 'id'> & { entry: Entry }) {
  const { words } = useRowTools();
  const { session, view } = useLive();
  const { id, kind, speakerAttendanceId: speakerId } = entry;
  const number = useStorePart(session.state, (state) => state.numbers.get(id) ?? '');
  const isContinued = useStorePart(session.state, (state) => continues(state, id, previousId));
  const isChosen = useStorePart(view, (state) => isSelected(state, id));
  const word = words.kinds[kind];
  const name = number === '' ? word : `${word} ${number}`;
  const setKind = useCallback((chosen: EntryKind) => session.setKind([id], chosen), [session, id]);
  const setSpeaker = useCallback(
    (next: string | null) => session.updateRows([id], { speakerAttendanceId: next }),
    [session, id],
  );
  const setLanguage = useCallback((language: Language) => moveToLanguage(session, id, language), [session, id]);
  const row = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(!isLight);
  useLayoutEffect(() => {
    if (!isNear && row.current) return whenNear(row.current, () => setNear(true));
  }, [isNear]);
  return (
    <div
      ref={row}
      role="group"
      aria-label={name}
      className={styles.row}
      data-row={id}
      data-kind={kind}
      tabIndex={-1}
      onFocus={() => startTransition(() => setNear(true))}
      {...(isChosen && { 'data-selected': true })}
    >
      <span className={styles.time}>{entry.atMs !== null && words.clock(entry.atMs)}</span>
      {isNear ? <KindMenu kind={kind} number={number} onChoose={setKind} /> : <PlainKind word={word} number={number} />}
      {isNear ? (
        <SpeakerField
          rowId={id}
          speakerId={speakerId}
          isNeeded={kind === 'speech'}
          isContinued={isContinued}
          onChange={setSpeaker}
        />
      ) : (
        <PlainSpeaker speakerId={speakerId} />
      )}
      <div className={styles.body}>
        <RowText entry={entry} name={name} />
        {kind === 'action' && isNear && <RowAction entry={entry} name={name} />}
      </div>
      {isNear && <RowMarks entry={entry} onLanguage={setLanguage} />}
      {isNear && <RowMenu entry={entry} name={name} />}
    </div>
  );
}

/** A speech right below another of the same speaker: the name is not said again (W3C scribes, «continuation»). */
function continues({ entries }: MinutesState, id: string, previousId: string | undefined): boolean {
  const previous = previousId === undefined ? undefined : entries.get(previousId);
  const entry = entries.get(id);
  return (
    entry?.kind === 'speech' &&
    previous?.kind === 'speech' &&
    entry.speakerAttendanceId !== null &&
    entry.speakerAttendanceId === previous.speakerAttendanceId
  );
}
