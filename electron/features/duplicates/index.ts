export { type BlockKeys, Blocks } from './blocks.ts';
export { type Facts, findEvidence, noFacts, readEmails, readPhones } from './evidence.ts';
export { compareOrganizations, type OrganizationEntry, readOrganizationNames } from './compare-organizations.ts';
export { comparePeople, type PersonEntry, readForms } from './compare-people.ts';
export { type Neighbourhood, organizationsNearby, peopleNearby } from './service.ts';
