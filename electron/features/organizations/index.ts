export { findOrganization, insertOrganization, updateOrganization, writeRelations } from './repository.ts';
