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

/** Kind and documents are what suits the meeting as it stands, until somebody chooses others. */
type ChosenPlan = Omit<LetterPlan, 'kind' | 'documents'> & Partial<Pick<LetterPlan, 'kind' | 'documents'>>;

/** Per meeting: a look at the agenda must not cost what was typed here. */
const remembered = new Map<string, ChosenPlan>();

const firstPlan: ChosenPlan = {
  due: undefined,
  subjects: emptyText(),
  notes: emptyText(),
  languages: new Map(),
  filter: noFilter,
  selected: null,
  hasActionsCalendar: false,
  letterheadId: undefined,
  grouping: 'recipient',
};

export function useLetterPlan(meeting: Meeting): [LetterPlan, (change: Partial<LetterPlan>) => void] {
  const { id } = meeting;
  const isPlanned = meeting.status === 'planned';
  const [plan, setPlan] = useState<ChosenPlan>(() => remembered.get(id) ?? firstPlan);
  useEffect(() => {
    remembered.set(id, plan);
  }, [id, plan]);
  const change = useCallback((part: Partial<LetterPlan>) => setPlan((before) => ({ ...before, ...part })), []);
  const full: LetterPlan = {
    ...plan,
    // Before a meeting people are invited to it, afterwards they get its papers.
    kind: plan.kind ?? (isPlanned ? 'invitation' : 'documents'),
    documents: plan.documents ?? [{ kind: isPlanned ? 'agenda' : 'minutes', format: 'pdf' }],
  };
  // Nobody is invited to what has been agreed.
  return [isLocked(meeting.status) ? { ...full, kind: 'documents' } : full, change];
}
