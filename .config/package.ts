import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { obtainElectron } from './electron-runtime.ts';
import { root } from './parts.ts';

/** Makes this system's installer from dist/, with the runtime that lies in node_modules: nothing is downloaded twice. */
export async function makePackage(args: string[]): Promise<void> {
  const executable = await obtainElectron();
  if (executable === null) {
    process.stderr.write(
      "dist/ is built. Electron's runtime is not here and could not be fetched: no installer was made.\n",
    );
    return;
  }
  const runtime = join(root, 'node_modules/electron/dist');
  const tool = join(root, 'node_modules/electron-builder/cli.js');
  const child = spawn(process.execPath, [tool, `-c.electronDist=${runtime}`, '--publish', 'never', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = await new Promise<number>((resolve) => {
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
