import { RPCHandler } from '@orpc/server/message-port';
import { MessageChannelMain, ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Backend } from '../backend.ts';
import { router } from '../router.ts';
import type { Desktop } from './desktop.ts';
import { limitPort } from './limited-port.ts';
import { isTrustedSender } from './security.ts';

/**
 * Hands the page its two ports whenever it is loaded: [0] speaks the contract, [1] is the desktop port. This is the
 * only channel of ipcMain, and it carries no data.
 */
export function connectPage(window: BrowserWindow, backend: Backend, desktop: Desktop): void {
  const handler = new RPCHandler(router);
  ipcMain.on('trilogue-ready', (event) => {
    if (window.isDestroyed() || !isTrustedSender(event.senderFrame, window.webContents)) return;
    const contractChannel = new MessageChannelMain();
    const desktopChannel = new MessageChannelMain();
    handler.upgrade(limitPort(contractChannel.port1), { context: backend.context });
    contractChannel.port1.start();
    desktop.attach(desktopChannel.port1);
    window.webContents.postMessage('trilogue-port', null, [contractChannel.port2, desktopChannel.port2]);
  });
}
