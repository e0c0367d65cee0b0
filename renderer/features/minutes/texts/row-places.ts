import { type Language, languages, languageTags } from '#shared/domain/language.ts';

/** The entry whose row an element stands in; null outside of all rows. */
export function rowIdOf(element: Element): string | null {
  return element.closest<HTMLElement>('[role="group"][data-kind][data-focus]')?.dataset.focus ?? null;
}

/** The language of the text that an element is, if it is one. */
export function languageOfField(element: Element): Language | undefined {
  return languages.find((language) => languageTags[language] === element.getAttribute('lang'));
}

/** Puts the caret into a text of the minutes; false when it is not on this screen. */
export function focusEntry(id: string, language: Language): boolean {
  const row = document.querySelector(`[data-focus="${CSS.escape(id)}"]`);
  const area = row?.querySelector<HTMLElement>(`textarea[lang="${languageTags[language]}"]`);
  if (!row || !area) return false;
  row.scrollIntoView({ block: 'center' });
  area.focus({ preventScroll: true });
  return true;
}
