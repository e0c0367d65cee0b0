import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { findElectron } from '../../.config/electron-runtime.ts';
import { ensureBuilt } from '../../.config/build.ts';

const root = join(import.meta.dirname, '../..');
const executablePath = await findElectron();

function findObstacle(): string | null {
  if (executablePath === null) return "Electron's runtime is not here (npm start fetches it where it can)";
  const hasDisplay = Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
  if (process.platform === 'linux' && !hasDisplay) return 'there is no display';
  if (process.getuid?.() === 0) return 'Chromium keeps its sandbox only for users other than root';
  return null;
}
const obstacle = findObstacle();

let folder = '';
let app: ElectronApplication;
let page: Page;

test.skip(obstacle !== null, obstacle ?? '');

test.beforeAll(async () => {
  await ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'trilogue-desktop-'));
  app = await _electron.launch({
    executablePath: executablePath ?? '',
    args: [root, '--sample', '--data', folder],
    // Chromium writes its own files below these; the tests leave nothing in the user's folders.
    env: { ...(process.env as Record<string, string>), XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
  });
  page = await app.firstWindow();
});

test.afterAll(async () => {
  if (obstacle !== null) return;
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

test('opens one window with our page, which is connected to the back end', async () => {
  expect(page.url()).toMatch(/^app:\/\/trilogue\//);
  expect(app.windows().length).toBe(1);
  await expect(page.getByRole('navigation').first()).toBeVisible();
});

test('the page has nothing of Node', async () => {
  const kinds = await page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'global'].map(
      (name) => typeof (globalThis as Record<string, unknown>)[name],
    ),
  );
  expect(kinds).toEqual(Array.from({ length: 5 }, () => 'undefined'));
});

test('runs no inline script', async () => {
  const hasRun = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.body.append(script);
    const text = document.createElement('button');
    text.setAttribute('onclick', 'window.intruder = true');
    document.body.append(text);
    text.click();
    return 'intruder' in window;
  });
  expect(hasRun).toBe(false);
});

test('turns no text into markup or code', async () => {
  const refused = await page.evaluate(() => {
    const tried: (() => unknown)[] = [
      () => (document.createElement('div').innerHTML = '<img src=x onerror="window.intruder = true">'),
      () => new DOMParser().parseFromString('<b></b>', 'text/html'),
      () => new Worker('app://trilogue/assets/x.js'),
    ];
    return tried.filter((attempt) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    }).length;
  });
  expect(refused).toBe(3);
});

test('shuts every window in, and is permitted nothing', async () => {
  const reached = await page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'global'].filter((name) => name in globalThis),
  );
  expect(reached).toEqual([]);
  const states = await page.evaluate(() =>
    Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return state;
      }),
    ),
  );
  expect(states.filter((state) => state === 'granted')).toEqual([]);
});

test('stays where it is', async () => {
  const before = page.url();
  await page.evaluate(() => {
    window.open('https://example.org/');
    location.href = 'https://example.org/';
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(page.url()).toBe(before);
  expect(app.windows().length).toBe(1);
});

test('reaches nothing outside', async () => {
  const outcome = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
});
