import type { Locator, Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import type { Person } from '#shared/contract/people.ts';
import { emptyPerson } from '#shared/domain/empty-records.ts';
import { type App, expect, test } from '../support/app.ts';
import { readWords } from '../support/words.ts';

/*
 * Two records of one person, found, compared, merged, taken back, and told apart, by keyboard and mouse. What is asked
 * for after a reload or a restart comes from the file, not from the page.
 */

const t = readWords('en');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const options = (page: Page): Locator => page.getByRole('listbox', { name: t('duplicates:pairs') }).getByRole('option');

function makePerson(family: string, given: string, rest: Partial<Person> = {}): Person {
  const person = emptyPerson(newId());
  const script = /\p{Script=Cyrillic}/u.test(family) ? 'cyrillic' : 'latin';
  Object.assign(person.names[script], { family, given });
  return { ...person, ...rest };
}

const latin = makePerson('Qu', 'Xiaofang', { email: 'qu@example.cn', country: 'CN', note: 'Speaks Russian.' });
const cyrillic = makePerson('Цюй', 'Сяофан', { email: 'qu.2@example.cn' });

/** Opens a register without the sample that holds these people. */
async function begin(app: App, page: Page, people: readonly Person[]): Promise<void> {
  await app.start();
  await app.open(page);
  await page.getByText('English', { exact: true }).click();
  await button(page, t('first-run:start')).click();
  await expect(page.getByRole('heading', { level: 1, name: t('home:title') })).toBeVisible();
  for (const person of people) await create(page, person);
}

/** As another window of the same door would. */
async function create(page: Page, person: Person): Promise<void> {
  const status = await page.evaluate(async (json) => {
    const response = await fetch('/rpc/people/create', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${sessionStorage.getItem('trilogue-token') ?? ''}`,
      },
      body: JSON.stringify({ json }),
    });
    return response.status;
  }, person);
  expect(status).toBe(200);
}

async function openQueue(page: Page, address = '/contacts/duplicates'): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await expect(page.getByRole('heading', { level: 1, name: t('duplicates:title') })).toBeVisible();
}

async function restart(app: App, page: Page): Promise<void> {
  await app.stop();
  await app.start();
  await app.open(page);
}

test('a pair is compared, merged by keyboard, and separated again after a restart', async ({ app, page }) => {
  await begin(app, page, [latin, cyrillic]);
  await openQueue(page);

  await test.step('the pair is there with its reason, side by side', async () => {
    await expect(options(page)).toHaveCount(1);
    await expect(options(page)).toContainText('Qu Xiaofang');
    await expect(options(page)).toContainText('Цюй Сяофан');
    const review = section(page, t('duplicates:review'));
    await expect(review.getByText(t('names:verdict.same')).first()).toBeVisible();
    await expect(review.getByRole('cell', { name: 'Цюй Сяофан' }).locator('[lang="ru-RU"]')).toBeVisible();
    await expect(review.getByRole('row').filter({ hasText: 'qu@example.cn' })).toContainText(
      t('duplicates:row.differs'),
    );
    // The fuller one is kept unless somebody says otherwise.
    const kept = review.getByRole('columnheader', { name: 'Qu Xiaofang' }).getByRole('radio');
    await expect(kept).toBeChecked();
  });

  await test.step('what the merge would do is said before', async () => {
    const effect = section(page, t('duplicates:effect.title'));
    await expect(effect).toContainText('Цюй Сяофан');
    await expect(effect).toContainText('qu.2@example.cn');
    await expect(effect).not.toContainText('Speaks Russian.');
  });

  await test.step('M goes to the button that names both, Enter merges', async () => {
    await expect(page.getByRole('listbox', { name: t('duplicates:pairs') })).toBeFocused();
    await page.keyboard.press('m');
    await expect(page.getByRole('button', { name: /Merge “Цюй Сяофан” .* into “Qu Xiaofang”/u })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('duplicates:mergeDone'))).toBeVisible();
    await expect(page.getByText(t('duplicates:empty'))).toBeVisible();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `/contacts/${latin.id}`);
    await expect(page.getByRole('textbox', { name: t('contacts:person.email') })).toHaveValue(
      'qu@example.cn; qu.2@example.cn',
    );
  });

  await test.step('the undo is still there after a restart and brings both back', async () => {
    await restart(app, page);
    await openQueue(page);
    await expect(page.getByText(t('duplicates:empty'))).toBeVisible();
    await section(page, t('duplicates:merged.title'))
      .getByRole('button', { name: /^Undo the merge/u })
      .click();
    await expect(page.getByText(t('duplicates:mergeUndone'))).toBeVisible();
    await expect(options(page)).toHaveCount(1);
    await expect(section(page, t('duplicates:merged.title'))).toContainText(t('duplicates:merged.undone'));
    const row = section(page, t('duplicates:review')).getByRole('row').filter({ hasText: 'qu@example.cn' });
    await expect(row).toContainText('qu.2@example.cn');
  });
});

test('a merge whose record was changed since says what came after it', async ({ app, page }) => {
  await begin(app, page, [latin, cyrillic]);
  await openQueue(page);
  await page.getByRole('button', { name: /^Merge “/u }).click();
  await expect(page.getByText(t('duplicates:mergeDone'))).toBeVisible();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/contacts/${latin.id}`);
  await page.getByRole('textbox', { name: t('contacts:person.phone') }).fill('+86 25 0000');
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/u)).toBeVisible();
  await openQueue(page);
  await section(page, t('duplicates:merged.title'))
    .getByRole('button', { name: /^Undo the merge/u })
    .click();
  const what = t('history:personUpdate');
  await expect(page.getByText(t('duplicates:mergeChangedSince', { what }))).toBeVisible();
  await expect(options(page)).toHaveCount(0);
});

test('«not the same» is remembered, leads to the next pair, and can be taken back', async ({ app, page }) => {
  const others = [makePerson('Kuznetsov', 'Aleksey'), makePerson('Кузнецов', 'Алексей')];
  await begin(app, page, [latin, cyrillic, ...others]);
  await openQueue(page);
  await expect(options(page)).toHaveCount(2);
  const first = (await options(page).first().textContent()) ?? '';
  const second = (await options(page).nth(1).textContent()) ?? '';
  const compared = page.getByRole('columnheader');
  await expect(compared.last()).toBeVisible();
  const names = await compared.allTextContents();

  await page.keyboard.press('j');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  // Nothing is decided before both records are on screen.
  await expect(compared).toHaveText(names);
  await page.keyboard.press('d');
  await expect(page.getByText(t('duplicates:distinctDone'))).toBeVisible();
  await expect(options(page)).toHaveCount(1);
  await expect(options(page)).toHaveText(second);
  await expect(options(page)).toHaveAttribute('aria-selected', 'true');

  await page.reload();
  await expect(options(page)).toHaveText(second);
  await section(page, t('duplicates:distinct.title')).getByRole('button').click();
  await expect(options(page)).toHaveCount(2);
  await expect(options(page).first()).toHaveText(first);
  await expect(page.getByText(t('duplicates:distinct.none'))).toBeVisible();
});

test('an address brings two records together that nobody proposed', async ({ app, page }) => {
  const strangers = [makePerson('Ivanova', 'Olga'), makePerson('Schmidt', 'Hans')] as const;
  await begin(app, page, strangers);
  await openQueue(page, `/contacts/duplicates?a=${strangers[0].id}&b=${strangers[1].id}`);
  await expect(page.getByText(t('duplicates:notProposed'))).toBeVisible();
  await page.getByRole('columnheader', { name: 'Schmidt Hans' }).getByRole('radio').check();
  await page.getByRole('button', { name: 'Merge “Ivanova Olga” (left) into “Schmidt Hans” (right)' }).click();
  await page
    .getByRole('region', { name: t('common:notices') })
    .getByRole('button', { name: t('common:undo') })
    .click();
  await expect(page.getByText(t('duplicates:mergeUndone'))).toBeVisible();
});
