import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const cacheFolder = join(root, 'node_modules/.cache/trilogue');
const browserFolder = join(cacheFolder, 'chromium');

/** What a launch of the test browser needs; the shape is the one of Playwright's `launchOptions`. */
export interface BrowserLaunch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/**
 * The Chromium named by TRILOGUE_CHROMIUM, else the one from npm once `extractBrowser` has run. The latter brings its
 * own libraries and one font (Open Sans: Latin and Cyrillic, no Han) and sees none of the system's, so that pictures
 * are the same everywhere.
 *
 * @param options.hasFonts false: a machine without letters, where only the fonts of the page itself draw any. Chromium
 *   does not start on one without fonts, so it has one that holds icons only.
 */
export function describeBrowser(options: { hasFonts: boolean } = { hasFonts: true }): BrowserLaunch {
  // In the plain C locale Chromium drops the names of downloads that are not ASCII.
  const environment: Record<string, string> = { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' };
  // The package's own list of arguments would switch web security off, which is what the tests are there to see. A
  // graphics card that is only imitated costs a sixth of the time.
  const args = ['--no-sandbox', '--disable-gpu'];
  const named = process.env.TRILOGUE_CHROMIUM;
  if (named !== undefined && named !== '') return { executablePath: named, args, env: environment };
  return {
    executablePath: join(browserFolder, 'chromium'),
    args,
    env: {
      ...environment,
      LD_LIBRARY_PATH: [join(browserFolder, 'al2023/lib'), environment.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(browserFolder, options.hasFonts ? 'fonts' : 'no-fonts'),
    },
  };
}

const describeFonts = (folders: string): string =>
  `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(browserFolder, 'font-cache')}</cachedir></fontconfig>\n`;

/**
 * Unpacks the Chromium from npm once per version (200 MB, about 3 s). In a child with a temporary folder of its own:
 * the package unpacks into the system's, takes whatever half file it finds there for whole, and unpacks its libraries
 * only where it believes itself on Lambda.
 */
export async function extractBrowser(): Promise<void> {
  if (process.env.TRILOGUE_CHROMIUM) return;
  const packageFile = join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string };
  const marker = join(browserFolder, `version-${version}-2`);
  if (existsSync(marker)) return;

  const temporary = join(cacheFolder, `chromium-${process.pid}`);
  await rm(temporary, { recursive: true, force: true });
  await mkdir(join(temporary, `version-${version}-2`), { recursive: true });
  const script = "import('@sparticuz/chromium').then((found) => found.default.executablePath())";
  await promisify(execFile)(process.execPath, ['--eval', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  // The package's own file names /tmp/fonts, wherever it was unpacked.
  await writeFile(
    join(temporary, 'fonts/fonts.conf'),
    describeFonts(`<dir>${join(browserFolder, 'fonts/fonts')}</dir>`),
  );
  await mkdir(join(temporary, 'no-fonts'));
  await copyFile(await findIconFont(), join(temporary, 'no-fonts/icons.ttf'));
  await writeFile(
    join(temporary, 'no-fonts/fonts.conf'),
    describeFonts(`<dir>${join(browserFolder, 'no-fonts')}</dir>`),
  );
  await rm(browserFolder, { recursive: true, force: true });
  await rename(temporary, browserFolder);
}

/** The icon font of Playwright's own trace viewer. */
async function findIconFont(): Promise<string> {
  const folder = join(root, 'node_modules/playwright-core/lib/vite/traceViewer');
  const name = (await readdir(folder)).find((file) => /^codicon.*\.ttf$/u.test(file));
  if (name === undefined) throw new Error(`no icon font in ${folder}`);
  return join(folder, name);
}
