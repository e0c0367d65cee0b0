import { os } from '../../implement.ts';

export const keepingHandlers = { list: os.backups.list.handler(({ context }) => context.backups.list()) };
