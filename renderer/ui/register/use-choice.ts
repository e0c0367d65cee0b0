import { useCallback, useMemo, useState } from 'react';
import type { Chosen } from './register-props.ts';

/** Most records that one bulk change takes, as in shared/contract/follow-up.ts. */
export const mostChosen = 2_000;

/** The rows that are chosen, in the order in which they were chosen. */
export type Choice<Row> = ReadonlyMap<string, Row>;

/** Adds the rows, or takes them away where `isOn` is false; never more than {@link mostChosen}. */
export function changeChoice<Row>(
  choice: Choice<Row>,
  rows: readonly Row[],
  rowId: (row: Row) => string,
  isOn: boolean,
): Choice<Row> {
  const next = new Map(choice);
  for (const row of rows) {
    if (!isOn) next.delete(rowId(row));
    else if (next.size < mostChosen || next.has(rowId(row))) next.set(rowId(row), row);
  }
  return next;
}

export interface ChoiceState<Row> {
  choice: Choice<Row>;
  isChosen: (id: string) => boolean;
  set: (rows: readonly Row[], isOn: boolean) => void;
  clear: () => void;
  /** For the bulk bar; rows that are on screen are named as they are now. */
  chosen: Chosen<Row>;
}

/** @param onChange keeps the choice while the user is on another screen */
export function useChoice<Row>(
  start: Choice<Row>,
  rowId: (row: Row) => string,
  current: (id: string) => Row | undefined,
  onChange: (choice: Choice<Row>) => void,
): ChoiceState<Row> {
  const [choice, setChoice] = useState(start);
  const change = useCallback(
    (next: Choice<Row>) => {
      onChange(next);
      setChoice(next);
    },
    [onChange],
  );
  const clear = useCallback(() => change(new Map()), [change]);
  const set = (rows: readonly Row[], isOn: boolean): void => change(changeChoice(choice, rows, rowId, isOn));
  const chosen = useMemo(
    () => ({ ids: [...choice.keys()], rows: [...choice].map(([id, row]) => current(id) ?? row), clear }),
    [choice, current, clear],
  );
  return { choice, isChosen: (id) => choice.has(id), set, clear, chosen };
}
