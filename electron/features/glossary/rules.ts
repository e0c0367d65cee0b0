import type { Concept } from '#shared/contract/glossary.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { conceptIdOf, settleConcept } from './compose.ts';
import { findStored, hasLinked, insertConcept, loadUnits, removeConcept, updateConcept } from './repository.ts';

interface Prepared {
  id: string;
  /** What the history calls it. */
  label: string;
  write: (write: Write) => void;
}

/**
 * How a concept is kept. One with a link is what is added to the register's names and has the id of its link, whatever
 * id it came with. Undefined when the register has nothing of the kind.
 *
 * What was added stays with the link when the register changes. A renamed organisation or agreement keeps its link; an
 * office or an area *is* its wording in its first language: written differently there it is another one, and nobody but
 * the secretary can say whether it means the same. Then, and when the record goes, the additions are shown as a concept
 * that stands for itself; the link is still kept with them, so that undo, or writing the old words again, joins them.
 */
export function prepareSave(connection: Connection, input: Concept): Prepared | undefined {
  const concept = settleConcept(input);
  const { terms } = concept;
  if (concept.link === null) {
    const stored = findStored(connection, concept.id);
    return {
      id: concept.id,
      label: terms[0]?.text ?? '',
      write: (write) => {
        if (stored === undefined) insertConcept(write, concept);
        else updateConcept(write, stored, concept);
      },
    };
  }
  const { kind, recordId, part } = concept.link;
  const link = { kind, recordId, part: kind === 'office' || kind === 'area' ? part : '' };
  const id = conceptIdOf(link);
  const stored = findStored(connection, id);
  if (stored === undefined && !hasLinked(connection, link)) return undefined;
  const next = { ...concept, id, link };
  return {
    id,
    label: labelOf(connection, recordId, id) ?? terms[0]?.text ?? '',
    write: (write) => {
      if (stored === undefined) insertConcept(write, next);
      else updateConcept(write, stored, next);
    },
  };
}

/** Undefined when nothing is stored under the id. */
export function prepareRemoval(connection: Connection, id: string): Prepared | undefined {
  const stored = findStored(connection, id);
  if (stored === undefined) return undefined;
  const label = labelOf(connection, stored.link?.recordId ?? id, id) ?? '';
  return { id, label, write: (write) => removeConcept(write, stored) };
}

const labelOf = (connection: Connection, unit: string, id: string): string | undefined =>
  loadUnits(connection, [unit])
    .get(unit)
    ?.find((concept) => concept.id === id)?.shownTerms[0]?.text;
