import { flushSync } from 'react-dom';
import type { Language } from '#shared/domain/language.ts';
import type { MinutesSession } from '../model/types.ts';

/**
 * Says that a row was taken down in another language. Its text goes there, unless that language has one already: then
 * only the source changes and the other text becomes its translation.
 */
export function moveToLanguage(session: MinutesSession, id: string, language: Language): void {
  const from = session.state.get().entries.get(id)?.sourceLanguage;
  if (from === undefined || from === language) return;
  const source = session.text(id, from);
  const target = session.text(id, language);
  const text = source.text();
  const isMoved = target.text().trim() === '' && text !== '';
  // First the new text, so that the field that changes over to it finds in it what it shows already.
  if (isMoved) target.input(text);
  // Drawn at once: the field must have let go of the old text before that is emptied.
  flushSync(() => session.updateRows([id], { sourceLanguage: language }));
  if (!isMoved) return;
  source.input('');
  void target.flush();
}
