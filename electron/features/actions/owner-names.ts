import { type Language, languageTags, type LocalizedText } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import { findNames } from '../people/index.ts';
import { Follower, foldTexts } from '../registers/index.ts';
import { listOrganizationNames, listOwnerIds } from './owners-repository.ts';

export interface NamedOwner {
  id: string;
  kind: 'person' | 'organization';
  name: LocalizedText;
  folded: string;
}

/** The names of everybody who owns an action, or once did. */
export function followOwners(connection: Connection): Follower<NamedOwner> {
  let ids: readonly string[] = [];
  let next = 0;
  return new Follower<NamedOwner>(connection, {
    idsAfter(source, id, limit) {
      if (id === '') [ids, next] = [listOwnerIds(source), 0];
      const found = ids.slice(next, next + limit);
      next += found.length;
      return found;
    },
    affecting: {
      person: 'id',
      person_name: 'person_id',
      organization: 'id',
      action_owner: ['person_id', 'organization_id'],
      action_assignee: ['person_id', 'organization_id'],
    },
    load(source, wanted) {
      const people = [...findNames(source, wanted)].map(([id, names]) => ({
        id,
        kind: 'person' as const,
        name: composedNames(names),
      }));
      const bodies = [...listOrganizationNames(source, wanted)].map(([id, { name, abbreviation }]) => ({
        id,
        kind: 'organization' as const,
        name,
        abbreviation,
      }));
      return [...people, ...bodies].map((owner) => ({
        id: owner.id,
        kind: owner.kind,
        name: owner.name,
        folded: foldTexts([
          ...Object.values(owner.name),
          ...('abbreviation' in owner ? Object.values(owner.abbreviation) : []),
        ]),
      }));
    },
  });
}

const collators = new Map<Language, Intl.Collator>();

/** As a list in a language has names in order. */
export function nameOrder(language: Language): (a: string, b: string) => number {
  let collator = collators.get(language);
  if (collator === undefined) collators.set(language, (collator = new Intl.Collator(languageTags[language])));
  return collator.compare;
}
