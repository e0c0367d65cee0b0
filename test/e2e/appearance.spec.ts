import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Page, type Request } from '@playwright/test';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { expect, test } from '../support/app.ts';
import { describeBrowser } from '../support/browser.ts';
import { projectFolder } from '../support/project-folder.ts';
import { readWords } from '../support/words.ts';

const record = JSON.parse(
  readFileSync(join(projectFolder, 'resources/sample/2020-06-16-jiangsu-st-petersburg.json'), 'utf8'),
) as MeetingRecord;

const idOf = (list: readonly { id: string }[]): string => list[0]?.id ?? '';
const entryOf = (kind: string): string => idOf(record.entries.filter((entry) => entry.kind === kind));
const meeting = `/meetings/${record.meeting.id}`;

/** Every screen there is, by its address. */
const screens = [
  '/',
  '/meetings',
  `${meeting}/overview`,
  `${meeting}/agenda`,
  `${meeting}/participants`,
  `${meeting}/preparation`,
  `${meeting}/invitations`,
  `${meeting}/minutes`,
  `${meeting}/review`,
  `${meeting}/agreement`,
  `${meeting}/versions`,
  `${meeting}/export`,
  `${meeting}/live`,
  `${meeting}/attendance-import?from=live`,
  '/contacts',
  `/contacts/${idOf(record.people)}`,
  '/contacts/duplicates',
  `/contacts/duplicates?a=${idOf(record.people)}&b=${record.people[1]?.id ?? ''}`,
  '/contacts/import?kind=people',
  '/contacts/import?kind=organizations',
  '/organizations',
  `/organizations/${idOf(record.organizations)}`,
  '/groups',
  `/groups/${record.group?.id ?? ''}`,
  `/registers/actions?open=${entryOf('action')}`,
  `/registers/decisions?open=${entryOf('decision')}`,
  `/registers/proposals?open=${entryOf('proposal')}`,
  '/registers/agreements',
  '/registers/timeline',
  '/registers/glossary',
  '/registers/glossary/import',
  '/registers/glossary/019a0000-0000-7000-8000-000000000001?new=true',
  '/registers/memory',
  '/registers/memory/import',
  '/search',
  '/search?q=Reptyw',
  '/settings',
];

/** Counts the calls under way; the change stream, which never ends, is none. */
function watchCalls(page: Page): () => number {
  const pending = new Set<Request>();
  const isCall = (request: Request): boolean =>
    request.url().includes('/rpc/') && !request.url().includes('/rpc/app/changes');
  page.on('request', (request) => isCall(request) && pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  return () => pending.size;
}

async function visit(page: Page, address: string, countCalls: () => number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(countCalls, { timeout: 30_000 }).toBe(0);
}

async function describeViolations(page: Page, ...rules: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (rules.length === 0 ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** The rules look at names, roles and colours, not at letters: each language has a third of the screens. */
const appearances = [
  { language: 'en', ownName: 'English' },
  { language: 'ru', ownName: 'Русский' },
  { language: 'zh', ownName: '中文' },
] as const;

for (const [turn, { language, ownName }] of appearances.entries()) {
  test(`axe finds nothing on any screen, in light or in dark: ${language}`, async ({ app, page }) => {
    test.setTimeout(180_000);
    let looks = 0;
    const look = async (place: string): Promise<void> => {
      expect(await describeViolations(page), place).toEqual([]);
      // Dark has the same names and roles in other colours, all from the same tokens: every third screen tells.
      if (looks++ % 3 !== 0) return;
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect(await describeViolations(page, 'color-contrast'), `${place}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    };
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const countCalls = watchCalls(page);
    await app.start({ isSample: true });
    await app.open(page);
    await page.getByText(ownName, { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`, 'u'));
    await look('first run');
    await page.getByRole('button', { name: readWords(language)('first-run:start') }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    for (const address of screens.filter((_address, index) => index % appearances.length === turn)) {
      await visit(page, address, countCalls);
      await look(address);
      if (!address.endsWith('/live')) continue;
      // The other pane of the live screen, and a row's fields in use.
      await page.keyboard.press('Control+F9');
      await page.keyboard.press('Control+Alt+3');
      await expect(page.locator('[data-capture] [data-part="owner"]')).toBeVisible();
      await page.keyboard.press('Control+h');
      await expect(page.getByRole('search')).toBeVisible();
      await look(`${address}, outcomes and replace`);
    }
  });
}

test('Han and Cyrillic letters are drawn by the fonts of the page on a machine without any', async ({ app }) => {
  await app.start({ isSample: true });
  const browser = await chromium.launch(describeBrowser({ hasFonts: false }));
  try {
    const page = await browser.newPage();
    await app.open(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const pictures = await page.evaluate(async () => {
      const family = getComputedStyle(document.body).fontFamily;
      const draw = async (letter: string, lang: string): Promise<string> => {
        const canvas = document.createElement('canvas');
        canvas.lang = lang;
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.font = `40px ${family}`;
        await document.fonts.load(context.font, letter);
        context.fillText(letter, 10, 60);
        return canvas.toDataURL();
      };
      // A private-use character has a glyph nowhere: what stands for it is the box.
      const letters = ['会', '议', 'Ж', 'ю', '\u{10FFFD}'];
      return Promise.all(letters.map((letter) => draw(letter, 'zh-Hans')));
    });
    expect(new Set(pictures).size).toBe(pictures.length);
  } finally {
    await browser.close();
  }
});
