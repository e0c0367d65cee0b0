export { Due, NotNamed } from './due.tsx';
export { RegisterTabs } from './register-tabs.tsx';
export { StatusSelect } from './status-select.tsx';
