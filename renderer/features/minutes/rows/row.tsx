import { memo, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry, EntryKind } from '#shared/contract/entries.ts';
import type { Language } from '#shared/domain/language.ts';
import { useFormat } from '../../../app/format.ts';
import { useStorePart } from '../../../app/store.ts';
import { entryKindKeys } from '../entry-kinds.ts';
import { useLive } from '../live/context.ts';
import type { MinutesState } from '../model/types.ts';
import { KindMenu } from './kind-menu.tsx';
import { moveToLanguage } from './move-to-language.ts';
import { RowAction } from './row-action.tsx';
import { RowMarks } from './row-marks.tsx';
import { RowMenu } from './row-menu.tsx';
import { RowText } from './row-text.tsx';
import { isSelected } from './selection.ts';
import { SpeakerField } from './speaker-field.tsx';
import styles from './rows.module.css';

export interface RowProps {
  id: string;
  /** The row above, under the same item. */
  previousId: string | undefined;
}

/** One row of the minutes. Follows its own entry only: what is typed in one row draws no other. */
export const Row = memo(function Row({ id, previousId }: RowProps) {
  const { session } = useLive();
  const entry = useStorePart(session.state, (state) => state.entries.get(id));
  return entry === undefined ? null : <RowOf entry={entry} previousId={previousId} />;
});

function RowOf({ entry, previousId }: { entry: Entry; previousId: string | undefined }) {
  const { t } = useTranslation('minutes');
  const { session, view } = useLive();
  const format = useFormat();
  const { id, kind, speakerAttendanceId: speakerId } = entry;
  const number = useStorePart(session.state, (state) => state.numbers.get(id) ?? '');
  const isContinued = useStorePart(session.state, (state) => continues(state, id, previousId));
  const isChosen = useStorePart(view, (state) => isSelected(state, id));
  const word = t(entryKindKeys[kind]);
  const name = number === '' ? word : `${word} ${number}`;
  const setKind = useCallback((chosen: EntryKind) => session.setKind([id], chosen), [session, id]);
  const setLanguage = useCallback((language: Language) => moveToLanguage(session, id, language), [session, id]);
  return (
    <div
      role="group"
      aria-label={name}
      className={styles.row}
      data-row={id}
      data-kind={kind}
      tabIndex={-1}
      {...(isChosen && { 'data-selected': true })}
    >
      <span className={styles.time}>{entry.atMs !== null && format.clock(entry.atMs)}</span>
      <KindMenu kind={kind} number={number} onChoose={setKind} />
      <SpeakerField
        rowId={id}
        speakerId={speakerId}
        isNeeded={kind === 'speech'}
        isContinued={isContinued}
        onChange={(next) => session.updateRows([id], { speakerAttendanceId: next })}
      />
      <div className={styles.body}>
        <RowText entry={entry} name={name} />
        {kind === 'action' && <RowAction entry={entry} name={name} />}
      </div>
      <RowMarks entry={entry} onLanguage={setLanguage} />
      <RowMenu entry={entry} name={name} />
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
