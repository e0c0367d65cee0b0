import { type ClientContext, type ClientLink, ORPCError } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { portDesktop } from './desktop-electron.ts';
import type { DesktopPort } from './desktop-port.ts';
import { type Connection, NoAnswer } from './transport.ts';

/** Before a lost pair is asked for again: the program may have closed it because the next one is on its way. */
const pauseMs = 250;
/** Asked again while there is no answer. */
const askAgainMs = 5_000;

interface Pair {
  ports: readonly MessagePort[];
  link: ClientLink<ClientContext>;
  desktop: DesktopPort;
}

/*
 * The preload answers the page's 'trilogue-ready' with 'trilogue-port' and two ports: [0] speaks oRPC with the back
 * end, [1] is the desktop port (see desktop-electron.ts). A preload that posts by itself after `load` works as well.
 * Whatever pair comes last is used; a pair that is closed, or found to be silent, is replaced the same way.
 */
export function connectPorts(): Promise<Connection> {
  let current: Pair | null = null;
  let arrival = Promise.withResolvers<Pair>();
  let asking: ReturnType<typeof setTimeout> | undefined;

  const ask = (): void => {
    window.postMessage('trilogue-ready', location.origin);
    asking = setTimeout(ask, askAgainMs);
  };
  const lose = (pair: Pair): void => {
    if (pair !== current) return;
    current = null;
    arrival = Promise.withResolvers();
    asking = setTimeout(ask, pauseMs);
    letGo(pair);
  };
  window.addEventListener('message', (event: MessageEvent) => {
    const [backEnd, desktop] = event.ports;
    if (event.source !== window || event.data !== 'trilogue-port' || !backEnd || !desktop) return;
    clearTimeout(asking);
    const previous = current;
    const pair = open(backEnd, desktop);
    for (const port of pair.ports) {
      port.addEventListener('close', () => {
        lose(pair);
      });
    }
    current = pair;
    if (previous !== null) letGo(previous);
    arrival.resolve(pair);
  });
  ask();

  /** Of the pair that is there now; without one every call ends at once. */
  const withPair = async <Result>(work: (pair: Pair) => Promise<Result>): Promise<Result> => {
    const pair = current;
    if (pair === null) throw new NoAnswer('there is no port to the back end');
    try {
      return await work(pair);
    } catch (error) {
      if (pair === current || error instanceof ORPCError) throw error;
      throw new NoAnswer('the port to the back end was closed', { cause: error });
    }
  };
  const connection: Connection = {
    link: { call: (path, input, options) => withPair(({ link }) => link.call(path, input, options)) },
    desktop: {
      saveFile: (file) => withPair(({ desktop }) => desktop.saveFile(file)),
      saveFiles: (files) => withPair(({ desktop }) => desktop.saveFiles(files)),
      openDraft: (file) => withPair(({ desktop }) => desktop.openDraft(file)),
      openFile: (accept) => withPair(({ desktop }) => desktop.openFile(accept)),
      openLink: (url) => withPair(({ desktop }) => desktop.openLink(url)),
      showInFolder: (place) => withPair(({ desktop }) => desktop.showInFolder(place)),
      notify: (title, body) => withPair(({ desktop }) => desktop.notify(title, body)),
      showCommands: (available) => withPair(({ desktop }) => desktop.showCommands(available)),
      chooseBackupFolder: () => withPair(({ desktop }) => desktop.chooseBackupFolder()),
      forgetBackupFolder: () => withPair(({ desktop }) => desktop.forgetBackupFolder()),
      beginAnew: () => withPair(({ desktop }) => desktop.beginAnew()),
    },
    opened: () => arrival.promise.then(() => undefined),
    renew: () => {
      if (current !== null) lose(current);
    },
  };
  return arrival.promise.then(() => connection);
}

function open(backEnd: MessagePort, desktop: MessagePort): Pair {
  const pair = { ports: [backEnd, desktop], link: new PortLink({ port: backEnd }), desktop: portDesktop(desktop) };
  for (const port of pair.ports) port.start();
  return pair;
}

/** A port hears of its end only when the other side ends it; the calls that wait on it have to hear of this one too. */
function letGo(pair: Pair): void {
  for (const port of pair.ports) {
    port.close();
    port.dispatchEvent(new Event('close'));
  }
}
