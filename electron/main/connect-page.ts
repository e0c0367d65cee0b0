import { RPCHandler } from '@orpc/server/message-port';
import { MessageChannelMain, ipcMain } from 'electron';
import type { BrowserWindow, MessagePortMain } from 'electron';
import type { Backend } from '../backend.ts';
import { router } from '../router.ts';
import type { Desktop } from './desktop.ts';
import { endPort, limitPort } from './limited-port.ts';
import { isTrustedSender } from './security.ts';

/**
 * Hands the page two ports whenever it asks: when it is loaded, and when nobody answers on those that it has. [0] speaks
 * the contract, [1] is the desktop port; the pair before is ended, with whatever is still running for it. This is the
 * only channel of ipcMain, and it carries no data.
 */
export function connectPage(window: BrowserWindow, backend: Backend, desktop: Desktop): void {
  const handler = new RPCHandler(router);
  let current: MessagePortMain[] = [];
  ipcMain.on('trilogue-ready', (event) => {
    if (window.isDestroyed() || !isTrustedSender(event.senderFrame, window.webContents)) return;
    for (const port of current) endPort(port);
    const contractChannel = new MessageChannelMain();
    const desktopChannel = new MessageChannelMain();
    current = [contractChannel.port1, desktopChannel.port1];
    handler.upgrade(limitPort(contractChannel.port1), { context: backend.context });
    contractChannel.port1.start();
    desktop.attach(desktopChannel.port1);
    window.webContents.postMessage('trilogue-port', null, [contractChannel.port2, desktopChannel.port2]);
  });
}
