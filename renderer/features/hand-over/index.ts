export { HandOverMenu } from './hand-over-menu.tsx';
