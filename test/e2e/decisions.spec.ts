import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { chooseText } from '#shared/domain/language.ts';
import { type App, type Client, expect, test } from '../support/app.ts';
import { compose } from '../support/compose.ts';
import { withText } from '../support/live.ts';
import { makeEntry, makeOrganization } from '../support/records.ts';
import { seriesOf } from '../support/series.ts';
import { readWords } from '../support/words.ts';

/*
 * The registers of decisions and of proposals, by keyboard alone. What is asked for at the end of a test comes from the
 * file, not from the page.
 */

const t = readWords('en');

async function makeFollowUp(app: App) {
  await app.start();
  const client = await app.connect();
  await client.settings.update({ uiLanguage: 'en', firstRunDone: true });
  const { addGroup, addMeeting, addItem, addAction, addPerson, addAttendance } = seriesOf(client);
  const group = await addGroup();
  const winter = await addMeeting(group, {
    date: '2026-01-20',
    title: { en: 'Winter meeting', ru: 'Зимнее заседание', zh: '冬季会议' },
  });
  const summer = await addMeeting(group, {
    date: '2026-06-20',
    title: { en: 'Summer meeting', ru: 'Летнее заседание', zh: '夏季会议' },
  });
  const items = [await addItem(winter, 'Laboratories', 'a0'), await addItem(summer, 'Laboratories again', 'a0')];
  const older = makeEntry(winter.id, items[0]!.id, withText('To found one laboratory.', 'en', 'decision'));
  const newer = makeEntry(summer.id, items[1]!.id, withText('To found two laboratories.', 'en', 'decision'));
  const person = await addPerson('Orlova');
  const speaker = await addAttendance(summer, {
    personId: person.id,
    name: { en: 'Anna Orlova', ru: 'Анна Орлова', zh: '' },
    position: { en: 'Director', ru: 'Директор', zh: '' },
  });
  const proposal = makeEntry(summer.id, items[1]!.id, {
    ...withText('To found a joint fund.', 'en', 'proposal'),
    orderKey: 'a1',
    speakerAttendanceId: speaker.id,
  });
  await client.entries.add({ entries: [older] });
  await client.entries.add({ entries: [newer, proposal] });
  const action = await addAction(summer, items[1]!.id, 'Составить устав лабораторий', 'a2');
  await client.organizations.create(makeOrganization());
  return { client, older, newer, proposal, action, person };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const pane = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Opens the register by its tab, and a record of it by Enter on its row. */
async function openRecord(page: Page, register: 'decisions' | 'proposals', text: string): Promise<void> {
  await page
    .getByRole('navigation', { name: t('registers:registers.label') })
    .getByRole('link', { name: t(`registers:registers.${register}`) })
    .press('Enter');
  await page.getByRole('row').filter({ hasText: text }).press('Enter');
  await expect(pane(page, t(`${register}:${register === 'decisions' ? 'decision' : 'proposal'}`))).toBeFocused();
}

/** Chooses in a list of fixed values. */
async function choose(page: Page, label: string, value: string): Promise<void> {
  await dialog(page)
    .getByRole('button', { name: new RegExp(label) })
    .first()
    .press('Enter');
  await page.getByRole('option', { name: value, exact: true }).press('Enter');
}

/** Types words into a field that finds records, and takes the one that is meant. */
async function pick(page: Page, label: string, typed: string, option: RegExp | string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.press('ArrowDown');
  await box.pressSequentially(typed);
  await expect(page.getByRole('option', { name: option })).toHaveCount(1);
  await box.press('ArrowDown');
  await expect(page.getByRole('option', { name: option })).toHaveAttribute('data-focused', 'true');
  await box.press('Enter');
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))).toEqual([]);
}

async function linksOf(client: Client, entryId: string): Promise<string[]> {
  const { linked } = await client.decisions.get({ entryId });
  return linked.map(({ text }) => chooseText(text, 'en').text);
}

test('a decision is superseded by a later one, which cannot be superseded by it, and is linked to an action', async ({
  app,
  page,
}) => {
  test.setTimeout(150_000);
  const { client, older, newer, action } = await makeFollowUp(app);
  await app.open(page);
  await page.getByRole('link', { name: t('shell:places.registers'), exact: true }).press('Enter');
  await openRecord(page, 'decisions', 'To found one laboratory.');

  await button(page, t('decisions:state.change')).press('Enter');
  await choose(page, t('decisions:state.label'), t('follow-up:states.decision.superseded'));
  await pick(page, t('decisions:state.replacedBy'), 'two', /To found two laboratories/u);
  await button(page, t('decisions:state.save')).press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: 'To found one laboratory.' });
  await expect(row).toContainText(t('follow-up:states.decision.superseded'));
  await expect(part(page, t('decisions:detail.history'))).toContainText(t('follow-up:states.decision.superseded'));

  // The link leads to the newer one, where the older one stands as its predecessor.
  await part(page, t('decisions:detail.state'))
    .getByRole('link', { name: /two laboratories/u })
    .press('Enter');
  await expect(part(page, t('decisions:detail.replaces'))).toContainText('To found one laboratory.');

  await test.step('a circle is refused in words, and what was filled in stays', async () => {
    await button(page, t('decisions:state.change')).press('Enter');
    await choose(page, t('decisions:state.label'), t('follow-up:states.decision.superseded'));
    await pick(page, t('decisions:state.replacedBy'), 'one', /To found one laboratory/u);
    await button(page, t('decisions:state.save')).press('Enter');
    await expect(dialog(page).getByRole('alert')).toHaveText(
      t('errors:replacementCycle', { chain: '1.1 (20/06/2026) → 1.1 (20/01/2026) → 1.1 (20/06/2026)' }),
    );
    await expect(dialog(page)).toContainText('To found one laboratory.');
    await page.keyboard.press('Escape');
    expect((await client.decisions.get({ entryId: newer.id })).state).toBe('in_force');
  });

  await test.step('an action is linked by its words in another language, the link undone and done again', async () => {
    await pick(page, t('decisions:detail.linkAction'), 'УСТАВ', /Составить устав/u);
    const links = part(page, t('decisions:detail.links'));
    await expect(links.getByRole('link', { name: /Составить устав/u })).toBeVisible();
    expect(await linksOf(client, newer.id)).toEqual(['Составить устав лабораторий']);
    await page.getByRole('button', { name: new RegExp(t('history:linkAdd'), 'iu') }).press('Enter');
    await expect(links.getByRole('listitem')).toHaveCount(0);
    expect(await linksOf(client, newer.id)).toEqual([]);
    await pick(page, t('decisions:detail.linkAction'), 'устав', /Составить устав/u);
    await links.getByRole('link', { name: /Составить устав/u }).press('Enter');
    await expect(page).toHaveURL(new RegExp(`registers/actions\\?open=${action.id}`, 'u'));
  });

  for (const [language, scheme] of [
    ['ru', 'light'],
    ['zh', 'dark'],
  ] as const) {
    await test.step(`in ${language}, ${scheme}`, async () => {
      const words = readWords(language);
      await client.settings.update({ uiLanguage: language });
      await page.emulateMedia({ colorScheme: scheme });
      await page.evaluate((hash) => (location.hash = hash), `/registers/decisions?open=${older.id}`);
      await expect(page.getByRole('heading', { level: 1, name: words('decisions:title') })).toBeVisible();
      await expect(part(page, words('decisions:detail.state'))).toContainText(
        words('follow-up:states.decision.superseded'),
      );
      await expectAccessible(page);
    });
  }
});

test('a proposal gets an area, a partner and its funding, and is adopted as a decision', async ({ app, page }) => {
  test.setTimeout(150_000);
  const { client, newer, proposal, person } = await makeFollowUp(app);
  const session = await page.context().newCDPSession(page);
  await app.open(page);
  await page.getByRole('link', { name: t('shell:places.registers'), exact: true }).press('Enter');
  await openRecord(page, 'proposals', 'To found a joint fund.');
  const proposer = part(page, t('proposals:detail.proposer'));
  await expect(proposer).toContainText('Director');
  await expect(proposer.getByRole('link', { name: 'Anna Orlova' })).toHaveAttribute(
    'href',
    new RegExp(`/contacts/${person.id}$`, 'u'),
  );

  // An area that nobody had named yet, through an input method: the composing Enter chooses nothing.
  const areas = page.getByRole('combobox', { name: t('follow-up:areas.add'), exact: true });
  await areas.focus();
  await compose(session, ['x', 'xin cai', 'xin cai liao'], '新材料');
  await expect(page.getByRole('option', { name: t('follow-up:areas.make', { name: '新材料' }) })).toBeVisible();
  await areas.press('ArrowDown');
  await areas.press('Enter');
  await expect(part(page, t('proposals:detail.areas')).getByRole('listitem')).toHaveText(/新材料/u);

  await pick(page, t('proposals:detail.addPartner'), 'records', /Institute of Applied Records/u);
  await expect(part(page, t('proposals:detail.partners')).getByRole('link')).toHaveText('Institute of Applied Records');
  const funding = t('common:languages.fieldIn', {
    field: t('proposals:field.funding'),
    language: t('common:languages.ru'),
  });
  await page.getByRole('textbox', { name: funding, exact: true }).focus();
  await page.keyboard.type('Каждая сторона оплачивает свои расходы');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/u)).toBeVisible();

  await button(page, t('proposals:stage.change')).press('Enter');
  await choose(page, t('proposals:stage.label'), t('follow-up:states.proposal.adopted'));
  await pick(page, t('proposals:stage.decision'), 'two laboratories', /To found two laboratories/u);
  await button(page, t('proposals:stage.save')).press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const stage = part(page, t('proposals:detail.stage'));
  await expect(stage).toContainText(t('follow-up:states.proposal.adopted'));

  const stored = await client.proposals.get({ entryId: proposal.id });
  expect(stored).toMatchObject({
    stage: 'adopted',
    areas: [{ name: { en: '', ru: '', zh: '新材料' } }],
    partners: [{ name: { en: 'Institute of Applied Records' } }],
    funding: { ru: 'Каждая сторона оплачивает свои расходы' },
    decision: { id: newer.id },
  });
  await stage.getByRole('link', { name: /two laboratories/u }).press('Enter');
  await expect(part(page, t('decisions:detail.adopted'))).toContainText('To found a joint fund.');

  await test.step('the list of areas: another name, and no deletion while it is used', async () => {
    await button(page, t('follow-up:areas.open')).press('Enter');
    const name = t('common:languages.fieldIn', { field: '新材料', language: t('common:languages.en') });
    await page.getByRole('textbox', { name, exact: true }).focus();
    await page.keyboard.type('New materials');
    await page.getByRole('button', { name: /^Delete the area/u }).press('Enter');
    await expect(dialog(page).getByRole('alert')).toHaveText(t('errors:inUse', { count: 1 }));
    expect((await client.areas.list()).map((area) => area.name.en)).toEqual(['New materials']);
  });

  for (const [language, scheme] of [
    ['ru', 'dark'],
    ['zh', 'light'],
  ] as const) {
    await test.step(`in ${language}, ${scheme}`, async () => {
      const words = readWords(language);
      await page.keyboard.press('Escape');
      await client.settings.update({ uiLanguage: language });
      await page.emulateMedia({ colorScheme: scheme });
      await page.evaluate((hash) => (location.hash = hash), `/registers/proposals?open=${proposal.id}`);
      await expect(part(page, words('proposals:detail.stage'))).toContainText(
        words('follow-up:states.proposal.adopted'),
      );
      await expectAccessible(page);
    });
  }
});
