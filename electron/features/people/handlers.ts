import { chooseName } from '#shared/domain/person-name.ts';
import type { Person } from '#shared/contract/people.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { indexAlongside, listPersonKeys } from '../../search-index/index.ts';
import { keepSignatures } from '../agreements/index.ts';
import { erasePerson, EraseRefused, previewErase } from './erase.ts';
import { findPersonRelated } from './related-repository.ts';
import { countPersonUses, findPerson, insertPerson, listPeople, removePerson, updatePerson } from './repository.ts';

export const peopleHandlers = {
  list: os.people.list.handler(({ context }) => listPeople(context.connection, listPersonKeys(context.connection))),

  get: os.people.get.handler(({ context, input, errors }) => {
    const person = findPerson(context.connection, input.id);
    if (person === undefined) throw errors.NOT_FOUND({ data: { kind: 'person' } });
    return person;
  }),

  related: os.people.related.handler(({ context, input, errors }) => {
    if (findPerson(context.connection, input.id) === undefined) throw errors.NOT_FOUND({ data: { kind: 'person' } });
    return findPersonRelated(context.connection, input.id);
  }),

  create: os.people.create.handler(({ context, input }) => {
    commit(
      context,
      { name: 'person.create', label: personLabel(input) },
      (write) => {
        insertPerson(write, input);
      },
      indexAlongside,
    );
    return { id: input.id };
  }),

  update: os.people.update.handler(({ context, input, errors }) => {
    const stored = findPerson(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'person' } });
    const next = { ...stored, ...input };
    commit(
      context,
      { name: 'person.update', label: personLabel(next) },
      (write) => {
        updatePerson(write, stored, next);
      },
      indexAlongside,
    );
    return { id: input.id };
  }),

  remove: os.people.remove.handler(({ context, input, errors }) => {
    const stored = findPerson(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'person' } });
    const uses = countPersonUses(context.connection, input.id);
    if (uses.length > 0) throw errors.IN_USE({ data: { uses } });
    commit(
      context,
      { name: 'person.remove', label: personLabel(stored) },
      (write) => {
        keepSignatures(context.connection, write, stored);
        removePerson(context.connection, write, stored);
      },
      indexAlongside,
    );
    return { id: input.id };
  }),

  erasePreview: os.people.erasePreview.handler(({ context, input, errors }) => {
    if (findPerson(context.connection, input.id) === undefined) throw errors.NOT_FOUND({ data: { kind: 'person' } });
    return previewErase(context, input.id);
  }),

  erase: os.people.erase.handler(async ({ context, input, errors }) => {
    try {
      if (await erasePerson(context, input.id)) return { id: input.id };
    } catch (error) {
      if (error instanceof EraseRefused) throw errors.ERASE_REFUSED({ data: { blocks: error.blocks } });
      throw error;
    }
    throw errors.NOT_FOUND({ data: { kind: 'person' } });
  }),
};

const personLabel = (person: Person): string => chooseName(person.names, 'en').text;
