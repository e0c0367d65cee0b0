import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { type Language, languages } from '#shared/domain/language.ts';
import { expect, test } from '../support/app.ts';
import { readDocxBody, readPdfBody, squash } from '../support/read-documents.ts';
import { readWords } from '../support/words.ts';

/*
 * The secretary's round, as README tells it, once in each language of the screens. Every issue adds to this story;
 * nothing in it reaches behind the page, apart from reading the exported files.
 */

test.use({ actionTimeout: 10_000 });

const ownNames: Record<Language, string> = { en: 'English', ru: 'Русский', zh: '中文' };

const secretaryName = { en: 'Ли На', ru: 'Ли На', zh: 'Ли На' };
const institute = { en: 'Institute of Polar Materials', ru: 'Институт полярных материалов', zh: '极地材料研究所' };
const orlova = { en: 'Orlova Vera', ru: 'Орлова Вера Павловна', zh: '奥尔洛娃' };
/** What a ministry sends: one new person, one who is in the register under her full name. */
const list = 'ФИО;E-mail\r\nЛинь Сяотун;lin@example.cn\r\nОрлова В. П.;orlova@example.ru\r\n';
const position = { en: 'Director', ru: 'директор', zh: '所长' };
const title = {
  en: 'Third meeting on polar materials',
  ru: 'Третье заседание по полярным материалам',
  zh: '极地材料第三次会议',
};
const item = { en: 'Joint laboratory', ru: 'О совместной лаборатории', zh: '关于联合实验室' };
const speech = {
  en: 'Reported on the state of the laboratory.',
  ru: 'Доложила о состоянии лаборатории.',
  zh: '汇报了实验室的情况。',
};
const decision = {
  en: 'To open the joint laboratory in 2027.',
  ru: 'Открыть совместную лабораторию в 2027 году.',
  zh: '决定于2027年成立联合实验室。',
};
const action = { en: 'Prepare the draft statute.', ru: 'Подготовить проект положения.', zh: '起草章程草案。' };

for (const language of languages) {
  test(`a working day, in ${ownNames[language]}`, async ({ app, page }) => {
    const t = readWords(language);
    const secretary = new Secretary(page, t);

    await test.step('first run', async () => {
      await app.start();
      await app.open(page);
      await page.getByText(ownNames[language], { exact: true }).click();
      await page.getByLabel(t('first-run:name')).fill(secretaryName.ru);
      await secretary.press(t('first-run:start'));
      await expect(page.getByRole('heading', { level: 1, name: t('home:title') })).toBeVisible();
    });

    await test.step('an organisation in three languages', async () => {
      await secretary.goTo('contacts');
      await page.getByRole('link', { name: t('contacts:organizations'), exact: true }).click();
      await secretary.pressFirst(t('organizations:newOrganization'));
      await secretary.fill(t('organizations:field.name'), institute);
      await secretary.isSaved();
    });

    await test.step('a contact in three scripts, with a position', async () => {
      await secretary.goTo('contacts');
      await secretary.pressFirst(t('contacts:newPerson'));
      await secretary.namePart('family', 'latin').fill('Orlova');
      await secretary.namePart('given', 'latin').fill('Vera');
      await secretary.namePart('family', 'cyrillic').fill('Орлова');
      await secretary.namePart('given', 'cyrillic').fill('Вера');
      await secretary.namePart('patronymic', 'cyrillic').fill('Павловна');
      await secretary.namePart('family', 'han').fill('奥尔洛娃');
      await secretary.pick(t('contacts:affiliations.add'), institute[language]);
      await secretary.fill(t('contacts:affiliations.position'), position);
      await secretary.isSaved();
    });

    await test.step('a form in another script is suggested, taken over with one key and confirmed', async () => {
      await secretary.goTo('contacts');
      await secretary.pressFirst(t('contacts:newPerson'));
      await secretary.namePart('family', 'latin').fill('Hu');
      await secretary.namePart('given', 'latin').fill('Minzhe');
      await expect(page.getByText('Ху Миньчжэ')).toBeVisible();
      await secretary.namePart('family', 'cyrillic').press('Alt+Enter');
      await expect(secretary.namePart('given', 'cyrillic')).toHaveValue('Миньчжэ');
      await secretary.press(t('contacts:names.confirmNamed', { script: t('contacts:names.cyrillic') }));
      await secretary.isSaved();
    });

    await test.step('a list of another office comes in; who was known already is merged', async () => {
      await secretary.goTo('contacts');
      await secretary.pressFirst(t('contacts:import'));
      const chooser = page.waitForEvent('filechooser');
      await secretary.press(t('exchange:file.choose'));
      await (await chooser).setFiles({ name: 'список.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
      await secretary.press(t('exchange:check.run'));
      const suspected = page
        .getByRole('row')
        .filter({ hasText: 'Орлова В. П.' })
        .filter({ hasText: t('exchange:fate.suspected') });
      await expect(suspected).toHaveCount(1);
      await suspected.getByRole('button').press('Enter');
      await page.getByRole('menuitemradio', { name: t('exchange:decide.create') }).click();
      await secretary.press(t('exchange:run.people', { count: 2, formatted: '2' }));
      await page.getByRole('link', { name: t('exchange:result.duplicates') }).click();
      await expect(page.getByRole('listbox', { name: t('duplicates:pairs') }).getByRole('option')).toHaveCount(1);
      await expect(page.getByRole('listbox', { name: t('duplicates:pairs') })).toBeFocused();
      // Both records are on screen before anybody decides.
      const merge = page.getByRole('button', { name: new RegExp(orlova[language], 'u') }).last();
      await expect(merge).toBeVisible();
      await page.keyboard.press('m');
      await expect(merge).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByText(t('duplicates:mergeDone'))).toBeVisible();
    });

    await test.step('found on the wrong keyboard layout, and by the spelling that came with the list', async () => {
      await secretary.goTo('search');
      for (const typed of ['jhkjd', 'Орлова В. П.']) {
        await page.getByRole('searchbox', { name: t('search:field') }).fill(typed);
        await expect(page.getByRole('main').getByRole('listitem').first().getByRole('link')).toHaveText(
          orlova[language],
        );
      }
    });

    await test.step('a meeting', async () => {
      await secretary.goTo('meetings');
      await secretary.pressFirst(t('meetings:newMeeting'));
      await secretary.fill(t('meetings:overview.title'), title);
      await secretary.isSaved();
    });

    await test.step('agenda', async () => {
      await secretary.openTab('agenda');
      const field = page.getByLabel(t('meetings:agenda.new'), { exact: true });
      await field.fill(item[language]);
      await field.press('Enter');
      await secretary.fill(t('meetings:agenda.itemTitle'), item);
      await secretary.isSaved();
    });

    await test.step('participants', async () => {
      await secretary.openTab('participants');
      await secretary.pick(t('meetings:participants.fromRegister'), orlova[language]);
      await expect(page.getByText(position[language]).first()).toBeVisible();
    });

    await test.step('the minutes are taken live, hands on the keyboard', async () => {
      await page.getByRole('link', { name: t('meetings:takeMinutes') }).click();
      await page.getByRole('button', { name: t('live:header.start') }).press('Enter');
      await expect(page.getByRole('button', { name: t('live:header.end') })).toBeVisible();
      await page.keyboard.press('Control+J');
      await page.keyboard.press('F2');
      await page.keyboard.type(orlova[language]);
      await secretary.takeDown('Enter', speech[language], 'Enter');
      await secretary.takeDown(`= ${decision[language]}`, 'Enter', 'Control+3', action[language], 'Tab');
      await page.keyboard.type(orlova[language]);
      await secretary.takeDown('Enter', 'Escape', 'Enter');
      await secretary.isSaved();
      const row = (name: string) => page.getByRole('group', { name, exact: true });
      await expect(row(t('minutes:kind.speech')).getByRole('combobox').first()).toHaveValue(orlova[language]);
      await expect(row(`${t('minutes:kind.decision')} 1.1`).getByRole('textbox')).toHaveValue(decision[language]);
      await expect(row(`${t('minutes:kind.action')} 1.1`).getByText(orlova[language])).toBeVisible();
    });

    await test.step('a slip is put right in all of the minutes, and taken back', async () => {
      await secretary.takeDown('Control+J', `s/${decision[language]}/X/`, 'Enter');
      await secretary.press(t('live:find.run', { count: 1, formatted: '1' }));
      const decided = page.getByRole('group', { name: `${t('minutes:kind.decision')} 1.1`, exact: true });
      await expect(decided.getByRole('textbox')).toHaveValue('X');
      await page.keyboard.press('Control+Z');
      await expect(decided.getByRole('textbox')).toHaveValue(decision[language]);
    });

    await test.step('the meeting ends; the other two languages follow', async () => {
      await page.keyboard.press('Control+Shift+E');
      await secretary.press(t('live:header.endNow'));
      await expect(page.getByRole('img').first()).toBeVisible({ timeout: 30_000 });
      await secretary.openTab('minutes');
      await secretary.translate('speech', '', speech);
      await secretary.translate('decision', '1.1', decision);
      await secretary.translate('action', '1.1', action);
    });

    await test.step('undo and redo', async () => {
      await page
        .getByRole('button', { name: t('minutes:remove', { name: `${t('minutes:kind.action')} 1.1` }) })
        .click();
      await expect(page.getByText(action.zh)).toBeHidden();
      await page.getByRole('button', { name: new RegExp(t('shell:undo.named', { what: '.*' })) }).click();
      await expect(page.getByText(action.zh)).toBeVisible();
    });

    await test.step('export, and the texts are in the files', async () => {
      await secretary.openTab('export');
      await expect(page.getByRole('img').first()).toBeVisible({ timeout: 30_000 });
      const files = await secretary.exportAll(6);
      for (const inLanguage of languages) {
        const pdf = files.find(({ name }) => name.includes(`(${inLanguage.toUpperCase()})`) && name.endsWith('.pdf'));
        const docx = files.find(({ name }) => name.includes(`(${inLanguage.toUpperCase()})`) && name.endsWith('.docx'));
        const bodies = [
          await readPdfBody(pdf?.bytes ?? new Uint8Array()),
          readDocxBody(docx?.bytes ?? new Uint8Array()),
        ];
        for (const body of bodies) {
          for (const text of [title, item, speech, decision, action, institute, position, secretaryName]) {
            expect(body).toContain(squash(text[inLanguage]));
          }
        }
      }
    });

    await test.step('closed and opened again, all is there', async () => {
      expect(await app.stop()).toBe(0);
      await app.start();
      await app.open(page);
      await expect(page.getByRole('heading', { level: 1, name: t('home:title') })).toBeVisible();
      await secretary.goTo('meetings');
      await page
        .getByRole('link', { name: title[language] })
        .or(page.getByRole('row', { name: title[language] }))
        .first()
        .click();
      await secretary.openTab('minutes');
      for (const text of [speech, decision, action]) {
        for (const inLanguage of languages) await expect(page.getByText(text[inLanguage])).toBeVisible();
      }
      await secretary.goTo('registers');
      await expect(page.getByText(action[language])).toBeVisible();
      await secretary.goTo('contacts');
      await expect(
        page.getByText({ en: 'Orlova Vera', ru: 'Орлова Вера Павловна', zh: '奥尔洛娃' }[language]),
      ).toBeVisible();
    });
  });
}

/** What a secretary does with the hands, by the words on the screen. */
class Secretary {
  readonly #page: Page;
  readonly #t: (key: string, values?: Record<string, unknown>) => string;

  constructor(page: Page, t: (key: string, values?: Record<string, unknown>) => string) {
    this.#page = page;
    this.#t = t;
  }

  async goTo(place: string): Promise<void> {
    await this.#page
      .getByRole('navigation')
      .getByRole('link', { name: this.#t(`shell:places.${place}`), exact: true })
      .click();
  }

  async openTab(tab: string): Promise<void> {
    const name = this.#t(`meetings:tab.${tab}`);
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
    const name = this.#t('contacts:names.part', {
      part: this.#t(`contacts:names.${part}`),
      script: this.#t(`contacts:names.${script}`),
    });
    return this.#page.getByRole('textbox', { name, exact: true });
  }

  /** One field in its three languages. */
  async fill(field: string, texts: Record<Language, string>): Promise<void> {
    for (const language of languages) {
      const name = this.#t('common:languages.fieldIn', { field, language: this.#t(`common:languages.${language}`) });
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
      this.#page.getByText(new RegExp(this.#t('common:saving.saved', { time: '\\d\\d:\\d\\d:\\d\\d' }))).first(),
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
    const name = `${this.#t(`minutes:kind.${kind}`)} ${number}`.trim();
    for (const language of languages) {
      await this.#page
        .getByRole('textbox', { name: new RegExp(`^${name}.*${this.#t(`common:languages.${language}`)}`, 'iu') })
        .last()
        .fill(texts[language]);
    }
    await this.isSaved();
  }

  async exportAll(count: number): Promise<{ name: string; bytes: Uint8Array }[]> {
    const downloads: Promise<{ name: string; bytes: Uint8Array }>[] = [];
    const done = new Promise<void>((resolve) => {
      this.#page.on('download', (download) => {
        downloads.push(
          download.path().then((path) => ({ name: download.suggestedFilename(), bytes: readFileSync(path) })),
        );
        if (downloads.length === count) resolve();
      });
    });
    await this.press(this.#t('minutes:export.run'));
    await done;
    return Promise.all(downloads);
  }
}
