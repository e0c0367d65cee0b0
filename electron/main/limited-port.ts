import type { MessagePortMain } from 'electron';
import { maximumBackupBytes, maximumFileBytes } from './files.ts';

/** The largest file and what the contract wraps around it. */
export const maximumMessageBytes = Math.max(maximumFileBytes, maximumBackupBytes) + 1024 ** 2;

function measure(message: unknown): number {
  if (typeof message === 'string') return message.length;
  if (message instanceof ArrayBuffer || ArrayBuffer.isView(message)) return message.byteLength;
  // oRPC sends text or bytes and nothing else.
  return Number.POSITIVE_INFINITY;
}

/** Closes a port and says so to its own listeners, who hear by themselves only when the other side closes it. */
export function endPort(port: MessagePortMain): void {
  port.close();
  port.emit('close');
}

/** The contract's port without messages of unlimited size, which oRPC itself would take: they close the port. */
export function limitPort(port: MessagePortMain): Pick<MessagePortMain, 'on' | 'postMessage'> {
  const on = ((event: string, listener: (event: { data: unknown }) => void) => {
    if (event !== 'message') return port.on(event as 'close', listener as () => void);
    return port.on('message', (message) => {
      if (measure(message.data) > maximumMessageBytes) endPort(port);
      else listener(message);
    });
  }) as MessagePortMain['on'];
  return {
    on,
    postMessage: (message, transfer) => {
      port.postMessage(message, transfer);
    },
  };
}
