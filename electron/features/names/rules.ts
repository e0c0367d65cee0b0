import type { SuggestedForm } from '#shared/domain/name-match.ts';
import { type Script, scripts } from '#shared/domain/language.ts';
import { suggestForms } from '#shared/domain/names/index.ts';
import type { PersonNames } from '#shared/domain/person-name.ts';

/** The surer a form, the sooner it is offered; the same text from two sources once. */
function merge(forms: SuggestedForm[]): SuggestedForm[] {
  const best = new Map<string, SuggestedForm>();
  for (const form of forms) {
    const known = best.get(form.text);
    if (known === undefined || known.confidence < form.confidence) best.set(form.text, form);
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence);
}

const isEmpty = (names: PersonNames, script: Script): boolean =>
  names[script].family.trim() === '' && names[script].given.trim() === '';

/** Forms for each script without family and given name, from the scripts that have them. */
export function suggestMissing(names: PersonNames): Record<Script, SuggestedForm[]> {
  const suggest = (script: Script): SuggestedForm[] =>
    isEmpty(names, script)
      ? merge(scripts.filter((from) => !isEmpty(names, from)).flatMap((from) => suggestForms(names[from], script)))
      : [];
  return { latin: suggest('latin'), cyrillic: suggest('cyrillic'), han: suggest('han') };
}
