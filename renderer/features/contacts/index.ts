export { Candidates } from './candidates.tsx';
export { ContactsTabs } from './contacts-tabs.tsx';
export { emptyPerson } from './empty-person.ts';
export { isPast } from './is-past.ts';
export { personSortText } from './person-order.ts';
export { actionStatusKeys, agreementKindKeys } from './related-words.ts';
export { usePersonItems } from './use-person-items.ts';
