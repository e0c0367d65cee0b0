export {
  findOrganization,
  insertOrganization,
  loadOrganizations,
  updateOrganization,
  writeRelations,
} from './repository.ts';
