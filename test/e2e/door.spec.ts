import { expect, test } from '../support/app.ts';
import { readWords } from '../support/words.ts';

const en = readWords('en');
const zh = readWords('zh');

test('an address opens one page once; a reload keeps it; a used one is refused in a sentence', async ({
  app,
  page,
  context,
}) => {
  await app.start({ isSample: true });
  let address = '';
  page.on('framenavigated', (frame) => {
    if (frame.url().includes('#code=')) address = frame.url();
  });
  await app.open(page);
  await expect(page.getByRole('heading', { level: 1, name: en('first-run:title') })).toBeVisible();
  expect(page.url()).not.toContain('code=');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: en('first-run:title') })).toBeVisible();

  const stranger = await context.newPage();
  await stranger.goto(address);
  await expect(stranger.getByText(en('shell:refused'))).toBeVisible();
});

test('what is said to be saved survives a kill', async ({ app, page }) => {
  await app.start();
  await app.open(page);
  await page.getByRole('button', { name: en('first-run:start') }).click();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: en('shell:places.contacts') })
    .click();
  await page
    .getByRole('button', { name: en('contacts:newPerson') })
    .or(page.getByRole('link', { name: en('contacts:newPerson') }))
    .first()
    .click();
  const family = en('contacts:names.part', {
    part: en('contacts:names.family'),
    script: en('contacts:names.cyrillic'),
  });
  await page.getByRole('textbox', { name: family }).fill('Незабудкина');
  await expect(page.getByText(/^Saved \d/u)).toBeVisible();
  await app.kill();
  await app.start();
  await app.open(page);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: en('shell:places.contacts') })
    .click();
  await expect(page.getByText('Незабудкина')).toBeVisible();
});

test('the language of the screens is switched without losing what is being typed', async ({ app, page }) => {
  await app.start();
  await app.open(page);
  await page.getByRole('button', { name: en('first-run:start') }).click();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: en('shell:places.settings') })
    .click();
  const name = page.getByLabel(en('settings:secretaryName'));
  await name.click();
  await name.pressSequentially('李');
  await page.getByRole('button', { name: en('settings:uiLanguage') }).click();
  await page.getByRole('option', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: zh('settings:title') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/u);
  await expect(page.getByLabel(zh('settings:secretaryName'))).toHaveValue('李');
});
