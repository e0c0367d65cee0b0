import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './parts.ts';

/*
 * Two kinds of reload: the page's modules by Vite, in place; the back end by a new process whenever one of its files
 * changes, which is what `node --watch` is for.
 */
const child = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', join(root, '.config/dev-server.ts'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 130;
});
