import type { Affiliation, Person, PersonName } from '#shared/contract/people.ts';
import { type Script, scripts } from '#shared/domain/language.ts';
import { composeName } from '#shared/domain/person-name.ts';
import { fillText, joinAliases, joinParagraphs, joinValues } from './join-fields.ts';

/**
 * The record that two records of one person become. Every spelling stays: as the name of its script or as an alias.
 * What can only be one thing (gender, title, side) stays as `kept` has it; the change set keeps the other.
 */
export function joinPeople(kept: Person, merged: Person, newId: () => string): Person {
  const names = {
    latin: joinName(kept.names.latin, merged.names.latin, 'latin'),
    cyrillic: joinName(kept.names.cyrillic, merged.names.cyrillic, 'cyrillic'),
    han: joinName(kept.names.han, merged.names.han, 'han'),
  };
  return {
    id: kept.id,
    names,
    aliases: joinAliases(
      [...kept.aliases, ...merged.aliases],
      [...spellingsOf(kept.names), ...spellingsOf(merged.names)],
      spellingsOf(names),
      newId,
    ),
    gender: kept.gender || merged.gender,
    title: fillText(kept.title, merged.title),
    country: kept.country || merged.country,
    email: joinValues(kept.email, merged.email),
    phone: joinValues(kept.phone, merged.phone),
    messenger: joinValues(kept.messenger, merged.messenger),
    languages: joinValues(kept.languages, merged.languages),
    note: joinParagraphs(kept.note, merged.note),
    affiliations: joinAffiliations(kept.affiliations, merged.affiliations),
  };
}

/** A name is one thing: it is taken whole, or filled up where family and given name are the same. One that was only generated gives way. */
function joinName(kept: PersonName, merged: PersonName, script: Script): PersonName {
  if (composeName(merged, script) === '') return kept;
  if (composeName(kept, script) === '') return merged;
  if (kept.source === 'generated' && merged.source !== 'generated') return merged;
  if (kept.family !== merged.family || kept.given !== merged.given) return kept;
  return {
    ...merged,
    ...kept,
    patronymic: kept.patronymic || merged.patronymic,
    sortKey: kept.sortKey || merged.sortKey,
  };
}

/** As composed and as displayed. */
function spellingsOf(names: Person['names']): string[] {
  return scripts
    .flatMap((script) => [composeName({ ...names[script], display: '' }, script), composeName(names[script], script)])
    .filter(Boolean);
}

function joinAffiliations(kept: readonly Affiliation[], merged: readonly Affiliation[]): Affiliation[] {
  const added = merged.filter((affiliation) => !kept.some((known) => isSameOffice(known, affiliation)));
  return [...kept, ...added];
}

function isSameOffice(a: Affiliation, b: Affiliation): boolean {
  return (
    a.organizationId === b.organizationId &&
    a.from === b.from &&
    a.to === b.to &&
    a.position.en === b.position.en &&
    a.position.ru === b.position.ru &&
    a.position.zh === b.position.zh
  );
}
