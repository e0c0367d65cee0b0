import { ORPCError } from '@orpc/server';
import type { z } from 'zod';
import { type DuplicateKind } from '#shared/contract/duplicates.ts';
import { organization } from '#shared/contract/organizations.ts';
import { person } from '#shared/contract/people.ts';
import { chooseText, scripts } from '#shared/domain/language.ts';
import { chooseName } from '#shared/domain/person-name.ts';
import { commit, type Context } from '../../context.ts';
import { historyState, type Write } from '../../db/changes.ts';
import { indexAlongside } from '../../search-index/index.ts';
import { joinGlossary } from '../glossary/index.ts';
import { joinLetterheads } from '../letterheads/index.ts';
import { findOrganization, updateOrganization } from '../organizations/index.ts';
import { findPerson, updatePerson } from '../people/index.ts';
import { moveDistinct } from './distinct.ts';
import { joinOrganizations } from './join-organizations.ts';
import { joinPeople } from './join-people.ts';
import { moveReferences, references } from './references.ts';

/** Joins one record into another in one change set; answers its number, or undefined when one of the two is not there. */
export function mergeRecords(
  context: Context,
  kind: DuplicateKind,
  keepId: string,
  mergeId: string,
): number | undefined {
  if (keepId === mergeId) return undefined;
  const isDone =
    kind === 'person' ? mergePeople(context, keepId, mergeId) : mergeOrganizations(context, keepId, mergeId);
  return isDone ? historyState(context.connection).undo?.seq : undefined;
}

function mergePeople(context: Context, keepId: string, mergeId: string): boolean {
  const { connection } = context;
  const [kept, merged] = [findPerson(connection, keepId), findPerson(connection, mergeId)];
  if (kept === undefined || merged === undefined) return false;
  const joined = checkLimits(person, joinPeople(kept, merged, context.newId));
  // Rows of both are the stored ones, so that aliases and offices of the one that goes change hands with their ids.
  const stored = {
    ...kept,
    aliases: [...kept.aliases, ...merged.aliases],
    affiliations: [...kept.affiliations, ...merged.affiliations],
  };
  const head = { name: 'person.merge', label: chooseName(kept.names, 'en').text } as const;
  const work = (write: Write): void => {
    updatePerson(write, stored, joined);
    moveReferences(connection, write, references.person, mergeId, keepId);
    moveDistinct(connection, write, 'person', mergeId, keepId);
    for (const script of scripts) write.remove('person_name', { person_id: mergeId, script });
    write.remove('person', { id: mergeId });
  };
  commit(context, head, work, indexAlongside);
  return true;
}

function mergeOrganizations(context: Context, keepId: string, mergeId: string): boolean {
  const { connection } = context;
  const [kept, merged] = [findOrganization(connection, keepId), findOrganization(connection, mergeId)];
  if (kept === undefined || merged === undefined) return false;
  const joined = checkLimits(organization, joinOrganizations(kept, merged, context.newId));
  const stored = {
    ...kept,
    aliases: [...kept.aliases, ...merged.aliases],
    relations: [...kept.relations, ...merged.relations],
  };
  const head = { name: 'organization.merge', label: chooseText(kept.name, 'en').text } as const;
  const work = (write: Write): void => {
    updateOrganization(write, stored, joined);
    moveReferences(connection, write, references.organization, mergeId, keepId);
    moveDistinct(connection, write, 'organization', mergeId, keepId);
    joinLetterheads(connection, write, keepId, mergeId);
    joinGlossary(connection, write, keepId, mergeId);
    write.remove('organization', { id: mergeId });
  };
  commit(context, head, work, indexAlongside);
  return true;
}

/** Two long notes may be too long together: then nothing is cut, the merge is refused. */
function checkLimits<Schema extends z.ZodType>(schema: Schema, joined: z.output<Schema>): z.output<Schema> {
  if (!schema.safeParse(joined).success) throw new ORPCError('BAD_REQUEST', { message: 'too long together' });
  return joined;
}
