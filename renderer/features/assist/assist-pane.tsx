import type { ReactElement } from 'react';
import type { Workbench } from './workbench.ts';

/** Beside the grid: terms, memory and findings for the text where the caret is. */
export function AssistPane({ workbench }: { workbench: Workbench }): ReactElement | null {
  return workbench.isReadOnly ? null : null;
}
