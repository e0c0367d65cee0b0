import type { Concept } from '#shared/contract/glossary.ts';
import { languages, type LocalizedText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { conceptIdOf, settleTerms } from './compose.ts';
import { findStored, insertConcept, listStoredOf, removeConcept, updateConcept } from './repository.ts';

/** For an organisation that is joined into another: what was added to its name and its offices goes with it. */
export function joinGlossary(connection: Connection, write: Write, keepId: string, mergeId: string): void {
  for (const merged of listStoredOf(connection, mergeId)) {
    if (merged.link === null) continue;
    const link = { ...merged.link, recordId: keepId };
    const id = conceptIdOf(link);
    const kept = findStored(connection, id);
    removeConcept(write, merged);
    if (kept === undefined) insertConcept(write, { ...merged, id, link });
    else updateConcept(write, kept, { ...joinConcepts(kept, merged), link });
  }
}

const joinConcepts = (kept: Concept, merged: Concept): Concept => ({
  ...kept,
  area: joinTexts(kept.area, merged.area),
  definition: joinTexts(kept.definition, merged.definition),
  source: kept.source || merged.source,
  note: kept.note || merged.note,
  terms: settleTerms([
    ...kept.terms,
    ...merged.terms.filter(
      (term) => !kept.terms.some(({ language, text }) => language === term.language && text === term.text),
    ),
  ]),
});

function joinTexts(kept: LocalizedText, merged: LocalizedText): LocalizedText {
  const joined = { ...kept };
  for (const language of languages) joined[language] ||= merged[language];
  return joined;
}
