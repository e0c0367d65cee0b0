import type { Page } from '@playwright/test';
import { type Language, languages } from '#shared/domain/language.ts';
import { expect } from './app.ts';
import type { Secretary } from './secretary.ts';

const partner: Record<Language, string> = {
  en: 'Institute of Northern Studies',
  ru: 'Институт северных исследований',
  zh: '北方研究所',
};
const passphrase = 'пять слов и одна запятая';

/** What was deleted comes back; a backup goes out with a passphrase, and what was lost after it comes back by it. */
export async function keepSafe(page: Page, secretary: Secretary): Promise<void> {
  const t = (key: string, values?: Record<string, unknown>): string => secretary.t(key, values);
  const name = partner[secretary.language];
  const dialog = page.getByRole('dialog');
  const row = page.getByRole('row', { name });
  const openOrganizations = async (): Promise<void> => {
    await secretary.goTo('contacts');
    await page.getByRole('link', { name: t('contacts:organizations'), exact: true }).click();
  };
  const remove = async (): Promise<void> => {
    await openOrganizations();
    await page.getByRole('link', { name }).or(row).first().click();
    await secretary.press(t('organizations:remove'));
    await expect(row).toHaveCount(0);
  };

  await openOrganizations();
  await secretary.pressFirst(t('organizations:newOrganization'));
  await secretary.fill(t('organizations:field.name'), partner);
  await secretary.isSaved();
  await remove();
  await secretary.goTo('settings');
  await secretary.pressFirst(t('trash:open'));
  await secretary.press(t('trash:restoreNamed', { name }));
  await expect(page.getByText(t('trash:restored'))).toBeVisible();

  await secretary.goTo('settings');
  await secretary.press(t('backups:saveFile'));
  await dialog.getByLabel(t('backups:save.passphrase'), { exact: true }).fill(passphrase);
  await dialog.getByLabel(t('backups:save.again')).fill(passphrase);
  const [file] = await secretary.collect(1, () =>
    dialog.getByRole('button', { name: t('backups:save.confirm'), exact: true }).click(),
  );
  if (file === undefined) throw new Error('no backup came');
  const bytes = Buffer.from(file.bytes);
  expect(bytes.toString('latin1', 0, 21)).toBe('age-encryption.org/v1');
  for (const language of languages) expect(bytes.includes(partner[language])).toBe(false);

  await remove();
  await secretary.goTo('settings');
  await secretary.hand(file.name, 'application/octet-stream', bytes, () => secretary.press(t('backups:fromFile')));
  await dialog.getByLabel(t('backups:preview.passphrase')).fill(passphrase);
  await dialog.getByRole('button', { name: t('backups:preview.open'), exact: true }).click();
  await expect(dialog.getByText(name)).toBeVisible();
  await dialog.getByRole('button', { name: t('backups:preview.confirm'), exact: true }).click();
  await expect(page.getByText(t('backups:restored'))).toBeVisible();
  await openOrganizations();
  await expect(row).toBeVisible();
}
