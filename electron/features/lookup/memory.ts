import type { Context } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { Attending } from './attending.ts';
import { RegisterNames } from './register-names.ts';

/** What look-ups keep in RAM per open file; let go when nobody has looked anybody up for a while. */
interface LookupMemory {
  register: RegisterNames;
  attending: Map<string, Attending>;
  timer: NodeJS.Timeout | undefined;
}

const keptMs = 60 * 60_000;
/** Two windows on two meetings, and one just left. */
const mostMeetings = 3;
const memories = new WeakMap<Connection, LookupMemory>();

function memoryOf(context: Pick<Context, 'connection' | 'events'>): LookupMemory {
  const { connection } = context;
  let memory = memories.get(connection);
  if (memory === undefined) {
    memory = { register: new RegisterNames(context), attending: new Map(), timer: undefined };
    memories.set(connection, memory);
  }
  clearTimeout(memory.timer);
  memory.timer = setTimeout(() => {
    memories.delete(connection);
  }, keptMs).unref();
  return memory;
}

export const registerNamesOf = (context: Pick<Context, 'connection' | 'events'>): RegisterNames =>
  memoryOf(context).register;

export function attendingOf(context: Pick<Context, 'connection' | 'events'>, meetingId: string): Attending {
  const { attending } = memoryOf(context);
  const known = attending.get(meetingId) ?? new Attending(context.connection, meetingId);
  attending.delete(meetingId);
  attending.set(meetingId, known);
  for (const oldest of attending.keys()) {
    if (attending.size <= mostMeetings) break;
    attending.delete(oldest);
  }
  return known;
}
