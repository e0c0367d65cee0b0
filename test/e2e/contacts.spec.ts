import type { Page } from '@playwright/test';
import { emptyText } from '#shared/domain/language.ts';
import { type App, expect, test } from '../support/app.ts';
import { makeOrganization, makePerson } from '../support/records.ts';
import { storeRegister } from '../support/register.ts';
import { readWords } from '../support/words.ts';

/* People in three scripts as a secretary enters them: what is suggested, what is doubtful, what is known already. */

const t = readWords('en');

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const goTo = (page: Page, address: string) => page.evaluate((hash) => (location.hash = hash), `#${address}`);
const isSaved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/u)).toBeVisible();

type Script = 'latin' | 'cyrillic' | 'han';
const inScript = (what: string, script: Script) =>
  t('contacts:names.part', { part: t(`contacts:names.${what}`), script: t(`contacts:names.${script}`) });
const part = (page: Page, what: string, script: Script) =>
  page.getByRole('textbox', { name: inScript(what, script), exact: true });
const choice = (page: Page, what: string, script: Script) =>
  page.getByRole('button', { name: new RegExp(inScript(what, script)) });

async function begin(app: App, page: Page): Promise<void> {
  await app.start({ isSample: true });
  await app.open(page);
  await page.getByText('English', { exact: true }).click();
  await button(page, t('first-run:start')).click();
  await expect(heading(page)).toHaveText(t('home:title'));
}

async function openNewPerson(page: Page): Promise<void> {
  await goTo(page, '/contacts');
  await button(page, t('contacts:newPerson')).first().click();
  await expect(heading(page)).toHaveText(t('contacts:unnamed'));
}

test('a suggested form is taken over by one key and stays a suggestion until somebody confirms it', async ({
  app,
  page,
}) => {
  await begin(app, page);
  await openNewPerson(page);
  const suggestion = page.getByText('Ху Идун', { exact: true });

  await test.step('it stands beside the empty fields, which stay empty', async () => {
    await part(page, 'family', 'latin').fill('Hu');
    await part(page, 'given', 'latin').fill('Yidong');
    await expect(suggestion).toBeVisible();
    await expect(part(page, 'given', 'cyrillic')).toHaveAttribute('placeholder', 'Идун');
    await expect(part(page, 'given', 'cyrillic')).toHaveValue('');
    await isSaved(page);
  });

  await test.step('Alt+Enter in its column fills them and marks them', async () => {
    await part(page, 'patronymic', 'cyrillic').press('Alt+Enter');
    await expect(part(page, 'family', 'cyrillic')).toHaveValue('Ху');
    await expect(part(page, 'given', 'cyrillic')).toHaveValue('Идун');
    await expect(choice(page, 'source', 'cyrillic')).toContainText(t('contacts:names.sources.generated'));
    await expect(choice(page, 'scheme', 'cyrillic')).toContainText(t('names:scheme.palladius'));
    await expect(part(page, 'patronymic', 'cyrillic')).toBeFocused();
    await isSaved(page);
  });

  await test.step('the mark is there after a reload, and goes when the form is confirmed', async () => {
    await page.reload();
    const confirm = button(page, t('contacts:names.confirmNamed', { script: t('contacts:names.cyrillic') }));
    await confirm.click();
    await expect(confirm).toHaveCount(0);
    await expect(part(page, 'family', 'cyrillic')).toBeFocused();
    await expect(choice(page, 'source', 'cyrillic')).toContainText(t('contacts:names.sources.entered'));
    await isSaved(page);
    await page.reload();
    await expect(choice(page, 'source', 'cyrillic')).toContainText(t('contacts:names.sources.entered'));
    await expect(choice(page, 'scheme', 'cyrillic')).toContainText(t('names:scheme.palladius'));
    await expect(part(page, 'given', 'cyrillic')).toHaveValue('Идун');
  });
});

test('of several romanisations one is chosen; who corrects it has entered it; all of it can be undone', async ({
  app,
  page,
}) => {
  await begin(app, page);
  await openNewPerson(page);
  await part(page, 'family', 'cyrillic').fill('Щукин');
  await part(page, 'given', 'cyrillic').fill('Юрий');
  await button(page, t('contacts:names.othersFor', { script: t('contacts:names.latin') })).click();
  await page.getByRole('menuitem', { name: /BGN/u }).click();
  await expect(part(page, 'family', 'latin')).toHaveValue('Shchukin');
  await expect(choice(page, 'scheme', 'latin')).toContainText(t('names:scheme.bgn_pcgn'));
  await isSaved(page);

  await part(page, 'given', 'latin').fill('Yury');
  await expect(choice(page, 'source', 'latin')).toContainText(t('contacts:names.sources.entered'));
  await expect(choice(page, 'scheme', 'latin')).toContainText(t('contacts:names.schemeUnknown'));
  await isSaved(page);
  await page.getByRole('button', { name: /^Undo: /u }).click();
  await expect(choice(page, 'source', 'latin')).toContainText(t('contacts:names.sources.generated'));
  await page.getByRole('button', { name: /^Undo: /u }).click();
  await expect(part(page, 'family', 'latin')).toHaveValue('');
  await expect(choice(page, 'scheme', 'latin')).toContainText(t('contacts:names.schemeUnknown'));
});

test('nothing is suggested while an input method composes', async ({ app, page }) => {
  await begin(app, page);
  await openNewPerson(page);
  const session = await page.context().newCDPSession(page);
  await part(page, 'given', 'han').fill('一东');
  await part(page, 'family', 'han').focus();
  for (const text of ['h', 'hu'])
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await session.send('Input.insertText', { text: '胡' });
  await expect(page.getByText('Ху Идун', { exact: true })).toBeVisible();
  await expect(part(page, 'family', 'han')).toHaveValue('胡');
  await expect(page.getByText(/“hu/u)).toHaveCount(0);
});

test('a letter of another script and a control character are named, and the name stays as typed', async ({
  app,
  page,
}) => {
  await begin(app, page);
  await openNewPerson(page);
  const mixed = 'Kuznetsоv';
  await part(page, 'family', 'latin').fill(mixed);
  await expect(page.getByText(t('contacts:names.mixed.cyrillic', { word: mixed, letter: 'о' }))).toBeVisible();
  await expect(part(page, 'family', 'latin')).toHaveValue(mixed);
  await isSaved(page);

  await part(page, 'family', 'latin').fill('Ku\u0007znetsov');
  await expect(page.getByText(t('common:field.control', { place: 3 }))).toBeVisible();
  await page.getByRole('textbox', { name: t('contacts:person.phone') }).fill('12345');
  await part(page, 'family', 'latin').fill('Kuznetsov');
  await expect(page.getByText(t('common:field.control', { place: 3 }))).toHaveCount(0);
  await isSaved(page);
  await page.reload();
  await expect(part(page, 'family', 'latin')).toHaveValue('Kuznetsov');
  await expect(page.getByRole('textbox', { name: t('contacts:person.phone') })).toHaveValue('12345');
});

test('who is in the register already is named while a new person or organisation is typed', async ({ app, page }) => {
  await begin(app, page);
  await openNewPerson(page);
  const warning = page.getByRole('status').filter({ hasText: t('contacts:candidates.title') });
  await part(page, 'family', 'cyrillic').fill('Ху');
  await part(page, 'given', 'cyrillic').fill('Идун');
  await expect(warning.getByRole('link', { name: /^Hu Yidong/u })).toBeVisible();
  await expect(warning).toContainText(t('names:verdict.same'));
  await isSaved(page);
  await expect(warning.getByRole('link', { name: t('contacts:candidates.compare') }).first()).toHaveAttribute(
    'href',
    /#\/contacts\/duplicates\?a=[\w-]+&b=[\w-]+$/u,
  );
  await part(page, 'given', 'cyrillic').fill('Вэньли');
  await expect(warning.getByRole('link', { name: /^Hu Yidong/u })).toHaveCount(0);

  await goTo(page, '/organizations');
  await button(page, t('organizations:newOrganization')).click();
  await page.getByRole('textbox', { name: /^Abbreviation – English$/u }).fill('JITRI');
  await expect(
    warning.getByRole('link', { name: 'Jiangsu Industrial Technology Research Institute' }).first(),
  ).toBeVisible();
});

test('a person and an organisation lead to what they did', async ({ app, page }) => {
  await begin(app, page);
  await goTo(page, '/contacts');
  await page.getByRole('row').filter({ hasText: 'Kuznetsov' }).click();
  const related = section(page, t('contacts:related.title'));
  await expect(related.getByRole('heading', { level: 3 }).first()).toHaveText(
    t('contacts:related.meetings', { count: 1 }),
  );
  await related.getByRole('link', { name: /^Gave a short talk/u }).click();
  await expect(page).toHaveURL(/\/minutes\?focus=/u);
  await expect(page.locator('[data-focus]:focus-within')).toContainText('Gave a short talk');
  await page.goBack();
  await related.getByRole('link', { name: /Working Group$/u }).click();
  await expect(page).toHaveURL(/#\/groups\//u);

  await goTo(page, '/organizations');
  await page.getByRole('searchbox').fill('jitri research');
  await page
    .getByRole('row')
    .filter({ has: page.getByText('Jiangsu Industrial Technology Research Institute', { exact: true }) })
    .click();
  await expect(section(page, t('organizations:people.title')).getByRole('link', { name: /^Hu Yidong/u })).toBeVisible();
  await expect(
    section(page, t('organizations:relations.title')).getByText(t('organizations:relations.fromKinds.partOf')),
  ).toBeVisible();
  await section(page, t('organizations:related.title')).getByRole('link').first().click();
  await expect(page).toHaveURL(/#\/meetings\//u);
});

test('a past position stands below the present one, and the list finds by other scripts and spellings', async ({
  app,
  page,
}) => {
  const institute = makeOrganization();
  const position = (name: string, to: string | null) => ({
    id: crypto.randomUUID(),
    organizationId: institute.id,
    position: { ...emptyText(), en: name },
    from: null,
    to,
  });
  const person = makePerson({ affiliations: [position('Secretary', '2019-12-31'), position('Director', null)] });
  storeRegister(app.dataFolder, [person], [institute]);
  await app.start();
  await app.open(page);
  await goTo(page, `/contacts/${person.id}`);
  const positions = section(page, t('contacts:affiliations.title'));
  await expect(positions.getByRole('heading', { level: 3 })).toHaveText([
    t('contacts:affiliations.heading', { number: 1 }),
    new RegExp(t('contacts:affiliations.past')),
  ]);
  await expect(positions.getByRole('textbox', { name: /English$/u }).first()).toHaveValue('Director');

  await button(page, t('contacts:aliases.add')).click();
  await page.getByRole('textbox', { name: t('contacts:aliases.label', { number: 1 }) }).fill('Hu I-tung');
  await isSaved(page);
  await goTo(page, '/contacts');
  for (const typed of ['ху ид', 'YIDONG hu', 'i-tung']) {
    await page.getByRole('searchbox').fill(typed);
    await expect(page.getByRole('rowheader')).toHaveText(['Hu Yidong']);
  }
  await page.getByRole('searchbox').fill('xyzzy');
  await expect(page.getByText(t('common:list.nothingMatches'))).toBeVisible();
});

test('who signed an agreement is chosen from those who took part', async ({ app, page }) => {
  await begin(app, page);
  await goTo(page, '/contacts');
  await page.getByRole('row').filter({ hasText: 'Kuznetsov' }).click();
  await section(page, t('contacts:related.title')).getByRole('link').first().click();
  await button(page, t('meetings:agreements.add')).click();
  const signatories = page.getByRole('group', { name: t('meetings:signatories.title') }).last();
  await signatories.getByRole('combobox').click();
  await signatories.getByRole('combobox').pressSequentially('Kuzn');
  await page.getByRole('option', { name: /Kuznetsov/u }).click();
  await expect(signatories.getByRole('link', { name: /Kuznetsov/u })).toBeVisible();
  await isSaved(page);
  await page.reload();
  await signatories.getByRole('link', { name: /Kuznetsov/u }).click();
  await expect(
    section(page, t('contacts:related.title')).getByRole('heading', {
      name: t('contacts:related.signatures', { count: 1 }),
    }),
  ).toBeVisible();
});
