import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where each system keeps an application's data. Linux: the XDG Base Directory Specification 0.8, which also says that a relative path is to be ignored. */
function applicationDataFolder(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  const fromEnvironment = process.env.XDG_DATA_HOME;
  return fromEnvironment?.startsWith('/') ? fromEnvironment : join(homedir(), '.local', 'share');
}

const usesCapitals = process.platform === 'win32' || process.platform === 'darwin';

/** Absolute path of the folder that holds a secretary's data unless another one is asked for. It need not exist. */
export function defaultDataFolder(): string {
  return join(applicationDataFolder(), usesCapitals ? 'Trilogue' : 'trilogue');
}

/** Absolute path of the folder with the sample meetings: a sibling, so that trying the app never touches real data. */
export function sampleDataFolder(): string {
  return join(applicationDataFolder(), usesCapitals ? 'Trilogue Sample' : 'trilogue-sample');
}
