import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { emptyOrganization, emptyPerson } from '#shared/domain/empty-records.ts';
import { addDays } from '#shared/domain/agreement-standing.ts';
import { emptyText, languages } from '#shared/domain/language.ts';
import { type App, type Client, expect, test } from '../support/app.ts';
import { compose } from '../support/compose.ts';
import { readWords } from '../support/words.ts';

const t = readWords('en');
const ru = readWords('ru');
const zh = readWords('zh');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const box = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const pane = (page: Page) => page.getByRole('region', { name: t('signed-documents:document'), exact: true });
const record = (index: number) => `019a0000-0000-7000-8000-${String(index).padStart(12, '0')}`;

/** Dark has the same names and roles in other colours. */
async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // What React Aria has said of a busy button stays for some seconds after the button is gone.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).exclude('[data-live-announcer]');
    const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
    expect(violations.map(({ id, nodes }) => [colorScheme, id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

async function begin(app: App): Promise<Client> {
  await app.start();
  const client = await app.connect();
  await client.settings.update({ uiLanguage: 'en', firstRunDone: true });
  for (const [index, en] of ['Harbin Institute of Technology', 'Novosibirsk State University'].entries()) {
    await client.organizations.create({ ...emptyOrganization(record(index + 1)), name: { ...emptyText(), en } });
  }
  return client;
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

/** Types a date into the segments of a field, in the order of British English. */
async function typeDate(page: Page, label: string, date: string): Promise<void> {
  const group = page.getByRole('group', { name: label, exact: true });
  await group.getByRole('spinbutton').first().focus();
  const [year = '', month = '', day = ''] = date.split('-');
  await page.keyboard.type(`${day}${month}${year}`);
}

async function pickByKeys(page: Page, label: string, typed: string): Promise<void> {
  await box(page, label).focus();
  await page.keyboard.type(typed);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** As the machine's clock has it, which the page asks as well. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

test('a document signed outside every meeting, from its title to its renewal and its files', async ({
  app,
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const client = await begin(app);
  const lastDay = addDays(today(), 20);
  const empty = emptyPerson(record(10));
  await client.people.create({
    ...empty,
    names: { ...empty.names, latin: { ...empty.names.latin, family: 'Orlova' } },
    affiliations: [
      { id: record(11), organizationId: record(2), position: { ...emptyText(), en: 'Dean' }, from: null, to: null },
    ],
  });
  await app.open(page);
  await goTo(page, '/registers/agreements');
  await expect(page.getByText(t('signed-documents:empty'))).toBeVisible();

  await test.step('made by keyboard: title, parties, a signatory that no register has, validity with a reminder', async () => {
    await button(page, t('signed-documents:new')).press('Enter');
    await expect(field(page, 'Title – English')).toBeFocused();
    await page.keyboard.type('Memorandum on joint laboratories');
    await expect(page.getByRole('heading', { level: 1, name: 'Memorandum on joint laboratories' })).toBeVisible();
    await pickByKeys(page, t('signed-documents:parties.add'), 'Harbin');
    await expect(box(page, 'Party 1')).toHaveValue('Harbin Institute of Technology');
    await pickByKeys(page, t('signed-documents:parties.add'), 'Novosib');
    await expect(box(page, 'Party 2')).toHaveValue('Novosibirsk State University');

    await button(page, t('signed-documents:signatories.type')).press('Enter');
    await expect(field(page, 'Name as signed – English')).toBeFocused();
    await page.keyboard.type('Anna Ivanova');
    // A Tab for each language of the name.
    for (let tabs = 0; tabs < languages.length; tabs++) await page.keyboard.press('Tab');
    await expect(field(page, 'Office as of signing – English')).toBeFocused();
    await page.keyboard.type('Vice-Rector');
    await pickByKeys(page, t('signed-documents:signatories.party'), 'Novosib');

    await typeDate(page, t('signed-documents:field.validTo'), lastDay);
    await field(page, t('signed-documents:field.noticeDays')).focus();
    await page.keyboard.type('30');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('status').filter({ hasText: 'in 20 days' })).toContainText('Expiring');
  });

  await test.step('a signatory of the register stands with the office of that time, also when the person is deleted', async () => {
    await pickByKeys(page, t('signed-documents:signatories.ofRegister'), 'Orlova');
    const signatory = page.getByRole('heading', { level: 3, name: /Orlova/u });
    await expect(signatory).toContainText('Dean');
    await expect(field(page, 'Office as of signing – English').nth(1)).toHaveValue('Dean');
    await client.people.remove({ id: record(10) });
    await expect(signatory).toContainText(t('signed-documents:signatories.leftRegister'));
    await expect(signatory).toContainText('Dean');
  });

  await test.step('who signs which copy first is moved by keys, and stays', async () => {
    await button(page, t('signed-documents:copies.forParties')).press('Enter');
    const order = page.getByRole('group', { name: t('signed-documents:copies.order', { number: 2 }), exact: true });
    await expect(order.getByRole('listitem')).toContainText(['Novosibirsk', 'Harbin']);
    await order.getByRole('button').nth(1).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(order.getByRole('listitem')).toContainText(['Harbin', 'Novosibirsk']);
    await expect
      .poll(async () => (await only(client)).terms.copies.map(({ signingOrder }) => signingOrder.length))
      .toEqual([2, 2]);
  });

  await test.step('a party that goes leaves signatory and copies behind', async () => {
    await button(page, t('signed-documents:parties.remove', { number: 1 })).press('Enter');
    await expect.poll(async () => (await only(client)).parties.length).toBe(1);
    expect((await only(client)).signatories.map(({ name }) => name.en)).toEqual(['Anna Ivanova', 'Orlova']);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await only(client)).parties.length).toBe(2);
  });

  await test.step('the list says that it expires; renewed in the pane it is in force', async () => {
    await page.getByRole('link', { name: t('signed-documents:backToList') }).click();
    const row = page.getByRole('row', { name: /Memorandum on joint laboratories/u });
    await expect(row).toContainText(t('follow-up:states.agreement.expiring'));
    await pane(page)
      .getByRole('button', { name: t('common:close'), exact: true })
      .press('Enter');
    await expect(pane(page)).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(pane(page)).toContainText('Anna Ivanova');
    await isAccessible(page);
    await pane(page)
      .getByRole('button', { name: t('signed-documents:act.renew'), exact: true })
      .press('Enter');
    const dialog = page.getByRole('dialog', { name: t('signed-documents:renew.title') });
    // No length is known from which an end could be proposed; one that is no later is refused in words.
    await typeDate(page, t('signed-documents:renew.until'), lastDay);
    await dialog.getByRole('button', { name: t('signed-documents:renew.run'), exact: true }).press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('is in force until');
    await typeDate(page, t('signed-documents:renew.until'), addDays(lastDay, 365));
    await dialog.getByRole('button', { name: t('signed-documents:renew.run'), exact: true }).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(row).toContainText(t('follow-up:states.agreement.inForce'));
    await expect(pane(page)).toContainText(t('follow-up:history.changed.renewed'));
  });

  await test.step('a file that was changed behind our back is not handed out, and said to be changed', async () => {
    await pane(page)
      .getByRole('link', { name: t('signed-documents:openPage'), exact: true })
      .click();
    const chooser = page.waitForEvent('filechooser');
    await button(page, t('signed-documents:files.add')).press('Enter');
    await (
      await chooser
    ).setFiles({ name: 'Меморандум.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    const row = page.getByRole('list', { name: t('signed-documents:files.title'), exact: true }).getByRole('listitem');
    await expect(row).toContainText('SHA-256');
    await button(page, t('signed-documents:files.verify')).press('Enter');
    await expect(row).toContainText(t('signed-documents:files.sound'));
    await app.stop();
    const database = new Database(join(app.dataFolder, 'trilogue.db'));
    database.prepare('UPDATE stored_file SET bytes = zeroblob(length(bytes))').run();
    database.close();
    await app.start({ isSamePort: true });
    await app.open(page);
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      `/registers/agreements/${(await only(await app.connect())).agreementId}`,
    );
    await button(page, t('versions:file.saveCopy', { name: 'Меморандум.pdf' })).press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: /^Kept files are not as they were left/u })).toBeVisible();
    await expect(row).toContainText(t('signed-documents:files.changed'));
    await isAccessible(page);
  });

  await test.step('the same in Russian, and a Chinese title by an input method', async () => {
    const after = await app.connect();
    await after.settings.update({ uiLanguage: 'ru' });
    await expect(page.getByRole('heading', { name: ru('signed-documents:validity.title') })).toBeVisible();
    await expect(page.getByText(ru('signed-documents:files.changed'))).toBeVisible();
    await after.settings.update({ uiLanguage: 'zh' });
    await expect(page.getByRole('heading', { name: zh('signed-documents:validity.title') })).toBeVisible();
    const title = field(
      page,
      zh('common:languages.fieldIn', {
        field: zh('signed-documents:field.title'),
        language: zh('common:languages.zh'),
      }),
    );
    await title.focus();
    await compose(await context.newCDPSession(page), ['l', 'lian he', 'lian he bei wang lu'], '联合备忘录');
    await expect(page.getByRole('heading', { level: 1, name: '联合备忘录' })).toBeVisible();
    await expect.poll(async () => (await only(after)).title.zh).toBe('联合备忘录');
  });
});

/** The one document that there is. */
async function only(client: Client) {
  const { rows } = await client.agreements.list({ today: today() });
  const [first] = rows;
  return client.agreements.get({ id: first?.row.agreementId ?? '', today: today() });
}

test('a working group as of a past day: members, their offices then, its founding document', async ({ app, page }) => {
  const client = await begin(app);
  const person = (index: number, family: string) => {
    const empty = emptyPerson(record(index));
    return { ...empty, names: { ...empty.names, latin: { ...empty.names.latin, family } } };
  };
  const office = (index: number, en: string, from: string | null, to: string | null) => ({
    id: record(index),
    organizationId: record(1),
    position: { ...emptyText(), en },
    from,
    to,
  });
  await client.people.create({
    ...person(10, 'Wang'),
    affiliations: [office(11, 'Dean', null, '2022-12-31'), office(12, 'Rector', '2023-01-01', null)],
  });
  await client.people.create(person(20, 'Orlova'));
  await client.people.create(person(30, 'Smirnov'));
  const member = (index: number, personId: string, from: string | null, to: string | null) => ({
    id: record(index),
    sideId: null,
    personId,
    organizationId: null,
    role: 'member' as const,
    from,
    to,
  });
  const groupId = record(40);
  await client.groups.create({
    id: groupId,
    name: { ...emptyText(), en: 'Working group on new materials' },
    mandate: { ...emptyText(), en: 'Acts for both academies.' },
    aims: emptyText(),
    tasks: emptyText(),
    areas: emptyText(),
    foundingDocument: '',
    sides: [],
    members: [
      member(41, record(10), '2020-01-01', null),
      member(42, record(20), '2019-01-01', '2020-12-31'),
      member(43, record(30), '2024-01-01', null),
    ],
  });
  await client.agreements.add({
    id: record(50),
    meetingId: null,
    kind: 'memorandum',
    title: { ...emptyText(), en: 'Founding memorandum' },
    signedOn: '2019-01-01',
    several: false,
    parties: [],
    orderKey: 'a0',
  });
  await app.open(page);
  await goTo(page, `/groups/${groupId}`);
  await expect(field(page, 'Mandate – English')).toHaveValue('Acts for both academies.');

  const members = page.getByRole('grid', { name: t('groups:onDay.table', { side: t('groups:members.noSide') }) });
  await expect(members.getByRole('row')).toContainText(['Name', 'Wang', 'Smirnov']);
  await expect(members).toContainText('Rector');
  await typeDate(page, t('groups:onDay.day'), '2021-03-26');
  await expect(page.getByRole('status').filter({ hasText: '26 March 2021' })).toHaveText(
    '1 member on 26 March 2021. 1 had left. 1 had not come yet.',
  );
  await expect(members).toContainText('Dean');
  await expect(members).not.toContainText('Rector');

  await box(page, t('groups:founding.link')).focus();
  await page.keyboard.type('Founding');
  await page.getByRole('option', { name: /Founding memorandum/u }).click();
  const founding = page.getByRole('list', { name: t('groups:founding.documents') });
  await expect(founding.getByRole('link', { name: /Founding memorandum/u })).toBeVisible();
  await isAccessible(page);
  await founding.getByRole('link', { name: /Founding memorandum/u }).click();
  await expect(pane(page)).toContainText('Working group on new materials');
});
