export { AssistPane } from './assist-pane.tsx';
export type { Workbench } from './workbench.ts';
