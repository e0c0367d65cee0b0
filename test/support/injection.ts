import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';

export interface Fault {
  /** Which calls of the system fail, e.g. `pwrite64`. SQLite here calls `fsync` and `pwrite64`, never `fdatasync`. */
  calls: readonly string[];
  /** What they answer, e.g. `ENOSPC`; a signal, e.g. `SIGKILL`: it comes before the call is done. */
  code: string;
  /** Only the so manieth of each, from 1; absent: all of them. */
  nth?: number;
  /** Only those that concern one of these files or folders; absent: all. */
  paths?: readonly string[];
}

const patienceMs = 2_000;

/** Takes the fault away again; answers how many calls have failed by it. */
export type EndFault = () => Promise<number>;

/** Makes calls of a running process, and of the helpers that it starts, fail from now on. Needs strace. */
export async function injectFault(pid: number | undefined, fault: Fault): Promise<EndFault> {
  const out = join(tmpdir(), `trilogue-${newId()}.strace`);
  const tracer = spawn('strace', ['-f', '-p', String(pid), '-o', out, ...faultWords(fault)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(tracer, 'exit');
  await new Promise<void>((resolve, reject) => {
    let said = '';
    tracer.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/Process \d+ attached/u.test(said)) resolve();
    });
    tracer.once('exit', () => {
      reject(new Error(`strace could not attach: ${said}`));
    });
  });
  return async () => {
    tracer.kill('SIGINT');
    // Now and then it waits for ever for a helper that was ended meanwhile; the kernel lets go of what it followed.
    const patience = setTimeout(() => tracer.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(patience);
    const failed = existsSync(out) ? readFileSync(out, 'latin1').split('(INJECTED)').length - 1 : 0;
    rmSync(out, { force: true });
    return failed;
  };
}

/** The words of strace for a fault. */
export function faultWords({ calls, code, nth, paths = [] }: Fault): string[] {
  const when = nth === undefined ? '' : `:when=${String(nth)}`;
  const what = `${code.startsWith('SIG') ? 'signal' : 'error'}=${code}`;
  return [
    ...['-e', `trace=${calls.join(',')}`, '-e', `inject=${calls.join(',')}:${what}${when}`],
    ...['-e', 'signal=none', ...paths.flatMap((path) => ['-P', path])],
  ];
}
