import { spawnSync } from 'node:child_process';

/** Whether a command that a test needs is on this machine; `words` make it do nothing. */
export function hasTool(name: string, words: readonly string[] = ['--version']): boolean {
  return process.platform === 'linux' && spawnSync(name, words, { stdio: 'ignore' }).status === 0;
}

/** Skips the test where one process cannot follow the system calls of another. */
export function needsTracing(skip: (condition: boolean, note: string) => void): void {
  skip(!hasTool('strace', ['-o', '/dev/null', 'true']), 'needs strace (Linux: apt install strace)');
}
