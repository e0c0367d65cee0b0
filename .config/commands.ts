import { browserFolders, ensureBuilt, terminalFolders } from './build.ts';
import { enterUserFolder, runEntry } from './run-entry.ts';

async function runTerminal(args: string[]): Promise<void> {
  await ensureBuilt(args[0] === 'serve' ? browserFolders : terminalFolders);
  enterUserFolder();
  await runEntry('dist/cli/index.js', args);
}

const commands: Record<string, (args: string[]) => Promise<void>> = {
  start: async (args) => {
    const { start } = await import('./start.ts');
    await start(args);
  },
  cli: runTerminal,
  dev: (args) => runEntry('.config/dev.ts', args),
  test: (args) => runEntry('test/run.ts', args),
  promises: (args) => runEntry('test/promises.ts', args),
  bench: async (args) => {
    await ensureBuilt();
    await runEntry('test/bench/run.ts', args);
  },
  build: async (args) => {
    await ensureBuilt();
    const { writeLicences } = await import('./licences.ts');
    await writeLicences();
    const { makePackage } = await import('./package.ts');
    await makePackage(args);
  },
};

/** @param command one of the npm scripts' names; anything else ends with exit code 2 */
export async function run(command: string, args: string[]): Promise<void> {
  const chosen = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (chosen === undefined) {
    process.stderr.write(`Unknown command "${command}". Known: ${Object.keys(commands).join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  try {
    await chosen(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
