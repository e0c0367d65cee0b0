import { useCallback, useEffect, useState } from 'react';
import { emptyText, type Language, type LocalizedText } from '#shared/domain/language.ts';
import type { InvitationKind } from './recipient-rows.ts';

/** What is chosen for the letters that are drafted next. */
export interface LetterPlan {
  kind: InvitationKind;
  /** undefined: as in the last letter. */
  due: string | null | undefined;
  notes: LocalizedText;
  languages: ReadonlyMap<string, Language>;
  /** Ids of attendances; null: whoever the kind of letter is for. */
  selected: ReadonlySet<string> | null;
}

/** Per meeting: a look at the agenda must not cost what was typed here. */
const remembered = new Map<string, LetterPlan>();

export function useLetterPlan(meetingId: string): [LetterPlan, (change: Partial<LetterPlan>) => void] {
  const [plan, setPlan] = useState<LetterPlan>(
    () =>
      remembered.get(meetingId) ?? {
        kind: 'invitation',
        due: undefined,
        notes: emptyText(),
        languages: new Map(),
        selected: null,
      },
  );
  useEffect(() => {
    remembered.set(meetingId, plan);
  }, [meetingId, plan]);
  const change = useCallback((part: Partial<LetterPlan>) => setPlan((before) => ({ ...before, ...part })), []);
  return [plan, change];
}
