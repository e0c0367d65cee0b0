import { initial } from './0001-initial.ts';

/** Every migration in order; its place in the list is its number (`user_version`). */
export const migrations: readonly string[] = [initial];
