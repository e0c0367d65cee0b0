export { ContactsTabs } from './contacts-tabs.tsx';
export { emptyPerson } from './empty-person.ts';
export { usePersonItems } from './use-person-items.ts';
