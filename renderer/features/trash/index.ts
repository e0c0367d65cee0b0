export { TrashSection } from './trash-section.tsx';
