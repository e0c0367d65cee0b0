export { FoldedCheck } from './check-list.tsx';
