export { OrganizationFinder } from './organization-finder.ts';
export { listAddresses } from './people-repository.ts';
export { applyPerson, hasName, organizationOf } from './person-values.ts';
export { leaveOutForeign, parseSource } from './read-source.ts';
