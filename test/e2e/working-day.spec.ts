import { type Language, languages, languageTags } from '#shared/domain/language.ts';
import { expect, test } from '../support/app.ts';
import { addComments, packParts, unpackParts } from '../support/commented-docx.ts';
import { followUp, sendMinutes, signTwoCopies } from '../support/day-after.ts';
import { keepSafe } from '../support/day-safe.ts';
import { readDraft } from '../support/read-draft.ts';
import { readDocxBody, readPdfBody, squash } from '../support/read-documents.ts';
import { readSealed } from '../support/read-zip.ts';
import {
  action,
  amended,
  byTelephone,
  decision,
  group,
  hu,
  inWord,
  institute,
  item,
  list,
  orlova,
  position,
  secretaryName,
  speech,
  title,
} from '../support/day-texts.ts';
import { ownNames, Secretary } from '../support/secretary.ts';

/*
 * The secretary's round, as README tells it. Every issue adds to this story; nothing in it reaches behind the page,
 * apart from reading the exported files. The screens speak one language in the morning, another during the meeting and
 * the third afterwards; under `npm run promises` the whole day passes in each of them.
 */
const days: readonly [morning: Language, meeting: Language, afterwards: Language][] =
  process.env.TRILOGUE_WHOLE_DAYS === undefined
    ? [['en', 'ru', 'zh']]
    : languages.map((language) => [language, language, language]);

test.use({ actionTimeout: 10_000 });
// It has grown with every issue; a busy machine needs its time.
test.setTimeout(240_000);

for (const day of days) {
  test(`a working day, in ${day.map((language) => ownNames[language]).join(', ')}`, async ({ app, page }) => {
    const [morning, during, afterwards] = day;
    const others = languages.filter((language) => language !== during);
    const secretary = new Secretary(page, morning);
    const t = (key: string, values?: Record<string, unknown>): string => secretary.t(key, values);
    const said = (texts: Record<Language, string>): string => texts[secretary.language];
    const countryName = (code: string): string =>
      new Intl.DisplayNames(languageTags[secretary.language], { type: 'region' }).of(code) ?? code;

    await test.step('first run', async () => {
      await app.start();
      await app.open(page);
      await page.getByText(ownNames[morning], { exact: true }).click();
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
      await secretary.pick(t('contacts:person.country'), countryName('RU'));
      await secretary.pick(t('contacts:affiliations.add'), said(institute));
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
      await secretary.pick(t('contacts:person.country'), countryName('CN'));
      await secretary.isSaved();
    });

    await test.step('a list of another office comes in; who was known already is merged', async () => {
      await secretary.goTo('contacts');
      await secretary.pressFirst(t('contacts:import'));
      await secretary.hand('список.csv', 'text/csv', Buffer.from(list), () =>
        secretary.press(t('exchange:file.choose')),
      );
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
      const merge = page.getByRole('button', { name: new RegExp(said(orlova), 'u') }).last();
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
        await expect(page.getByRole('main').getByRole('listitem').first().getByRole('link')).toHaveText(said(orlova));
      }
    });

    await test.step('a working group of two sides and its members', async () => {
      await secretary.goTo('groups');
      await secretary.pressFirst(t('groups:newGroup'));
      await secretary.fill(t('groups:field.name'), group);
      for (const country of ['CN', 'RU']) await secretary.pick(t('groups:sides.add'), countryName(country));
      for (const member of [hu, orlova]) await secretary.pick(t('groups:members.addPerson'), said(member));
      await secretary.isSaved();
    });

    await test.step('a meeting of the group', async () => {
      await secretary.speak(during);
      await secretary.openGroup(group);
      await secretary.press(t('groups:meetings.new'));
      await expect(page.getByRole('navigation', { name: t('meetings:tabs') })).toBeVisible();
      await secretary.fill(t('meetings:overview.title'), title);
      await secretary.isSaved();
    });

    await test.step('agenda', async () => {
      await secretary.openTab('agenda');
      const field = page.getByLabel(t('meetings:agenda.new'), { exact: true });
      await field.fill(said(item));
      await field.press('Enter');
      await secretary.fill(t('meetings:agenda.itemTitle'), item);
      await secretary.isSaved();
    });

    await test.step('participants', async () => {
      await secretary.openTab('participants');
      for (const person of [hu, orlova]) {
        await secretary.pick(t('meetings:participants.fromRegister'), said(person));
      }
      await expect(page.getByText(said(position)).first()).toBeVisible();
    });

    await test.step('invitations go out as drafts, each in the language of its reader; one confirms', async () => {
      await secretary.openTab('invitations');
      const drafts = await secretary.collect(2, () => secretary.press(t('letters:options.draft', { count: 2 })));
      const letters = await Promise.all(drafts.map(readDraft));
      expect(letters.map(({ language }) => language).sort()).toEqual(['ru', 'zh']);
      for (const { attachments } of letters) {
        expect(attachments.map(({ name }) => name.slice(name.lastIndexOf('.'))).sort()).toEqual([
          '.ics',
          '.pdf',
          '.pdf',
        ]);
      }
      await secretary.press(t('letters:sent.markAll', { count: 2 }));
      await expect(page.getByText(t('letters:sent.marked', { count: 2 }))).toBeVisible();
    });

    await test.step('the minutes are taken live, hands on the keyboard', async () => {
      await page.getByRole('link', { name: t('meetings:takeMinutes') }).click();
      await page.getByRole('button', { name: t('live:header.start') }).press('Enter');
      await expect(page.getByRole('button', { name: t('live:header.end') })).toBeVisible();
      await page.keyboard.press('Control+J');
      await page.keyboard.press('F2');
      await page.keyboard.type(said(orlova));
      await secretary.takeDown('Enter', said(speech), 'Enter');
      await secretary.takeDown(`= ${said(decision)}`, 'Enter', 'Control+3', said(action), 'Tab');
      await page.keyboard.type(said(orlova));
      await secretary.takeDown('Enter', 'Escape', 'Enter');
      await secretary.isSaved();
      const row = (name: string) => page.getByRole('group', { name, exact: true });
      await expect(row(t('minutes:kind.speech')).getByRole('combobox').first()).toHaveValue(said(orlova));
      await expect(row(`${t('minutes:kind.decision')} 1.1`).getByRole('textbox')).toHaveValue(said(decision));
      await expect(row(`${t('minutes:kind.action')} 1.1`).getByText(said(orlova))).toBeVisible();
    });

    await test.step('a slip is put right in all of the minutes, and taken back', async () => {
      await secretary.takeDown('Control+J', `s/${said(decision)}/X/`, 'Enter');
      await secretary.press(t('live:find.run', { count: 1, formatted: '1' }));
      const decided = page.getByRole('group', { name: `${t('minutes:kind.decision')} 1.1`, exact: true });
      await expect(decided.getByRole('textbox')).toHaveValue('X');
      await page.keyboard.press('Control+Z');
      await expect(decided.getByRole('textbox')).toHaveValue(said(decision));
    });

    await test.step('the meeting ends; the other two languages follow, from gap to gap', async () => {
      await page.keyboard.press('Control+Shift+E');
      await secretary.press(t('live:header.endNow'));
      await secretary.speak(afterwards);
      await secretary.openMeeting(title);
      await secretary.openTab('review');
      await secretary.translateGaps(others, [speech, decision, action]);
    });

    await test.step('a changed source leaves its translations outdated until somebody has said so', async () => {
      const row = `${t('minutes:kind.decision')} 1.1`;
      const outdated = page.getByRole('button', { name: new RegExp(t('translations:rightOf', { field: row }), 'u') });
      await secretary.cell(row, during).fill(decision[during].slice(0, -1));
      await expect(outdated).toHaveCount(2);
      await secretary.cell(row, during).fill(decision[during]);
      for (const inLanguage of others) {
        await secretary.cell(row, inLanguage).focus();
        await page.keyboard.press('Alt+Enter');
      }
      await expect(outdated).toHaveCount(0);
      for (const inLanguage of languages) {
        await secretary.press(t('translations:column.menu', { language: secretary.languageName(inLanguage) }));
        await page.getByRole('menuitem', { name: t('translations:column.reviewed') }).click();
      }
      await secretary.isSaved();
      await secretary.openTab('minutes');
    });

    await test.step('undo and redo', async () => {
      await page
        .getByRole('button', { name: t('minutes:remove', { name: `${t('minutes:kind.action')} 1.1` }) })
        .click();
      await expect(page.getByText(action.zh)).toBeHidden();
      await page.getByRole('button', { name: new RegExp(t('shell:undo.named', { what: '.*' })) }).click();
      await expect(page.getByText(action.zh)).toBeVisible();
    });

    await test.step('the minutes go round; one comment is made by telephone, one in the Word file', async () => {
      await secretary.openTab('agreement');
      await secretary.press(t('agreement:rounds.circulate'));
      const drafts = await secretary.collect(2, () =>
        secretary.press(t('agreement:letters.circulateRun', { count: 2 })),
      );
      const letters = await Promise.all(drafts.map(readDraft));
      const word = letters
        .find(({ language }) => language === 'ru')
        ?.attachments.find(({ name }) => name.endsWith('.docx'));
      await secretary.press(t('agreement:comments.add'));
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: t('agreement:comment.author') }).fill(said(hu));
      await dialog.getByRole('textbox', { name: t('agreement:comment.text'), exact: true }).fill(byTelephone);
      await dialog.getByRole('button', { name: t('common:add') }).click();
      const commented = packParts(
        addComments(unpackParts(word?.bytes ?? new Uint8Array()), [
          { author: orlova.ru, text: [inWord], on: decision.ru },
        ]),
      );
      await secretary.hand('замечания.docx', 'application/octet-stream', Buffer.from(commented), () =>
        secretary.press(t('agreement:comments.fromFile')),
      );
      await secretary.press(t('agreement:file.take', { count: 1 }));
      await expect(page.getByText(inWord)).toBeVisible();
    });

    await test.step('one comment is accepted, the other declined with a reason', async () => {
      const of = (action: string, author: string): string => t('agreement:comments.actionOf', { action, author });
      await secretary.press(of(t('agreement:comments.accept'), said(hu)));
      await secretary.press(of(t('agreement:comments.decline'), orlova.ru));
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: t('agreement:reason.declineLabel') })
        .fill('2027');
      await secretary.press(t('agreement:reason.declineRun'));
      await expect(page.getByRole('dialog')).toHaveCount(0);
      for (const state of ['declined', 'accepted'])
        await expect(page.getByText(t(`agreement:state.${state}`), { exact: true })).toBeVisible();
    });

    await test.step('both sides agree, and the text is locked', async () => {
      await secretary.agree(2);
      await expect(page.getByText(t('agreement:agree.allAgreed'))).toBeVisible({ timeout: 30_000 });
      await secretary.openTab('minutes');
      await expect(
        page.getByRole('textbox', { name: new RegExp(t('minutes:kind.decision')) }).first(),
      ).not.toBeEditable();
    });

    await test.step('the archive opens with any zip program, and every hash is right', async () => {
      await secretary.openTab('versions');
      const [archive] = await secretary.collect(1, () => secretary.press(t('versions:archive.save')));
      const others = await readSealed(archive?.bytes ?? new Uint8Array());
      expect(others.filter(({ path }) => path.endsWith('.pdf'))).toHaveLength(3);
      expect(others.filter(({ path }) => path.endsWith('.docx'))).toHaveLength(3);
    });

    await test.step('an amendment after agreement is agreed anew', async () => {
      await secretary.press(t('versions:amend.open'));
      await page.getByRole('dialog').getByRole('textbox').first().fill('Описка в решении');
      await page.getByRole('dialog').getByRole('button').last().click();
      await secretary.openTab('minutes');
      await secretary.translate('decision', '1.1', amended);
      await secretary.openTab('agreement');
      await secretary.press(t('agreement:sides.keep'));
      await secretary.agree(2);
      await expect(page.getByText(t('agreement:agree.allAgreed'))).toBeVisible({ timeout: 30_000 });
      await expect(page.getByText(t('meetings:status.amended')).first()).toBeVisible();
    });

    await test.step('the next meeting begins with what this one left', async () => {
      await secretary.openGroup(group);
      await secretary.press(t('groups:meetings.new'));
      const dialog = page.getByRole('dialog', { name: t('preparation:dialog.title') });
      await expect(dialog.getByRole('checkbox', { name: new RegExp(said(item)) })).toBeChecked();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: t('preparation:reviews.title') })).toContainText(said(action));
      await secretary.openMeeting(title);
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
          for (const text of [title, item, speech, amended, action, institute, position, secretaryName]) {
            expect(body).toContain(squash(text[inLanguage]));
          }
        }
      }
    });

    await test.step('two copies for the signature, each with its keeper first; the journal gives a file again', () =>
      signTwoCopies(secretary));

    await test.step('the minutes go to everybody by e-mail, each in the language of its reader', () =>
      sendMinutes(secretary));

    await test.step('later: the action is done, the decision fulfilled, the dossier of the group says so', () =>
      followUp(page, secretary));

    await test.step('deleted by mistake, and lost after the backup: both come back', () => keepSafe(page, secretary));

    await test.step('closed and opened again, all is there', async () => {
      expect(await app.stop()).toBe(0);
      await app.start();
      await app.open(page);
      await expect(page.getByRole('heading', { level: 1, name: t('home:title') })).toBeVisible();
      await secretary.openMeeting(title);
      await secretary.openTab('minutes');
      for (const text of [speech, amended, action]) {
        for (const inLanguage of languages) await expect(page.getByText(text[inLanguage])).toBeVisible();
      }
      await secretary.goTo('registers');
      await page.getByRole('link', { name: t('registers:registers.decisions'), exact: true }).click();
      await expect(page.getByRole('row', { name: said(amended) })).toContainText(
        t('follow-up:states.decision.fulfilled'),
      );
      await page.getByRole('link', { name: t('registers:registers.memory') }).click();
      await page.getByRole('searchbox', { name: t('memory:concordance.field') }).fill(said(item));
      for (const inLanguage of languages) await expect(page.getByText(item[inLanguage])).toBeVisible();
      await secretary.goTo('contacts');
      await expect(page.getByText(said(orlova))).toBeVisible();
    });
  });
}
