import type { DesktopPort, FolderChoice } from './desktop-port.ts';
import { NoAnswer } from './transport.ts';

/*
 * The second port carries plain objects both ways, one answer per request:
 *
 *   page -> main  { id: 7, call: 'saveFile',     args: [{ name: 'a.pdf', type: 'application/pdf', bytes: ArrayBuffer }] }
 *                 { id: 8, call: 'openFile',     args: ['.json'] }
 *                 { id: 12, call: 'saveFiles',   args: [[{ name, type, bytes }, …]] }
 *                 { id: 13, call: 'openDraft',   args: [{ name: 'a.eml', type, bytes }] }
 *                 { id: 9, call: 'openLink' | 'showInFolder', args: [string] }
 *                 { id: 10, call: 'notify',      args: [title, body] }
 *                 { id: 11, call: 'showCommands', args: [['app.undo', …]] }   what can be done now
 *                 { id: 14, call: 'chooseBackupFolder' | 'forgetBackupFolder' | 'beginAnew', args: [] }
 *   main -> page  { id: 7, result: { saved: true, location: '/home/…' } }
 *                 { id: 8, result: { name, type, bytes: ArrayBuffer } | null }
 *                 { id: 12, result: { saved: 2, location: '/home/…' } }
 *                 { id: 13, result: { opened: true } }
 *                 { id: 14, result: 'done' | 'closed' | 'refused' }
 *                 { id: 9, result: null }
 *                 { id: 8, error: 'one sentence for the log' }
 *                 { command: 'go.meetings' }   from the native menu, see desktop-commands.ts
 *
 * Bytes travel as an ArrayBuffer: a File does not survive Electron's MessagePortMain.
 */
interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}
interface PlainFile {
  name: string;
  type: string;
  bytes: ArrayBuffer;
}

const toPlain = async (file: File): Promise<PlainFile> => ({
  name: file.name,
  type: file.type,
  bytes: await file.arrayBuffer(),
});

export function portDesktop(port: MessagePort): DesktopPort {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;

  port.addEventListener('message', (event: MessageEvent<Answer | { command: string }>) => {
    if ('command' in event.data) {
      window.dispatchEvent(new CustomEvent('trilogue-command', { detail: event.data.command }));
      return;
    }
    const { id, result, error } = event.data;
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) caller?.resolve(result);
    else caller?.reject(new Error(error));
  });
  port.addEventListener('close', () => {
    for (const caller of waiting.values()) caller.reject(new NoAnswer('the desktop port was closed'));
    waiting.clear();
  });

  function call(name: keyof DesktopPort, ...args: unknown[]): Promise<unknown> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      port.postMessage({ id, call: name, args });
    });
  }

  return {
    async saveFile(file) {
      return (await call('saveFile', await toPlain(file))) as { saved: boolean; location?: string };
    },
    async saveFiles(files) {
      if (files.length === 0) return { saved: 0 };
      return (await call('saveFiles', await Promise.all(files.map(toPlain)))) as { saved: number; location?: string };
    },
    async openDraft(file) {
      return (await call('openDraft', await toPlain(file))) as { opened: boolean };
    },
    async openFile(accept) {
      const plain = (await call('openFile', accept)) as PlainFile | null;
      return plain === null ? null : new File([plain.bytes], plain.name, { type: plain.type });
    },
    async openLink(url) {
      await call('openLink', url);
    },
    async showInFolder(location) {
      await call('showInFolder', location);
    },
    async notify(title, body) {
      await call('notify', title, body);
    },
    async showCommands(available) {
      await call('showCommands', available);
    },
    async chooseBackupFolder() {
      return (await call('chooseBackupFolder')) as FolderChoice;
    },
    async forgetBackupFolder() {
      return (await call('forgetBackupFolder')) as FolderChoice;
    },
    async beginAnew() {
      await call('beginAnew');
    },
  };
}
