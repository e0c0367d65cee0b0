import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { type Language, languages, languageTags } from '#shared/domain/language.ts';
import { expect } from './app.ts';
import { readWords } from './words.ts';

export const ownNames: Record<Language, string> = { en: 'English', ru: 'Русский', zh: '中文' };

/** What a secretary does with the hands, by the words on the screen. */
export class Secretary {
  readonly #page: Page;
  #language: Language;
  #words: ReturnType<typeof readWords>;

  constructor(page: Page, language: Language) {
    this.#page = page;
    this.#language = language;
    this.#words = readWords(language);
  }

  /** The language of the screens. */
  get language(): Language {
    return this.#language;
  }

  /** What stands on the screen under a key of the catalogues. */
  t(key: string, values?: Record<string, unknown>): string {
    return this.#words(key, values);
  }

  /** Has the screens speak another language from here on. */
  async speak(language: Language): Promise<void> {
    if (language === this.#language) return;
    await this.goTo('settings');
    await this.choose(this.t('settings:uiLanguage'), ownNames[language]);
    this.#language = language;
    this.#words = readWords(language);
    await expect(this.#page.getByRole('heading', { level: 1, name: this.t('settings:title') })).toBeVisible();
  }

  /** Takes a choice of a closed list. */
  async choose(label: string, choice: string): Promise<void> {
    await this.#page.getByRole('button', { name: label }).first().click();
    await this.#page.getByRole('option', { name: choice, exact: true }).click();
  }

  async goTo(place: string): Promise<void> {
    await this.#page
      .getByRole('navigation')
      .getByRole('link', { name: this.t(`shell:places.${place}`), exact: true })
      .click();
  }

  /** By its title in the list of meetings. */
  async openMeeting(title: Record<Language, string>): Promise<void> {
    await this.goTo('meetings');
    await this.#openRow(title);
  }

  async openGroup(name: Record<Language, string>): Promise<void> {
    await this.goTo('groups');
    await this.#openRow(name);
  }

  async #openRow(texts: Record<Language, string>): Promise<void> {
    const name = texts[this.#language];
    const row = this.#page.getByRole('row', { name });
    await this.#page.getByRole('link', { name }).or(row).first().click();
  }

  /** Notes for one side after the other that it agrees, as the dialog proposes. */
  async agree(sides: number): Promise<void> {
    const name = new RegExp(this.t('agreement:sides.recordOf', { side: '.*' }), 'u');
    const waiting = this.#page.getByRole('button', { name });
    for (let left = sides; left > 0; left--) {
      await expect(waiting).toHaveCount(left);
      await waiting.first().click();
      await this.press(this.t(left === 1 ? 'agreement:agree.runLast' : 'agreement:agree.run'));
      await expect(this.#page.getByRole('dialog')).toHaveCount(0, { timeout: 30_000 });
    }
  }

  async openTab(tab: string): Promise<void> {
    const name = this.t(`meetings:tab.${tab}`);
    await this.#page
      .getByRole('main')
      .getByRole('link', { name, exact: true })
      .or(this.#page.getByRole('tab', { name, exact: true }))
      .click();
  }

  async press(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).click();
  }

  /** A button or link that an empty list may offer twice. */
  async pressFirst(name: string): Promise<void> {
    const button = this.#page.getByRole('button', { name, exact: true });
    await button
      .or(this.#page.getByRole('link', { name, exact: true }))
      .first()
      .click();
  }

  namePart(part: string, script: string): Locator {
    const name = this.t('contacts:names.part', {
      part: this.t(`contacts:names.${part}`),
      script: this.t(`contacts:names.${script}`),
    });
    return this.#page.getByRole('textbox', { name, exact: true });
  }

  /** One field in its three languages. */
  async fill(field: string, texts: Record<Language, string>): Promise<void> {
    for (const language of languages) {
      const name = this.t('common:languages.fieldIn', { field, language: this.t(`common:languages.${language}`) });
      await this.#page.getByRole('textbox', { name, exact: true }).first().fill(texts[language]);
    }
  }

  /** Types into a picker and takes the offered record. */
  async pick(label: string, name: string): Promise<void> {
    const field = this.#page.getByRole('combobox', { name: label });
    // Not fill(), which scrolls at the same moment: a list closes when the page moves under it.
    await field.click();
    await field.pressSequentially(name);
    await this.#page.getByRole('option', { name }).first().click();
  }

  /** The word in the top bar, which is only there after the commit. */
  async isSaved(): Promise<void> {
    await expect(
      this.#page.getByText(new RegExp(this.t('common:saving.saved', { time: '\\d\\d:\\d\\d:\\d\\d' }))).first(),
    ).toBeVisible();
  }

  /** Keys and texts in turn, into whatever has the focus. */
  async takeDown(...strokes: string[]): Promise<void> {
    for (const stroke of strokes) {
      if (/^(?:Enter|Escape|Tab|Control\+.+)$/u.test(stroke)) await this.#page.keyboard.press(stroke);
      else await this.#page.keyboard.type(stroke);
    }
  }

  /** Writes an entry in three languages. */
  async translate(kind: string, number: string, texts: Record<Language, string>): Promise<void> {
    const name = `${this.t(`minutes:kind.${kind}`)} ${number}`.trim();
    for (const language of languages) {
      await this.#page
        .getByRole('textbox', { name: new RegExp(`^${name}.*${this.t(`common:languages.${language}`)}`, 'iu') })
        .last()
        .fill(texts[language]);
    }
    await this.isSaved();
  }

  /** On the screen «Review and translate»: from gap to gap by keyboard alone. */
  async translateGaps(into: readonly Language[], texts: readonly Record<Language, string>[]): Promise<void> {
    await expect(this.#page.getByRole('columnheader').first()).toBeVisible();
    const field = this.#page.locator('textarea:focus');
    for (const text of texts) {
      for (const language of into) {
        await this.#page.keyboard.press('F8');
        await expect(field).toHaveAttribute('lang', languageTags[language]);
        await expect(field).toHaveValue('');
        await this.#page.keyboard.insertText(text[language]);
      }
    }
    await this.isSaved();
  }

  /** A text of the grid of that screen. */
  cell(row: string, language: Language): Locator {
    const name = this.t('common:languages.fieldIn', { field: row, language: this.languageName(language) });
    return this.#page.getByRole('textbox', { name, exact: true });
  }

  languageName(language: Language): string {
    return this.t(`common:languages.${language}`);
  }

  /** Saves a file for each language. */
  async exportAll(count: number): Promise<Paper[]> {
    await this.choose(this.t('export:options.layout'), this.t('export:options.single'));
    return this.collect(count, () => this.press(this.t('export:save.run', { count })));
  }

  /** The files that come out of what `work` does. */
  async collect(count: number, work: () => Promise<void>): Promise<Paper[]> {
    const papers: Promise<Paper>[] = [];
    let tellDone = (): void => undefined;
    const done = new Promise<void>((resolve) => (tellDone = resolve));
    const take = (download: Download): void => {
      papers.push(download.path().then((path) => ({ name: download.suggestedFilename(), bytes: readFileSync(path) })));
      if (papers.length === count) tellDone();
    };
    this.#page.on('download', take);
    await work();
    await done;
    this.#page.off('download', take);
    return Promise.all(papers);
  }

  /** Gives the page a file when it asks for one. */
  async hand(name: string, mimeType: string, buffer: Buffer, work: () => Promise<void>): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser');
    await work();
    await (await chooser).setFiles({ name, mimeType, buffer });
  }
}

/** A file as it comes out. */
export interface Paper {
  name: string;
  bytes: Uint8Array;
}
