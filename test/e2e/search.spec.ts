import type { Page } from '@playwright/test';
import type { Language } from '#shared/domain/language.ts';
import { type App, expect, test } from '../support/app.ts';
import { readWords } from '../support/words.ts';

/*
 * What a secretary types in a hurry, in whatever script or layout the keyboard happens to be, and the record that must
 * stand first. The sample's Hu Yidong has no attested characters, so the test enters a Hu of its own who has. In one
 * language of the screens: what is found does not depend on it.
 */

const ownNames: Record<Language, string> = { en: 'English', ru: 'Русский', zh: '中文' };
const huYidong = { en: 'Hu Yidong', ru: 'Ху Идун', zh: 'Hu Yidong' };
const kuznetsov = {
  en: 'Kuznetsov Anton Borisovich',
  ru: 'Кузнецов Антон Борисович',
  zh: 'Kuznetsov Anton Borisovich',
};
const jitri = {
  en: 'Jiangsu Industrial Technology Research Institute',
  ru: 'Цзянсуский исследовательский институт промышленных технологий',
  zh: '江苏省产业技术研究院',
};
const huMinzhe = { en: 'Hu Minzhe', ru: 'Hu Minzhe', zh: '胡敏哲' };

/** Typed, the record that must come first, and the key of the reason that must stand beside it; null: the name shows it. */
const searches: [typed: string, first: Record<Language, string>, why: string | null][] = [
  ['Ху', huYidong, null],
  ['hu yi', huYidong, null],
  ['胡', huMinzhe, null],
  ['Рг Нш', huYidong, 'search:why.keyboardLayout'],
  ['Reptyw', kuznetsov, 'search:why.keyboardLayout'],
  ['кузнец', kuznetsov, null],
  ['Kusnezow', kuznetsov, 'search:why.otherScript'],
  ['Кузнецво', kuznetsov, 'search:why.typo'],
  ['JITRI', jitri, null],
  ['产业', jitri, null],
];

for (const language of ['ru'] as const) {
  test(`what is typed finds the right record first, in ${ownNames[language]}`, async ({ app, page }) => {
    const t = readWords(language);
    await begin(app, page, language);
    await enterHuMinzhe(page, t);
    await goTo(page, t('shell:places.search'));
    const field = page.getByRole('searchbox', { name: t('search:field') });
    for (const [typed, first, why] of searches) {
      await test.step(typed, async () => {
        await field.fill(typed);
        await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(typed).replaceAll('%20', '(%20|\\+)')}`, 'iu'));
        const best = page.getByRole('main').getByRole('listitem').first();
        await expect(best.getByRole('link')).toHaveText(first[language]);
        if (why !== null) await expect(best).toContainText(t(why, { query: '' }).trim());
      });
    }
  });
}

async function begin(app: App, page: Page, language: Language): Promise<void> {
  await app.start({ isSample: true });
  await app.open(page);
  await page.getByText(ownNames[language], { exact: true }).click();
  await page.getByRole('button', { name: readWords(language)('first-run:start') }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
}

async function enterHuMinzhe(page: Page, t: ReturnType<typeof readWords>): Promise<void> {
  await goTo(page, t('shell:places.contacts'));
  await page
    .getByRole('button', { name: t('contacts:newPerson'), exact: true })
    .first()
    .click();
  const part = (name: string, script: string) =>
    page.getByRole('textbox', {
      name: t('contacts:names.part', { part: t(`contacts:names.${name}`), script: t(`contacts:names.${script}`) }),
      exact: true,
    });
  await part('family', 'latin').fill('Hu');
  await part('given', 'latin').fill('Minzhe');
  await part('family', 'han').fill('胡');
  await part('given', 'han').fill('敏哲');
  await expect(
    page.getByText(new RegExp(t('common:saving.saved', { time: '\\d\\d:\\d\\d:\\d\\d' }))).first(),
  ).toBeVisible();
}
