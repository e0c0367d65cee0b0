import { chooseText } from '#shared/domain/language.ts';
import type { Organization } from '#shared/contract/organizations.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { indexAlongside } from '../../search-index/index.ts';
import { findOrganizationRelated } from './related-repository.ts';
import {
  countOrganizationUses,
  findOrganization,
  insertOrganization,
  listOrganizations,
  removeOrganization,
  updateOrganization,
  writeRelations,
} from './repository.ts';

export const organizationsHandlers = {
  list: os.organizations.list.handler(({ context }) => listOrganizations(context.connection)),

  get: os.organizations.get.handler(({ context, input, errors }) => {
    const organization = findOrganization(context.connection, input.id);
    if (organization === undefined) throw errors.NOT_FOUND({ data: { kind: 'organization' } });
    return organization;
  }),

  related: os.organizations.related.handler(({ context, input, errors }) => {
    if (findOrganization(context.connection, input.id) === undefined)
      throw errors.NOT_FOUND({ data: { kind: 'organization' } });
    return findOrganizationRelated(context.connection, input.id);
  }),

  create: os.organizations.create.handler(({ context, input }) => {
    commit(
      context,
      { name: 'organization.create', label: organizationLabel(input) },
      (write) => {
        insertOrganization(write, input);
        writeRelations(write, [], input);
      },
      indexAlongside,
    );
    return { id: input.id };
  }),

  update: os.organizations.update.handler(({ context, input, errors }) => {
    const stored = findOrganization(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'organization' } });
    const next = { ...stored, ...input };
    commit(
      context,
      { name: 'organization.update', label: organizationLabel(next) },
      (write) => {
        updateOrganization(write, stored, next);
      },
      indexAlongside,
    );
    return { id: input.id };
  }),

  remove: os.organizations.remove.handler(({ context, input, errors }) => {
    const stored = findOrganization(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'organization' } });
    const uses = countOrganizationUses(context.connection, input.id);
    if (uses.length > 0) throw errors.IN_USE({ data: { uses } });
    commit(
      context,
      { name: 'organization.remove', label: organizationLabel(stored) },
      (write) => {
        removeOrganization(context.connection, write, stored);
      },
      indexAlongside,
    );
    return { id: input.id };
  }),
};

const organizationLabel = (organization: Organization): string => chooseText(organization.name, 'en').text;
