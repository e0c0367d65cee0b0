import type { Page } from '@playwright/test';
import { languages } from '#shared/domain/language.ts';
import { expect } from './app.ts';
import { action, amended, decision, group } from './day-texts.ts';
import { readDraft } from './read-draft.ts';
import { readPdfBody, squash } from './read-documents.ts';
import type { Secretary } from './secretary.ts';
import { readWords } from './words.ts';

/** Each copy has its keeper first; the journal gives a file again as it was. */
export async function signTwoCopies(secretary: Secretary): Promise<void> {
  const t = (key: string, values?: Record<string, unknown>): string => secretary.t(key, values);
  await secretary.choose(t('export:options.layout'), t('export:options.sequential'));
  await secretary.choose(t('export:copies.label'), t('export:copies.keeper'));
  await secretary.choose(t('export:counts.label'), t('export:counts.equal'));
  const files = await secretary.collect(4, () => secretary.press(t('export:save.run', { count: 4 })));
  const copies = await Promise.all(
    files.filter(({ name }) => name.endsWith('.pdf')).map(({ bytes }) => readPdfBody(bytes)),
  );
  const signers = languages.map((language) => {
    const words = readWords(language);
    return [words('documents:signatureSide.china'), words('documents:signatureSide.russia')].map(squash);
  });
  const isChineseFirst = (body: string): boolean[] =>
    signers.map(([chinese = '', russian = '']) => body.indexOf(chinese) < body.indexOf(russian));
  expect(copies.map(isChineseFirst)).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
  for (const body of copies) for (const signer of signers.flat()) expect(body).toContain(signer);
  const [one] = files;
  const [again] = await secretary.collect(1, () =>
    secretary.pressFirst(t('export:journal.againOf', { name: one?.name })),
  );
  expect(again?.bytes).toEqual(one?.bytes);
}

/** The minutes go to both participants as drafts, each in the language of its reader. */
export async function sendMinutes(secretary: Secretary): Promise<void> {
  const t = (key: string, values?: Record<string, unknown>): string => secretary.t(key, values);
  await secretary.openTab('invitations');
  await secretary.choose(t('letters:options.kind'), t('letters:kind.documents'));
  await secretary.press(t('letters:select.shown', { count: 2 }));
  const drafts = await secretary.collect(2, () => secretary.press(t('letters:options.draft', { count: 2 })));
  const letters = await Promise.all(drafts.map(readDraft));
  for (const { attachments, language } of letters) {
    expect(await readPdfBody(attachments[0]?.bytes ?? new Uint8Array())).toContain(squash(amended[language]));
  }
}

/** What came of it: the action is done, the decision fulfilled, and the dossier of the group says so. */
export async function followUp(page: Page, secretary: Secretary): Promise<void> {
  const t = (key: string, values?: Record<string, unknown>): string => secretary.t(key, values);
  const said = (texts: typeof action): string => texts[secretary.language];
  const dialog = page.getByRole('dialog');
  await secretary.goTo('registers');
  await page
    .getByRole('row', { name: said(action) })
    .getByRole('checkbox')
    .click();
  await secretary.press(t('registers:report.open'));
  await dialog.getByRole('button', { name: t('registers:report.run'), exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('row', { name: said(action) })).toContainText(t('registers:statuses.done'));

  await page.getByRole('link', { name: t('registers:registers.decisions'), exact: true }).click();
  await page
    .getByRole('row', { name: said(amended) })
    .getByRole('checkbox')
    .click();
  await secretary.press(t('decisions:state.change'));
  await dialog
    .getByRole('button', { name: t('decisions:state.label') })
    .first()
    .click();
  await page.getByRole('option', { name: t('follow-up:states.decision.fulfilled'), exact: true }).click();
  await dialog.getByRole('button', { name: t('decisions:state.save'), exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('row', { name: said(amended) })).toContainText(t('follow-up:states.decision.fulfilled'));

  await secretary.openGroup(group);
  await secretary.press(t('groups:dossier'));
  const [dossier] = await secretary.collect(1, () => secretary.press(t('dossiers:savePdf')));
  const body = await readPdfBody(dossier?.bytes ?? new Uint8Array());
  expect(body).toContain(squash(said(group)));
  expect(body).not.toContain(squash(said(decision)));
  await dialog
    .getByRole('button', { name: t('common:close'), exact: true })
    .last()
    .click();
}
