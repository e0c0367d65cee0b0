import type { Organization } from '#shared/contract/organizations.ts';
import { fillText, joinAliases, joinParagraphs, writtenTexts } from './join-fields.ts';

/** The record that two records of one organisation become; see joinPeople. A relation between the two is gone. */
export function joinOrganizations(kept: Organization, merged: Organization, newId: () => string): Organization {
  const name = fillText(kept.name, merged.name);
  const abbreviation = fillText(kept.abbreviation, merged.abbreviation);
  return {
    id: kept.id,
    name,
    abbreviation,
    aliases: joinAliases(
      [...kept.aliases, ...merged.aliases],
      writtenTexts(merged.name, merged.abbreviation),
      writtenTexts(name, abbreviation),
      newId,
    ),
    // «Other» is what nobody has chosen yet.
    kind: kept.kind === 'other' ? merged.kind : kept.kind,
    country: kept.country || merged.country,
    city: fillText(kept.city, merged.city),
    note: joinParagraphs(kept.note, merged.note),
    relations: joinRelations(kept, merged),
  };
}

function joinRelations(kept: Organization, merged: Organization): Organization['relations'] {
  const joined: Organization['relations'] = [];
  for (const relation of [...kept.relations, ...merged.relations]) {
    if (relation.organizationId === kept.id || relation.organizationId === merged.id) continue;
    const isKnown = joined.some(
      (known) => known.organizationId === relation.organizationId && known.kind === relation.kind,
    );
    if (!isKnown) joined.push(relation);
  }
  return joined;
}
