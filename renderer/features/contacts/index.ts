export { ContactsTabs } from './contacts-tabs.tsx';
