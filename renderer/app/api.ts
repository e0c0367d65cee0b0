import { createORPCClient, type ClientContext, type ClientLink, type ClientOptions } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '#shared/contract/contract.ts';
import { connection } from './connection.ts';
import type { DesktopPort } from './desktop-port.ts';

/** The back end did not answer in time. Whether it did what was asked is not known. */
export class NoAnswer extends Error {}

const usualDeadlineMs = 15_000;
/** Calls that make or read whole documents; the rest answers in milliseconds. */
const longDeadlineMs = 60_000;
const longCalls = new Set([
  'documents.preview',
  'documents.exportMinutes',
  'records.export',
  'records.preview',
  'records.import',
  'records.loadSample',
  'app.check',
  'duplicates.list',
  'exchange.inspect',
  'exchange.export',
  'minutes.open',
  'attendanceImport.inspect',
  'attendanceImport.import',
]);
/** Streams have no deadline: one never ends by itself, the others say how far they are and can be cancelled. */
const streams = new Set(['app.changes', 'exchange.preview', 'exchange.import', 'attendanceImport.preview']);

/** Gives each call a deadline: a call on a closed port would hang for ever (design, section 2). */
const link: ClientLink<ClientContext> = {
  async call(path, input, options) {
    const name = path.join('.');
    if (streams.has(name)) return (await connection).link.call(path, input, options);
    return withDeadline(longCalls.has(name) ? longDeadlineMs : usualDeadlineMs, options, async (limited) =>
      (await connection).link.call(path, input, limited),
    );
  },
};

function withDeadline<T>(
  deadlineMs: number,
  options: ClientOptions<ClientContext>,
  call: (options: ClientOptions<ClientContext>) => Promise<T>,
): Promise<T> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  return new Promise((resolve, reject) => {
    deadline.addEventListener('abort', () => reject(new NoAnswer()), { once: true });
    call({ ...options, signal }).then(resolve, (error: unknown) => {
      reject(deadline.aborted || !(error instanceof Error) ? new NoAnswer('', { cause: error }) : error);
    });
  });
}

/** Every call of the contract, typed. Errors: see `errors.ts`. */
export const api: ContractRouterClient<Contract> = createORPCClient(link);

/** The same calls as TanStack Query options: `useQuery(query.people.list.queryOptions())`. */
export const query = createTanstackQueryUtils(api);

/** The page's second port: files, links and notices of the machine. */
export const desktop: DesktopPort = {
  saveFile: async (file) => (await connection).desktop.saveFile(file),
  openFile: async (accept) => (await connection).desktop.openFile(accept),
  openLink: async (url) => (await connection).desktop.openLink(url),
  showInFolder: async (location) => (await connection).desktop.showInFolder(location),
  notify: async (title, body) => (await connection).desktop.notify(title, body),
};
