import type { Language } from '#shared/domain/language.ts';
import type { MinutesState } from '../model/types.ts';
import type { LiveView } from './view.ts';

/** The item where a secretary would go on: the first that is still open, else the first of all; empty without any. */
export function firstItem(agenda: MinutesState['agenda']): string {
  return (agenda.find((item) => item.state === 'open') ?? agenda[0])?.id ?? '';
}

export function initialView({ agenda, meeting }: MinutesState, uiLanguage: Language): LiveView {
  return {
    itemId: firstItem(agenda),
    captureLanguage: meeting.workingLanguages[0] ?? uiLanguage,
    captureKind: 'speech',
    captureSpeakerId: null,
    captureId: null,
    selection: null,
    rightPane: 'people',
    isFocusMode: false,
    find: 'closed',
  };
}
