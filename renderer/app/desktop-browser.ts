import type { DesktopPort } from './desktop-port.ts';

/** How long the address of a finished download is kept: the browser may read it after the click has returned. */
const addressKeptMs = 60_000;

/** Between two downloads: Chromium drops those that are started faster than it takes them, from the eleventh on. */
const betweenDownloadsMs = 200;

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = file.name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), addressKeptMs);
}

export const browserDesktop: DesktopPort = {
  saveFile(file) {
    download(file);
    return Promise.resolve({ saved: true });
  },
  async saveFiles(files) {
    for (const [index, file] of files.entries()) {
      if (index > 0) await new Promise((resolve) => setTimeout(resolve, betweenDownloadsMs));
      download(file);
    }
    return { saved: files.length };
  },
  openDraft(file) {
    download(file);
    return Promise.resolve({ opened: true });
  },
  openFile(accept) {
    return new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = accept;
      input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
      input.addEventListener('cancel', () => resolve(null));
      input.click();
    });
  },
  openLink(url) {
    window.open(url, '_blank', 'noopener,noreferrer');
    return Promise.resolve();
  },
  // A browser gives pages no way to a folder; no control for it is shown because saveFile answers without a location.
  showInFolder: () => Promise.resolve(),
  showCommands: () => Promise.resolve(),
  chooseBackupFolder: () => Promise.resolve('not-here'),
  forgetBackupFolder: () => Promise.resolve('not-here'),
  beginAnew() {
    location.replace('#/');
    location.reload();
    return Promise.resolve();
  },
  async notify(title, body) {
    if ((await Notification.requestPermission()) === 'granted') new Notification(title, { body });
  },
};
