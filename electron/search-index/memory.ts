import type { Connection } from '../db/connection.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the index keeps in RAM per open file: its words, once somebody needed them, and the catching-up under way. */
export interface IndexMemory {
  vocabulary: Vocabulary | undefined;
  /** The words while they are being read. */
  unread: Vocabulary | undefined;
  reading: Promise<void> | undefined;
  running: Promise<void> | undefined;
  isStopped: boolean;
}

const memories = new WeakMap<Connection, IndexMemory>();

export function memoryOf(connection: Connection): IndexMemory {
  let memory = memories.get(connection);
  if (memory === undefined) {
    memory = { vocabulary: undefined, unread: undefined, reading: undefined, running: undefined, isStopped: false };
    memories.set(connection, memory);
  }
  return memory;
}
