import type { Locator, Page } from '@playwright/test';
import { type Language, languages } from '#shared/domain/language.ts';
import { type App, expect, test } from '../support/app.ts';
import { readWords } from '../support/words.ts';

/*
 * Organisations, groups, action items and search over the sample meetings, by keyboard and mouse as a secretary would.
 * What is asked for after a reload or a restart comes from the file, not from the page.
 */

const t = readWords('en');

async function begin(app: App, page: Page): Promise<void> {
  await app.start({ isSample: true });
  await app.open(page);
  await page.getByText('English', { exact: true }).click();
  await button(page, t('first-run:start')).click();
  await expect(heading(page, t('home:title'))).toBeVisible();
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });
const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t(`shell:places.${place}`), exact: true })
    .click();
}

async function openOrganizations(page: Page): Promise<void> {
  await goTo(page, 'contacts');
  await page.getByRole('link', { name: t('contacts:organizations'), exact: true }).click();
  await expect(heading(page, t('organizations:title'))).toBeVisible();
}

function field(page: Page, name: string, language: Language): Locator {
  const label = t('common:languages.fieldIn', { field: name, language: t(`common:languages.${language}`) });
  return page.getByRole('textbox', { name: label, exact: true });
}

async function fill(page: Page, name: string, texts: Record<Language, string>, nth = 0): Promise<void> {
  for (const language of languages) await field(page, name, language).nth(nth).fill(texts[language]);
}

async function pick(page: Page, label: string, typed: string, option = typed): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.pressSequentially(typed);
  await page.getByRole('option', { name: option }).first().click();
}

/** Chooses a value in a list of fixed values by keyboard. */
async function choose(within: Page | Locator, page: Page, label: string, value: string): Promise<void> {
  const trigger = within.getByRole('button', { name: new RegExp(label) });
  // First in view, then open: a list closes when the page moves under it.
  await trigger.scrollIntoViewIfNeeded();
  await trigger.press('Enter');
  await page.getByRole('option', { name: value, exact: true }).click();
}

/** The word in the top bar, which is only there after the commit and goes away when something new is typed. */
async function isSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/u)).toBeVisible();
}

const undoButton = (page: Page): Locator => page.getByRole('button', { name: /^Undo: /u });
const redoButton = (page: Page): Locator => page.getByRole('button', { name: /^Redo: /u });

test('an organisation in three scripts, with an alias and a relation', async ({ app, page }) => {
  const name = { en: 'Institute of Polar Materials', ru: 'Институт полярных материалов', zh: '极地材料研究所' };
  const abbreviation = { en: 'IPM', ru: 'ИПМ', zh: '极材所' };
  await begin(app, page);
  await openOrganizations(page);

  await test.step('is created by typing', async () => {
    await button(page, t('organizations:newOrganization')).click();
    await fill(page, t('organizations:field.name'), name);
    await fill(page, t('organizations:field.abbreviation'), abbreviation);
    await pick(page, t('organizations:field.country'), 'Russia');
    await button(page, t('organizations:aliases.add')).click();
    await page.getByRole('textbox', { name: t('organizations:aliases.label', { number: 1 }) }).fill('Polar Institute');
    await pick(page, t('organizations:relations.add'), 'РАН', 'Russian Academy of Sciences');
    await choose(page, page, t('organizations:relations.kind'), t('organizations:relations.kinds.partner'));
    await isSaved(page);
  });

  await test.step('is all there after a restart', async () => {
    await app.stop();
    await app.start();
    await app.open(page);
    await openOrganizations(page);
    await page.getByRole('searchbox').fill('极材');
    const row = page.getByRole('row').filter({ hasText: name.en });
    await expect(row).toContainText('IPM');
    await expect(page.getByRole('row')).toHaveCount(2);
    await row.click();
    for (const language of languages) {
      await expect(field(page, t('organizations:field.name'), language)).toHaveValue(name[language]);
      await expect(field(page, t('organizations:field.abbreviation'), language)).toHaveValue(abbreviation[language]);
    }
    await expect(field(page, t('organizations:field.name'), 'zh')).toHaveAttribute('lang', 'zh-Hans-CN');
    await expect(page.getByRole('textbox', { name: t('organizations:aliases.label', { number: 1 }) })).toHaveValue(
      'Polar Institute',
    );
    await expect(page.getByRole('combobox', { name: t('organizations:field.country') })).toHaveValue('Russia');
    const relations = section(page, t('organizations:relations.title'));
    await expect(relations.getByRole('link')).toHaveText('Russian Academy of Sciences');
    await expect(relations.getByRole('button', { name: /Partner of/u })).toBeVisible();
  });

  await test.step('undo and redo', async () => {
    const note = page.getByLabel(t('organizations:field.note'), { exact: true });
    await note.fill('Founded in 1961.');
    await note.blur();
    await isSaved(page);
    await undoButton(page).click();
    await expect(note).toHaveValue('');
    await redoButton(page).click();
    await expect(note).toHaveValue('Founded in 1961.');
  });

  await test.step('is deleted, and brought back from the notice', async () => {
    await button(page, t('organizations:remove')).click();
    await expect(page.getByText(t('organizations:removed'))).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: name.en })).toHaveCount(0);
    await button(page, t('common:undo')).click();
    await expect(page.getByRole('row').filter({ hasText: name.en })).toHaveCount(1);
  });

  await test.step('one that is used says where and how often', async () => {
    await page.getByRole('searchbox').fill('JITRI');
    await page.getByRole('row').filter({ hasText: 'Jiangsu Industrial Technology Research Institute' }).click();
    await button(page, t('organizations:remove')).click();
    await expect(
      page.getByText(/cannot be deleted because it is referred to elsewhere: .*\d action item/u),
    ).toBeVisible();
    await expect(heading(page, 'Jiangsu Industrial Technology Research Institute')).toBeVisible();
  });
});

test('a group with two sides and members', async ({ app, page }) => {
  const name = { en: 'Polar Working Group', ru: 'Полярная рабочая группа', zh: '极地工作组' };
  const chinese = { en: 'Chinese side', ru: 'Китайская сторона', zh: '中方' };
  const russian = { en: 'Russian side', ru: 'Российская сторона', zh: '俄方' };
  await begin(app, page);
  await goTo(page, 'groups');

  await test.step('is created by typing', async () => {
    await button(page, t('groups:newGroup')).click();
    await fill(page, t('groups:field.name'), name);
    await pick(page, t('groups:sides.add'), 'China');
    await fill(page, t('groups:sides.name'), chinese, 0);
    await pick(page, t('groups:sides.add'), 'Russia');
    await fill(page, t('groups:sides.name'), russian, 1);
    await button(page, t('groups:sides.moveUp', { number: 2 })).press('Enter');
    await pick(page, t('groups:members.addPerson'), 'Кузнецов', 'Kuznetsov');
    await choose(page, page, t('groups:members.side'), russian.en);
    await choose(page, page, t('groups:members.role'), t('groups:members.roles.coChair'));
    await pick(page, t('groups:members.addOrganization'), 'JITRI', 'Jiangsu Industrial');
    await isSaved(page);
  });

  await test.step('is all there after a reload', async () => {
    await page.reload();
    await expect(heading(page, name.en)).toBeVisible();
    const sides = section(page, t('groups:sides.title'));
    await expect(sides.getByRole('heading', { level: 3 })).toHaveText([russian.en, chinese.en]);
    const zones = sides.getByRole('combobox', { name: t('groups:sides.zone') });
    await expect(zones.nth(0)).toHaveValue('Europe/Moscow');
    await expect(zones.nth(1)).toHaveValue('Asia/Shanghai');
    const members = section(page, t('groups:members.title'));
    await expect(members.getByRole('link')).toHaveText([/^Kuznetsov/u, /^Jiangsu Industrial/u]);
    await expect(members.getByRole('button', { name: /Co-chair/u })).toBeVisible();
  });

  await test.step('a side that goes leaves its members behind', async () => {
    await button(page, t('groups:sides.remove', { number: 1 })).click();
    const members = section(page, t('groups:members.title'));
    await expect(members.getByRole('button', { name: new RegExp(t('groups:members.noSide')) })).toHaveCount(2);
    await isSaved(page);
    await undoButton(page).click();
    await expect(members.getByRole('button', { name: new RegExp(russian.en) })).toHaveCount(1);
  });

  await test.step('its first meeting takes the sides over and keeps the group from being deleted', async () => {
    await button(page, t('groups:meetings.new')).click();
    await expect(page).toHaveURL(/#\/meetings\//u);
    await goTo(page, 'groups');
    await page.getByRole('row').filter({ hasText: name.en }).click();
    await expect(section(page, t('groups:meetings.title')).getByRole('link')).toHaveCount(1);
    await button(page, t('groups:remove')).click();
    await expect(page.getByText(t('groups:inUse', { count: 1 }))).toBeVisible();
    await expect(heading(page, name.en)).toBeVisible();
  });
});

test('the status of an action item is set in the register', async ({ app, page }) => {
  await begin(app, page);
  await expect(page.getByRole('heading', { name: t('home:actions', { count: 4 }) })).toBeVisible();
  await goTo(page, 'registers');
  await expect(heading(page, t('registers:actions'))).toBeVisible();
  const status = page.getByRole('button', { name: new RegExp(t('registers:statusOf', { number: '5.1' })) });
  await expect(page.getByRole('row').filter({ hasText: '5.1' })).toContainText(t('registers:notNamed'));
  await status.click();
  await page.getByRole('option', { name: t('registers:statuses.done') }).click();

  // Closed here, it stays in sight until the view changes.
  await expect(status).toContainText(t('registers:statuses.done'));
  await page.reload();
  await expect(page.getByText(t('common:list.countFiltered', { shown: 3, all: 4 }))).toBeVisible();
  await expect(status).toHaveCount(0);
  await page.getByText(t('registers:openOnly')).click();
  await expect(status).toContainText(t('registers:statuses.done'));
  await goTo(page, 'home');
  await expect(page.getByRole('heading', { name: t('home:actions', { count: 3 }) })).toBeVisible();

  await goTo(page, 'registers');
  await choose(page, page, t('registers:grouping.label'), t('registers:grouping.owner'));
  await expect(page.getByRole('region', { name: 'Jiangsu Industrial Technology Research Institute' })).toContainText(
    '5.2',
  );
  await page.getByRole('region').first().getByRole('row').nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/#\/meetings\/[^/]+\/minutes/u);
});

test('search finds any kind of record in any language while one types', async ({ app, page }) => {
  await begin(app, page);
  await goTo(page, 'search');
  const search = page.getByRole('searchbox', { name: t('search:field') });
  await expect(search).toBeFocused();
  await expect(page.getByText(t('search:help'))).toBeVisible();

  await search.pressSequentially('Кузнецов');
  await expect(page.getByRole('link', { name: /^Kuznetsov/u })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('Кузнецов');

  await search.fill('产业');
  await expect(page.getByRole('region', { name: /^Entries of the minutes/u })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('产业');
  await expect(page.locator('[lang="zh-Hans-CN"] mark').first()).toBeVisible();

  await search.fill('JITRI');
  const organization = page
    .getByRole('region', { name: /^Organisations/u })
    .getByRole('link', { name: 'Jiangsu Industrial Technology Research Institute' });
  await organization.click();
  await expect(heading(page, 'Jiangsu Industrial Technology Research Institute')).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue('JITRI');
  await expect(organization).toBeVisible();

  await page
    .getByRole('region', { name: /^Entries of the minutes/u })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/#\/meetings\/[^/]+\/minutes/u);

  await goTo(page, 'search');
  await search.fill('xyzzy');
  await expect(page.getByText(t('search:nothing', { query: 'xyzzy' }))).toBeVisible();
});

test('a result that is being pressed stays where it is until the pointer is up', async ({ app, page }) => {
  await page.clock.install();
  await begin(app, page);
  await goTo(page, 'search');
  const search = page.getByRole('searchbox', { name: t('search:field') });
  await search.fill('产业');
  const organization = page
    .getByRole('region', { name: /^Organisations/u })
    .getByRole('link', { name: 'Jiangsu Industrial Technology Research Institute' });
  await organization.hover();
  // From here on the pause after typing never ends: only leaving the field can begin the search.
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await search.fill('JITRI');
  await page.mouse.down();
  await expect(search).not.toBeFocused();
  expect(decodeURIComponent(page.url())).not.toContain('JITRI');
  await page.clock.resume();
  await page.mouse.up();
  await expect(heading(page, 'Jiangsu Industrial Technology Research Institute')).toBeVisible();
});
