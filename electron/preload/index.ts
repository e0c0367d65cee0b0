import { ipcRenderer } from 'electron';

/** Of the page's window this needs three names; the rest of the DOM stays unknown to the back end's project. */
interface PageWindow {
  location: { origin: string };
  addEventListener: (type: 'message', listener: (event: { source: unknown; data: unknown }) => void) => void;
  postMessage: (message: unknown, targetOrigin: string, ports: readonly unknown[]) => void;
}
declare const window: PageWindow;

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === 'trilogue-ready') ipcRenderer.send('trilogue-ready');
});

ipcRenderer.on('trilogue-port', (event) => {
  window.postMessage('trilogue-port', window.location.origin, event.ports);
});
