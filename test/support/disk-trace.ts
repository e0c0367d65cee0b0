import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a process asked of the disk, and what it told on its standard output, in the order in which it was done. */
export type DiskEvent =
  | { kind: 'create'; path: string; isEmptied: boolean }
  | { kind: 'write'; path: string; offset: number; bytes: Buffer }
  | { kind: 'truncate'; path: string; length: number }
  /** Of a file or of a folder. */
  | { kind: 'sync'; path: string }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'remove'; path: string }
  | { kind: 'folder'; path: string }
  | { kind: 'told'; text: string };

const changing = ['openat', 'write', 'pwrite64', 'ftruncate', 'fsync', 'fdatasync', 'rename', 'unlink', 'mkdir'];
/** Other ways to change a file: nothing of ours uses them, and a trace in which they appear is not believed. */
const unmodelled = [
  'pwritev',
  'pwritev2',
  'writev',
  'truncate',
  'fallocate',
  'copy_file_range',
  'sendfile',
  'linkat',
].concat(['link', 'symlink', 'renameat', 'renameat2', 'unlinkat', 'rmdir', 'mkdirat', 'sync_file_range', 'msync']);

/**
 * The words that start a command under strace, with all helpers that it starts; the trace goes to `out`. Every text is
 * written in hexadecimal and every descriptor with its path.
 */
export const traceTo = (out: string): string[] => [
  ...['strace', '-f', '--seccomp-bpf', '-qq', '-y', '-xx', '-s', '100000000', '-o', out],
  ...['-e', `trace=${[...changing, ...unmodelled].join(',')}`, '-e', 'signal=none', '-e', 'status=successful'],
];

/** Reads a trace; only what concerns files below `folder` is kept, and what the process writes to its descriptor 1. */
export async function readTrace(path: string, folder: string): Promise<DiskEvent[]> {
  const events: DiskEvent[] = [];
  /** Calls that another thread has interrupted on paper, by thread. */
  const begun = new Map<string, string>();
  /** Where the next `write` of a file goes; each of ours has one descriptor at a time. */
  const positions = new Map<string, number>();
  let first = '';
  for await (const line of createInterface({ input: createReadStream(path, 'latin1'), crlfDelay: Infinity })) {
    const { thread = '', rest = '' } = /^(?<thread>\d+) +(?<rest>.*)$/u.exec(line)?.groups ?? {};
    if (first === '') first = thread;
    const resumed = /^<\.\.\. \w+ resumed>(?<end>.*)$/u.exec(rest)?.groups?.end;
    const call = resumed === undefined ? rest : (begun.get(thread) ?? '') + resumed;
    if (call.endsWith('<unfinished ...>')) begun.set(thread, call.slice(0, -'<unfinished ...>'.length));
    else events.push(...readCall(call, { folder, positions, isFirst: thread === first }));
  }
  return events;
}

interface Surroundings {
  folder: string;
  positions: Map<string, number>;
  isFirst: boolean;
}

const decode = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
const texts = /"(?<text>(?:\\x[0-9a-f]{2})*)"/gu;

function readCall(call: string, { folder, positions, isFirst }: Surroundings): DiskEvent[] {
  const name = call.slice(0, call.indexOf('('));
  const isOurs = (path: string | undefined): path is string =>
    path !== undefined && (path === folder || path.startsWith(`${folder}/`));
  const named = name === 'write' || name === 'pwrite64' ? [] : [...call.matchAll(texts)].map((match) => match[1] ?? '');
  const paths = named.map((text) => decode(text).toString());
  const target = /^\w+\((?<number>\d+)<(?<path>[^>]*)>/u.exec(call)?.groups;
  const path = target?.path === undefined ? undefined : decode(target.path).toString();
  switch (name) {
    case 'openat':
      return isOurs(paths[0]) && call.includes('O_CREAT') ? [openFile(call, paths[0], positions)] : [];
    case 'write':
    case 'pwrite64': {
      const bytes = (): Buffer => decode(/"(?<text>[^"]*)"/u.exec(call)?.groups?.text ?? '');
      if (name === 'write' && target?.number === '1' && isFirst) return [{ kind: 'told', text: bytes().toString() }];
      if (!isOurs(path)) return [];
      const given = /, (?<offset>\d+)\) += \d+$/u.exec(call)?.groups?.offset;
      const offset = name === 'pwrite64' ? Number(given) : (positions.get(path) ?? 0);
      if (Number.isNaN(offset)) throw new Error(`the model does not know where this is written: ${path}`);
      const data = bytes();
      if (name === 'write') positions.set(path, offset + data.length);
      return [{ kind: 'write', path, offset, bytes: data }];
    }
    case 'ftruncate':
      return isOurs(path)
        ? [{ kind: 'truncate', path, length: Number(/, (?<length>\d+)\)/u.exec(call)?.groups?.length) }]
        : [];
    case 'fsync':
    case 'fdatasync':
      return isOurs(path) ? [{ kind: 'sync', path }] : [];
    case 'rename':
      return isOurs(paths[0]) && isOurs(paths[1]) ? [{ kind: 'rename', from: paths[0], to: paths[1] }] : [];
    case 'unlink':
      return isOurs(paths[0]) ? [{ kind: 'remove', path: paths[0] }] : [];
    case 'mkdir':
      return isOurs(paths[0]) ? [{ kind: 'folder', path: paths[0] }] : [];
    default:
      if ([path, ...paths].some(isOurs)) throw new Error(`the model does not know this call: ${call.slice(0, 200)}`);
      return [];
  }
}

function openFile(call: string, path: string, positions: Map<string, number>): DiskEvent {
  // What is opened to be appended to may be made so, but not written: where that goes is not in the trace.
  positions.set(path, call.includes('O_APPEND') ? NaN : 0);
  return { kind: 'create', path, isEmptied: call.includes('O_TRUNC') };
}
