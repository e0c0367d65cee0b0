export { analyseName, type AnalysedName, type NameInput } from './parse.ts';
export { match } from './match.ts';
export { queryKeys, searchKeys } from './search-keys.ts';
export { blockingKeys } from './blocking-keys.ts';
export { suggestForms } from './suggest-forms.ts';
export { splitName } from './split-name.ts';
export { matchOrganizations, organizationBlockingKeys, type OrganizationNames } from './organizations.ts';
