import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { draftGroupings, letterDocument } from '#shared/contract/letters.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { emptyText, type Language, type LocalizedText } from '#shared/domain/language.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { noFilter, type PlannedKind, type RecipientFilter } from './recipient-rows.ts';

export type LetterDocument = z.infer<typeof letterDocument>;
export type DraftGrouping = (typeof draftGroupings)[number];

/** What is chosen for the letters that are drafted next. */
export interface LetterPlan {
  kind: PlannedKind;
  /** undefined: as in the last letter. */
  due: string | null | undefined;
  /** Empty: the usual subject. */
  subjects: LocalizedText;
  notes: LocalizedText;
  languages: ReadonlyMap<string, Language>;
  filter: RecipientFilter;
  /** Ids of attendances; null: whoever the kind of letter is for. */
  selected: ReadonlySet<string> | null;
  documents: readonly LetterDocument[];
  hasActionsCalendar: boolean;
  /** undefined: as in the last export. */
  letterheadId: string | null | undefined;
  grouping: DraftGrouping;
}

/** Per meeting: a look at the agenda must not cost what was typed here. */
const remembered = new Map<string, LetterPlan>();

const firstPlan = (meeting: Meeting): LetterPlan => ({
  // Before a meeting people are invited to it, afterwards they get its papers.
  kind: meeting.status === 'planned' ? 'invitation' : 'documents',
  due: undefined,
  subjects: emptyText(),
  notes: emptyText(),
  languages: new Map(),
  filter: noFilter,
  selected: null,
  documents: [{ kind: meeting.status === 'planned' ? 'agenda' : 'minutes', format: 'pdf' }],
  hasActionsCalendar: false,
  letterheadId: undefined,
  grouping: 'recipient',
});

export function useLetterPlan(meeting: Meeting): [LetterPlan, (change: Partial<LetterPlan>) => void] {
  const { id } = meeting;
  const [plan, setPlan] = useState<LetterPlan>(() => remembered.get(id) ?? firstPlan(meeting));
  useEffect(() => {
    remembered.set(id, plan);
  }, [id, plan]);
  const change = useCallback((part: Partial<LetterPlan>) => setPlan((before) => ({ ...before, ...part })), []);
  // Nobody is invited to what has been agreed.
  return [isLocked(meeting.status) ? { ...plan, kind: 'documents' } : plan, change];
}
