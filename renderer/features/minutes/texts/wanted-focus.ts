import type { Language } from '#shared/domain/language.ts';

let wanted: { entryId: string; language: Language } | null = null;

/** A field that is not on screen yet shall have the focus when it comes. */
export function wantFocus(entryId: string, language: Language): void {
  wanted = { entryId, language };
}

/** Whether this field is the one that shall have the focus now; answers yes once. */
export function takeFocus(entryId: string, language: Language): boolean {
  if (wanted?.entryId !== entryId || wanted.language !== language) return false;
  wanted = null;
  return true;
}
