import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { browserFolders, ensureBuilt } from './build.ts';
import { obtainElectron } from './electron-runtime.ts';
import { root } from './parts.ts';
import { enterUserFolder, runEntry } from './run-entry.ts';

/** A desktop that ends with an error within this time has not shown a window. */
const earlyExitMs = 5_000;
/** The desktop's own «I said why I cannot start»: another door would only say it again. */
const refusedExitCode = 3;

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

type DesktopEnd = { kind: 'ended'; exitCode: number } | { kind: 'exited-early' };

async function runDesktop(executable: string, args: string[]): Promise<DesktopEnd> {
  const environment = { ...process.env };
  // Set by editors that are Electron themselves; it would turn the app into a bare Node.
  delete environment.ELECTRON_RUN_AS_NODE;
  const startedAtMs = performance.now();
  const child = spawn(executable, [root, ...args], { stdio: 'inherit', env: environment });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  const exitCode = await new Promise<number>((resolve) => {
    child.once('error', () => {
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : 1));
    });
  });
  process.off('SIGINT', forward).off('SIGTERM', forward);
  if (exitCode === refusedExitCode) return { kind: 'ended', exitCode: 1 };
  const isEarly = performance.now() - startedAtMs < earlyExitMs;
  return isEarly && exitCode !== 0 && exitCode !== 130 ? { kind: 'exited-early' } : { kind: 'ended', exitCode };
}

/** The terminal door's `serve` speaks JSON; a person who typed `npm start` gets the address in words. */
function printAddressInWords(): void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk: string | Uint8Array, ...rest: never[]) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    const address = /^\{"url":\s*"([^"]+)"\}\n$/.exec(text)?.[1];
    return address === undefined ? write(chunk, ...rest) : write(`Trilogue is open at ${address}\n`, ...rest);
  };
}

async function openBrowserDoor(passedOn: string[]): Promise<void> {
  await ensureBuilt(browserFolders);
  printAddressInWords();
  await runEntry('dist/cli/index.js', ['serve', ...passedOn]);
}

interface StartOptions {
  wantsBrowser: boolean;
  passedOn: string[];
}

function readOptions(args: string[]): StartOptions | string {
  try {
    const { values } = parseArgs({
      args,
      options: { sample: { type: 'boolean' }, data: { type: 'string' }, browser: { type: 'boolean' } },
    });
    const passedOn = [
      ...(values.sample ? ['--sample'] : []),
      ...(values.data === undefined ? [] : ['--data', values.data]),
    ];
    return { wantsBrowser: values.browser ?? false, passedOn };
  } catch (error) {
    return (error as Error).message;
  }
}

const explain = (reason: string): void =>
  void process.stderr.write(`${reason}: opening Trilogue in the browser instead.\n`);

/** `npm start`: the desktop, or the browser door with the same data folder where the desktop cannot be had. */
export async function start(args: string[]): Promise<void> {
  enterUserFolder();
  const options = readOptions(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\nUse: npm start -- [--browser] [--sample] [--data DIR]\n`);
    process.exitCode = 2;
    return;
  }
  if (options.wantsBrowser) {
    await openBrowserDoor(options.passedOn);
    return;
  }
  if (!hasDisplay()) {
    explain('There is no display here');
    await openBrowserDoor(options.passedOn);
    return;
  }
  // Together: the runtime may take its whole time limit, and so may a first build.
  const [executable] = await Promise.all([obtainElectron(), ensureBuilt()]);
  if (executable === null) {
    explain("Electron's runtime is not here and could not be fetched");
    await openBrowserDoor(options.passedOn);
    return;
  }
  const end = await runDesktop(executable, options.passedOn);
  if (end.kind === 'ended') {
    process.exitCode = end.exitCode;
    return;
  }
  explain('The desktop window could not be opened');
  await openBrowserDoor(options.passedOn);
}
