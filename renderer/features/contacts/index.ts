export { Candidates } from './candidates.tsx';
export { ContactsTabs } from './contacts-tabs.tsx';
export { isPast } from './is-past.ts';
export { personSortText } from './person-order.ts';
export { RelatedActions, RelatedAgreements } from './related-lists.tsx';
export { usePersonItems } from './use-person-items.ts';
