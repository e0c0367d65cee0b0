import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Where bugs are written. Holds ids, codes and places in the program; never a user's text, and no message that quotes one. */
export interface Log {
  /** Writes the error and answers the id that the user is shown. */
  bug(error: unknown): string;
}

/** Short words of the program: the name of a class, the code of SQLite or of the file system. */
const errorName = /^[A-Za-z]\w{0,60}$/u;
const errorCode = /^[A-Za-z][\w-]{0,60}$/u;
/** Made by {@link toFrame} alone. */
const frame = /^at [\w$.<>[\]# ]{0,120}\((?:elsewhere|[\w./@+:-]{1,200}:\d+:\d+)\)$/u;
const logLine = /^\{"id":"[0-9a-f]{8}","at":"[\d:.TZ-]{20,30}","errors":\[[\w $.<>[\]#()/@+:,"{}-]*\]\}$/u;

interface Trace {
  name: string;
  code?: string;
  frames: string[];
}

/** One line of JSON per bug; `write` is the door's choice (stderr, a file). */
export function createLog(write: (line: string) => void): Log {
  return {
    bug(error) {
      const id = randomUUID().slice(0, 8);
      try {
        write(JSON.stringify({ id, at: new Date().toISOString(), errors: describeCauses(error) }));
      } catch {
        // A full disk takes no log either; what is being reported must not become worse by it.
      }
      return id;
    },
  };
}

/**
 * What nobody has caught goes to the log and ends the process, with nothing else said: Node itself would print the
 * message of the error, which may quote what the user has typed.
 */
export function logUncaught(log: Log, end: () => void = () => process.exit(1)): void {
  process.on('uncaughtException', (error) => {
    log.bug(error);
    end();
  });
  process.on('unhandledRejection', (error) => {
    log.bug(error);
    end();
  });
}

/** Of what a helper process says, the lines of its log: a library that panics quotes the text it stumbled over. */
export function passOnLog(said: Readable | null | undefined, write: (line: string) => void): void {
  if (!said) return;
  createInterface({ input: said }).on('line', (line) => {
    if (logLine.test(line)) write(line);
  });
}

/** What was thrown, then its cause, and so on. */
function describeCauses(error: unknown): Trace[] {
  const traces: Trace[] = [];
  for (let cause = error; cause !== undefined && traces.length < 5;) {
    traces.push(describeError(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return traces;
}

function describeError(error: unknown): Trace {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // What a helper process has sent of its own error.
  const sent = 'trace' in error && typeof error.trace === 'string' ? framesOf(error.trace, '') : [];
  return {
    name: errorName.test(error.name) ? error.name : 'Error',
    ...(errorCode.test(code) && { code }),
    frames: [...sent, ...framesOf(error.stack ?? '', error.message)].slice(0, 50),
  };
}

const frameLine = /^\s+at (?<call>.*?)\(?(?<place>[^()\s]+:\d+:\d+)\)?$/u;

/** The frames of a stack: of a message with lines that look like frames, none of them. */
function framesOf(stack: string, message: string): string[] {
  const start = message === '' ? 0 : stack.indexOf(message) + message.length;
  const lines = stack.slice(start).split('\n');
  const afterWords = lines.findLastIndex((line) => !/^\s+at /u.test(line) && line.trim() !== '') + 1;
  return lines.slice(afterWords).flatMap((line) => toFrame(line) ?? []);
}

/** Parts of the program, wherever it is installed; the way there may name the user. */
const programPath = /(?:^node:|[\\/](?:dist|electron|shared|renderer|node_modules|test)[\\/]).*$/u;

function toFrame(line: string): string | undefined {
  const { call = '', place = '' } = frameLine.exec(line)?.groups ?? {};
  if (place === '') return undefined;
  const path = programPath.exec(place)?.[0].replaceAll('\\', '/').replace(/^\//u, '');
  const made = `at ${call.replace(/[^\w$.<>[\]# ]/gu, '').slice(0, 100)}(${path ?? 'elsewhere'})`;
  return frame.test(made) ? made : 'at (elsewhere)';
}
