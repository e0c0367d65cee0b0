import { keepingHandlers } from './keeping-handlers.ts';
import { restoringHandlers } from './restoring-handlers.ts';

export const backupsHandlers = { ...keepingHandlers, ...restoringHandlers };
