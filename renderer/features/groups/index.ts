export { SideFields } from './side-fields.tsx';
