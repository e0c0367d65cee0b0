import type { Locator, Page } from '@playwright/test';
import { type Language, languages } from '#shared/domain/language.ts';
import { type App, expect, test } from '../support/app.ts';
import { fillActions, longRegister } from '../support/long-register.ts';
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

/** Chooses in one of the menus over a register, e.g. «Status: Not closed». */
async function filterBy(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${label}:`, 'u') }).press('Enter');
  await page.getByRole('menuitemradio', { name: value, exact: true }).press('Enter');
}

const actionRows = (page: Page): Locator => page.getByRole('grid', { name: t('registers:actions') }).getByRole('row');

test('the status of an action item is set in the register', async ({ app, page }) => {
  await begin(app, page);
  await goTo(page, 'registers');
  await expect(heading(page, t('registers:actions'))).toBeVisible();
  await expect(page.getByText(t('common:list.count', { count: 4, formatted: 4 })).first()).toBeVisible();
  const status = page.getByRole('button', { name: new RegExp(t('registers:statusOf', { number: '5.1' })) });
  await expect(actionRows(page).filter({ hasText: '5.1' })).toContainText(t('registers:notNamed'));
  await status.click();
  await page.getByRole('option', { name: t('registers:statuses.done') }).click();

  // Closed here, it stays in sight until the view changes.
  await expect(page.getByText(t('registers:statusChanged', { number: '5.1', status: 'Done' }))).toBeVisible();
  await expect(status).toContainText(t('registers:statuses.done'));
  await page.reload();
  await expect(page.getByText(t('common:list.countFiltered', { shown: 3, all: 4 }))).toBeVisible();
  await expect(status).toHaveCount(0);
  await filterBy(page, t('registers:column.status'), t('follow-up:filter.all'));
  await expect(status).toContainText(t('registers:statuses.done'));

  await filterBy(page, t('follow-up:filter.grouping'), t('registers:grouping.owner'));
  const owner = actionRows(page).filter({ hasText: 'Jiangsu Industrial Technology Research Institute' });
  await expect(owner.filter({ hasText: '5.2' })).toBeVisible();
  await actionRows(page).filter({ hasText: '5.2' }).first().getByRole('link').click();
  await expect(page).toHaveURL(/#\/meetings\/[^/]+\/minutes\?focus=/u);
});

test('several hundred action items by keyboard alone: chosen, reported, undone, opened, grouped', async ({
  app,
  page,
}) => {
  await app.start();
  await app.open(page);
  await page.getByText('English', { exact: true }).click();
  await button(page, t('first-run:start')).click();
  await fillActions(await app.connect());
  await goTo(page, 'registers');
  const all = longRegister.first + longRegister.second;
  await expect(page.getByText(t('common:list.count', { count: all, formatted: all }), { exact: true })).toBeVisible();
  const rowOf = (text: string): Locator => actionRows(page).filter({ hasText: new RegExp(`${text}(?!\\d)`, 'u') });
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const tabTo = async (target: Locator): Promise<void> => {
    for (let stop = 0; stop < 30; stop++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };

  await test.step('the table is one stop; its end is several pages away', async () => {
    await page.getByRole('searchbox').focus();
    await tabTo(rowOf('номер 1').first());
    await press('End');
    await expect(rowOf(`номер ${String(longRegister.first)}`)).toBeFocused();
    await expect(rowOf(`номер ${String(longRegister.first)}`)).toContainText(
      t('registers:leftOn', { date: '30/06/2021' }),
    );
    await press('Home', 'ArrowDown');
    await expect(rowOf('номер 1').first()).toBeFocused();
  });

  await test.step('three are chosen and reported at once', async () => {
    await press(' ', 'Shift+ArrowDown', 'Shift+ArrowDown');
    const bar = page.getByRole('region', { name: t('follow-up:register.bulk') });
    await expect(bar).toContainText(t('follow-up:register.chosen', { count: 3, formatted: 3 }));
    await press('Tab');
    await expect(button(page, t('registers:report.open'))).toBeFocused();
    await press('Enter');
    await tabTo(page.getByRole('textbox', { name: t('follow-up:report.reporterName') }));
    await page.keyboard.type('Ivanova');
    await press('Enter');
    await expect(page.getByText(t('registers:report.done', { count: 3, formatted: 3 }))).toBeVisible();
    for (const number of ['1.1', '1.2', '1.3'])
      await expect(
        page.getByRole('button', { name: new RegExp(`${t('registers:statusOf', { number })}$`, 'u') }).first(),
      ).toContainText(t('registers:statuses.done'));
    await expect(rowOf('номер 3').first()).toBeFocused();
  });

  await test.step('the pane says who reported it; Escape leads back', async () => {
    await press('Enter');
    const pane = page.getByRole('region', { name: t('registers:detail.label'), exact: true });
    await expect(pane).toBeFocused();
    await expect(pane.getByRole('listitem').filter({ hasText: 'Ivanova' })).toContainText(t('registers:statuses.done'));
    await expect(page).toHaveURL(/open=/u);
    await press('Escape');
    await expect(pane).toHaveCount(0);
    await expect(rowOf('номер 3').first()).toBeFocused();
  });

  await test.step('the report is undone as one change', async () => {
    await press('ControlOrMeta+z');
    for (const number of ['1.1', '1.2', '1.3'])
      await expect(
        page.getByRole('button', { name: new RegExp(`${t('registers:statusOf', { number })}$`, 'u') }).first(),
      ).toContainText(t('registers:statuses.open'));
  });

  await test.step('grouped by owner and side', async () => {
    const headed = (name: string, count: number): Locator =>
      actionRows(page).filter({ hasText: `${name} ${t('common:list.count', { count, formatted: count })}` });
    await filterBy(page, t('follow-up:filter.grouping'), t('registers:grouping.owner'));
    await expect(headed(t('registers:nobody'), longRegister.second)).toBeVisible();
    await page.getByRole('searchbox').fill('номер 290');
    await expect(headed('Chinese side', 1)).toBeVisible();
    await page.getByRole('searchbox').fill('');
    await filterBy(page, t('follow-up:filter.grouping'), t('registers:grouping.side'));
    // 30, 130, 230 and 300; what Wang, who is from China, has to do stands under the Chinese side as well.
    await page.getByRole('searchbox').fill('номер 30');
    await expect(page.getByText(t('common:list.countFiltered', { shown: 4, all }))).toBeVisible();
    await expect(headed('Chinese side', 3)).toBeVisible();
    await page.getByRole('searchbox').fill('');
  });

  await test.step('what is overdue, by word', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/registers/actions?due=overdue`);
    const { overdue } = longRegister;
    await expect(page.getByText(t('common:list.countFiltered', { shown: overdue, all }))).toBeVisible();
    await expect(rowOf('номер 1').first()).toContainText(t('registers:due.overdue', { date: '31/12/2020' }));
  });
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
