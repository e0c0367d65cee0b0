import { createORPCClient, type ClientContext, type ClientLink, type ClientOptions } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '#shared/contract/contract.ts';
import { connection, connectionState } from './connection.ts';
import type { DesktopPort } from './desktop-port.ts';
import { heldBack } from './new-data.ts';
import { lastFailure, NoAnswer } from './transport.ts';

export { NoAnswer } from './transport.ts';

const usualDeadlineMs = 15_000;
/** Calls that make or read whole documents; the rest answers in milliseconds. */
const longDeadlineMs = 60_000;
const longCalls = new Set([
  'documents.preview',
  'documents.export',
  'documents.exportAgain',
  'letterheads.setTemplate',
  'letterheads.checkTemplate',
  'letterheads.sample',
  'records.export',
  'records.preview',
  'records.import',
  'records.loadSample',
  'app.check',
  'duplicates.list',
  'exchange.inspect',
  'exchange.export',
  'circulations.previewComments',
  'circulations.importComments',
  'letters.preview',
  'letters.draft',
  'letters.draftAgain',
  'dossiers.preview',
  'dossiers.export',
  'dossiers.draft',
  'versions.agree',
  'minutes.open',
  'attendanceImport.inspect',
  'attendanceImport.import',
  'attachments.add',
  'attachments.download',
  'agreements.addFile',
  'agreements.downloadFile',
  'agreements.verifyFiles',
  'versions.verify',
  'glossary.import',
  'glossary.export',
  'memory.exportTmx',
  'memory.fill',
  'memory.removeSource',
  'trash.list',
  'trash.restore',
]);
/** Calls that read, copy, check or encrypt the whole data file or a file of its size; a helper has a deadline of its own. */
const wholeFileDeadlineMs = 10 * 60_000;
const wholeFileCalls = new Set([
  'backups.make',
  'backups.verify',
  'backups.pack',
  'backups.download',
  'backups.preview',
  'backups.restore',
  'bundles.preview',
  'bundles.import',
  'bundles.download',
  'people.erasePreview',
  'people.erase',
]);
/** For the smallest call there is, to tell a back end that is busy from one that is gone. */
const pingDeadlineMs = 5_000;
/** Streams have no deadline: one never ends by itself, the others say how far they are and can be cancelled. */
const streams = new Set([
  'app.changes',
  'exchange.preview',
  'exchange.import',
  'attendanceImport.preview',
  'archive.create',
  'bundles.create',
  'glossary.preview',
  'memory.inspectTmx',
  'memory.importTmx',
  'timeline.list',
]);

/** Gives each call a deadline: a call on a closed port would hang for ever (design, section 2). */
const link: ClientLink<ClientContext> = {
  async call(path, input, options) {
    const name = path.join('.');
    const held = heldBack(name);
    if (held) await held;
    if (streams.has(name)) return (await connection).link.call(path, input, options);
    return withDeadline(
      deadlineOf(name),
      options,
      async (limited) => (await connection).link.call(path, input, limited),
      () => void doubt(),
    );
  },
};

function deadlineOf(name: string): number {
  if (wholeFileCalls.has(name)) return wholeFileDeadlineMs;
  return longCalls.has(name) ? longDeadlineMs : usualDeadlineMs;
}

function withDeadline<T>(
  deadlineMs: number,
  options: ClientOptions<ClientContext>,
  call: (options: ClientOptions<ClientContext>) => Promise<T>,
  onLate: () => void,
): Promise<T> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  return new Promise((resolve, reject) => {
    let isSettled = false;
    const fail = (error: unknown): void => {
      isSettled = true;
      const failure = error instanceof Error && !deadline.aborted ? error : new NoAnswer('', { cause: error });
      lastFailure.set(failure);
      reject(failure);
    };
    deadline.addEventListener(
      'abort',
      () => {
        if (isSettled) return;
        fail(deadline.reason);
        onLate();
      },
      { once: true },
    );
    call({ ...options, signal }).then((result) => {
      isSettled = true;
      resolve(result);
    }, fail);
  });
}

let isInDoubt = false;

/** A call was not answered in time. When a ping is not either, nobody is there: the page says so and looks for a way. */
async function doubt(): Promise<void> {
  if (isInDoubt) return;
  isInDoubt = true;
  const { link: way, renew } = await connection;
  const isLate = await new Promise<boolean>((answer) => {
    const settle = (): void => answer(false);
    const ping = (options: ClientOptions<ClientContext>): Promise<unknown> => way.call(['app', 'info'], {}, options);
    withDeadline(pingDeadlineMs, { context: {} }, ping, () => answer(true)).then(settle, settle);
  });
  isInDoubt = false;
  if (!isLate || connectionState.get() === 'refused') return;
  connectionState.set('lost');
  renew();
}

/** Every call of the contract, typed. Errors: see `errors.ts`. */
export const api: ContractRouterClient<Contract> = createORPCClient(link);

/** The same calls as TanStack Query options: `useQuery(query.people.list.queryOptions())`. */
export const query = createTanstackQueryUtils(api);

/** The page's second port: files, links and notices of the machine. */
export const desktop: DesktopPort = {
  saveFile: async (file) => (await connection).desktop.saveFile(file),
  saveFiles: async (files) => (await connection).desktop.saveFiles(files),
  openDraft: async (file) => (await connection).desktop.openDraft(file),
  openFile: async (accept) => (await connection).desktop.openFile(accept),
  openLink: async (url) => (await connection).desktop.openLink(url),
  showInFolder: async (location) => (await connection).desktop.showInFolder(location),
  notify: async (title, body) => (await connection).desktop.notify(title, body),
  showCommands: async (available) => (await connection).desktop.showCommands(available),
  chooseBackupFolder: async () => (await connection).desktop.chooseBackupFolder(),
  forgetBackupFolder: async () => (await connection).desktop.forgetBackupFolder(),
  beginAnew: async () => (await connection).desktop.beginAnew(),
};
