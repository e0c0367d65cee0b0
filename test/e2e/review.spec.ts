import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { languages, type LocalizedText } from '#shared/domain/language.ts';
import { type Client, expect, test } from '../support/app.ts';
import { compose } from '../support/compose.ts';
import { projectFolder } from '../support/project-folder.ts';

const sample = JSON.parse(
  readFileSync(join(projectFolder, 'resources/sample/2020-06-16-jiangsu-st-petersburg.json'), 'utf8'),
) as MeetingRecord;
const meetingId = sample.meeting.id;

const onlyEnglish = ({ en }: LocalizedText): LocalizedText => ({ en, ru: '', zh: '' });
const unwritten = { text: '', revision: 0, baseRevision: null, status: 'draft' } as const;

/** The sample as it stood in the evening after the meeting: in one language. */
const draft: MeetingRecord = {
  ...sample,
  meeting: {
    ...sample.meeting,
    status: 'draft',
    title: onlyEnglish(sample.meeting.title),
    theme: onlyEnglish(sample.meeting.theme),
    framework: onlyEnglish(sample.meeting.framework),
  },
  agenda: sample.agenda.map((item) => ({ ...item, title: onlyEnglish(item.title) })),
  entries: sample.entries
    .filter(({ texts }) => texts.en.text !== '')
    .map((entry) => ({
      ...entry,
      sourceLanguage: 'en',
      texts: { en: { ...unwritten, text: entry.texts.en.text, revision: 1 }, ru: unwritten, zh: unwritten },
    })),
  agreements: sample.agreements.map((agreement) => ({
    ...agreement,
    title: onlyEnglish(agreement.title),
    parties: agreement.parties.map((party) => ({ ...party, description: onlyEnglish(party.description) })),
  })),
};

const press = (page: Page, key: string) => page.keyboard.press(key);
const focused = (page: Page) => page.locator('textarea:focus');
const head = (page: Page, language: string) => page.getByRole('columnheader', { name: language });
const outdated = (page: Page) => page.getByRole('cell').filter({ hasText: 'The source has changed since' });

async function progressOf(client: Client) {
  const [progress] = await client.translations.progress({ meetingIds: [meetingId] });
  if (progress === undefined) throw new Error('the meeting is gone');
  return progress.languages;
}

/** English, Russian, Chinese. */
async function reviewedIn(client: Client): Promise<number[]> {
  const progress = await progressOf(client);
  return languages.map((language) => progress[language].reviewed);
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test('from a draft in one language to all three reviewed, by keyboard alone', async ({ app, page, context }) => {
  test.setTimeout(180_000);
  await app.start();
  const client = await app.connect();
  await client.settings.update({ uiLanguage: 'en', firstRunDone: true, theme: 'light' });
  await client.records.import({ file: new File([JSON.stringify(draft)], 'meeting.json') });
  const { en: all } = await progressOf(client);
  const total = all.total;
  expect(total).toBeGreaterThan(20);
  await app.open(page);
  await page.evaluate((id) => {
    location.hash = `/meetings/${id}/review`;
  }, meetingId);
  await expect(head(page, 'Russian')).toContainText(`0 of ${String(total)} reviewed · ${String(total)} missing`);
  const cdp = await context.newCDPSession(page);

  // The first gap is the first translation of the first line. A composition is nobody's key but its own.
  await press(page, 'F8');
  await expect(focused(page)).toHaveAccessibleName('Meeting title – Russian');
  await press(page, 'Tab');
  await expect(focused(page)).toHaveAccessibleName('Meeting title – Chinese');
  await compose(cdp, ['h', 'hui', 'hui yi'], '会议');
  await expect(focused(page)).toHaveAccessibleName('Meeting title – Chinese');
  await expect(focused(page)).toHaveValue('会议');
  await expect(head(page, 'Chinese')).toContainText(`0 of ${String(total)} reviewed`);
  await press(page, 'Shift+Tab');
  await press(page, 'Shift+Tab');
  await expect(focused(page)).toHaveAccessibleName('Meeting title – English');

  // Down each column: what is empty is written, what stands there is finished.
  for (const language of ['English', 'Russian', 'Chinese']) {
    await expect(focused(page)).toHaveAccessibleName(`Meeting title – ${language}`);
    for (let line = 1; line <= total; line++) {
      const isWritten = language === 'English' || (language === 'Chinese' && line === 1);
      if (!isWritten) await page.keyboard.type(`${language.charAt(0)}${String(line)}.`);
      await press(page, 'Control+Enter');
    }
    await expect(head(page, language)).toContainText(`${String(total)} of ${String(total)} reviewed`);
    // From the end of a column the gaps go on, round to the first one.
    if (language !== 'Chinese') await press(page, 'F8');
    if (language === 'English') {
      await press(page, 'F8');
      await press(page, 'F8');
    }
    if (language === 'Russian') {
      await press(page, 'F8');
      // The first line has its Chinese text already.
      await expect(focused(page)).toHaveAccessibleName('Theme – Chinese');
      await press(page, 'ArrowUp');
    }
  }
  await expect(page.getByRole('status').filter({ hasText: 'No gaps left.' })).toBeAttached();
  await expect.poll(() => reviewedIn(client)).toEqual([total, total, total]);

  // The source of one row is changed: its translations are outdated, and nothing else is.
  await press(page, 'Shift+Tab');
  await press(page, 'Shift+Tab');
  const changed = ((await focused(page).getAttribute('aria-label')) ?? '').replace(' – English', '');
  await page.keyboard.type(' As agreed yesterday.');
  await expect(outdated(page)).toHaveCount(2);
  await expect
    .poll(async () => Object.values(await progressOf(client)).map((counts) => counts.outdated))
    .toEqual([0, 1, 1]);
  expect(await reviewedIn(client)).toEqual([total - 1, total - 1, total - 1]);
  await expect(outdated(page).first().locator('ins')).toHaveText(/As agreed yesterday/u);
  expect(await violations(page)).toEqual([]);

  // One is settled by writing it anew, the other one by saying that it is right.
  await press(page, 'F8');
  await expect(focused(page)).toHaveAccessibleName(`${changed} – Russian`);
  await page.keyboard.type(' Как условились вчера.');
  await expect(outdated(page)).toHaveCount(1);
  await press(page, 'F8');
  await expect(focused(page)).toHaveAccessibleName(`${changed} – Chinese`);
  await press(page, 'Alt+Enter');
  await expect(outdated(page)).toHaveCount(0);
  await expect(focused(page)).toHaveAccessibleName(`${changed} – Chinese`);
  await press(page, 'Shift+Tab');
  await expect(focused(page)).toHaveAccessibleName(`${changed} – Russian`);
  await press(page, 'Control+Enter');
  await expect(head(page, 'Russian')).toContainText(`${String(total)} of ${String(total)} reviewed`);

  await press(page, 'Shift+Tab');
  await expect(focused(page)).toHaveAccessibleName(`${changed} – English`);
  await press(page, 'Control+Enter');
  await expect(head(page, 'English')).toContainText(`${String(total)} of ${String(total)} reviewed`);
  await expect.poll(() => reviewedIn(client)).toEqual([total, total, total]);

  // Another screen leads to a text by its address.
  const last = draft.entries.at(-1)?.id ?? '';
  await page.evaluate(() => {
    location.hash = '/';
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await page.evaluate((address) => {
    location.hash = address;
  }, `/meetings/${meetingId}/review?focus=${last}&language=ru`);
  await expect(focused(page)).toHaveAttribute('data-review-text', `entry/${last}/ru`);

  await client.settings.update({ theme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await violations(page)).toEqual([]);
});
