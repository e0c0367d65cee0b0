export { findOrganization, insertOrganization, writeRelations } from './repository.ts';
