import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './project-folder.ts';

const cliPath = join(projectFolder, 'dist', 'cli', 'index.js');

/** The built terminal door as a process; English unless `language` says otherwise. */
export function startCli(words: string[], language = 'en_GB.UTF-8'): ChildProcess {
  const environment: NodeJS.ProcessEnv = { ...process.env, LANG: language };
  delete environment.LC_ALL;
  delete environment.LC_MESSAGES;
  return spawn(process.execPath, [cliPath, ...words], { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
}

export async function runCli(
  words: string[],
  language?: string,
  input = '',
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const child = startCli(words, language);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin?.end(input);
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { exitCode, stdout, stderr };
}
