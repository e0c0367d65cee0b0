import type { Locator, Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import type { Group } from '#shared/contract/groups.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText, type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import { expect, test } from '../support/app.ts';
import { readDocxBody, readPdfBody, squash } from '../support/read-documents.ts';
import { makeAgendaItem, makeEntry, makeMeeting, makeOrganization, makePerson } from '../support/records.ts';
import { Secretary } from '../support/secretary.ts';
import { readWords } from '../support/words.ts';

/*
 * A year of one group: what three meetings agreed, and what came of it. The first is agreed and locked before the story
 * begins; the second and third are made from what the one before left.
 */

const day = (fromToday: number): string => {
  const date = new Date();
  date.setDate(date.getDate() + fromToday);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};
const text = (en: string, ru: string, zh: string): LocalizedText => ({ en, ru, zh });

const charter = text('Draft the charter', 'Подготовить устав', '起草章程');
const list = text('Exchange lists of laboratories', 'Обменяться списками лабораторий', '交换实验室名单');
const seminar = text('Prepare the seminar', 'Подготовить семинар', '筹备研讨会');
const spring = text('Hold the seminar in spring', 'Провести семинар весной', '春季举办研讨会');
const autumn = text('Hold the seminar in autumn', 'Провести семинар осенью', '秋季举办研讨会');
const memorandum = text(
  'Memorandum on the joint laboratory',
  'Меморандум о совместной лаборатории',
  '联合实验室谅解备忘录',
);

const name = (family: string, given: string, patronymic = '') => ({
  family,
  given,
  patronymic,
  display: '',
  source: 'entered' as const,
  sortKey: '',
});
const noName = name('', '');
const orlova = makePerson({
  country: 'RU',
  email: 'orlova@example.org',
  languages: 'ru',
  names: { latin: name('Orlova', 'Marina'), cyrillic: name('Орлова', 'Марина', 'Ивановна'), han: noName },
});
const hu = makePerson({ email: 'hu@example.org', languages: 'zh' });
const institute = makeOrganization();
const sideNames = [
  text('Chinese side', 'Китайская сторона', '中方'),
  text('Russian side', 'Российская сторона', '俄方'),
];
const sides = sideNames.map((side, index) => ({
  id: newId(),
  country: index === 0 ? 'CN' : 'RU',
  name: side,
  zone: index === 0 ? 'Asia/Shanghai' : 'Europe/Moscow',
  leadOrganizationId: null,
}));
const group: Group = {
  id: newId(),
  name: text('Working group on new materials', 'Рабочая группа по новым материалам', '新材料工作组'),
  aims: emptyText(),
  tasks: emptyText(),
  areas: emptyText(),
  foundingDocument: '',
  sides: sides.map((side) => ({ ...side, id: newId(), coordinatingOrganizationId: null })),
  members: [],
};
group.members = [hu, orlova].map((person, index) => ({
  id: newId(),
  sideId: group.sides[index]?.id ?? null,
  personId: person.id,
  organizationId: null,
  role: 'secretary',
  from: null,
  to: null,
}));

/** The first meeting, agreed: one decision, three actions of Orlova. */
function firstMeeting(): MeetingRecord {
  const meeting = makeMeeting({
    groupId: group.id,
    number: '1',
    date: day(-200),
    status: 'agreed',
    title: text('First meeting', 'Первое заседание', '第一次会议'),
    workingLanguages: [...languages],
    sides,
  });
  const item = { ...makeAgendaItem(meeting.id), state: 'discussed' as const };
  const blank = { revision: 1, baseRevision: null, status: 'draft' as const };
  const texts = ({ en, ru, zh }: LocalizedText) => ({
    en: { ...blank, text: en, baseRevision: 1 },
    ru: { ...blank, text: ru },
    zh: { ...blank, text: zh, baseRevision: 1 },
  });
  const action = (what: LocalizedText, due: number, orderKey: string) =>
    makeEntry(meeting.id, item.id, {
      kind: 'action',
      orderKey,
      texts: texts(what),
      action: {
        owners: [{ id: newId(), kind: 'person', ownerId: orlova.id }],
        due: day(due),
        dueAtNextMeeting: false,
        status: 'open',
      },
    });
  return {
    format: 'trilogue-record',
    version: 1,
    meeting,
    group,
    people: [hu, orlova].sort((a, b) => a.id.localeCompare(b.id)),
    organizations: [],
    agenda: [item],
    attendance: [],
    entries: [
      makeEntry(meeting.id, item.id, { kind: 'decision', orderKey: 'a0', texts: texts(spring) }),
      action(charter, -100, 'a1'),
      action(list, -20, 'a2'),
      action(seminar, -30, 'a3'),
    ],
    agreements: [],
  };
}

const t = readWords('en');
const row = (page: Page, what: LocalizedText): Locator => page.getByRole('row', { name: new RegExp(what.en, 'u') });
const dialog = (page: Page): Locator => page.getByRole('dialog');

async function choose(page: Page, what: LocalizedText): Promise<void> {
  await row(page, what).getByRole('checkbox').click();
}

/** Takes a choice of a closed list in the open dialog. */
async function chooseHere(page: Page, label: string, choice: string): Promise<void> {
  await dialog(page).getByRole('button', { name: label }).first().click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

/** Types into a field that finds records or people, and takes the first of what is found. */
async function pick(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.fill(words);
  await page
    .getByRole('option', { name: new RegExp(words, 'u') })
    .first()
    .click();
}

test('three meetings of one group, and what came of them', async ({ app, page }) => {
  test.setTimeout(180_000);
  await app.start();
  const client = await app.connect();
  await client.settings.update({ uiLanguage: 'en', firstRunDone: true, reminders: false });
  await client.organizations.create(institute);
  const first = firstMeeting();
  await client.records.import({ file: new File([JSON.stringify(first)], 'first.json') });
  const actionIds = first.entries.filter(({ kind }) => kind === 'action').map(({ id }) => id);
  const secretary = new Secretary(page, 'en');
  const openRegister = async (register: string): Promise<void> => {
    await secretary.goTo('registers');
    if (register !== 'actions') await page.getByRole('link', { name: t(`registers:registers.${register}`) }).click();
  };

  await test.step('the second meeting takes the open actions over, and decides anew', async () => {
    const id = newId();
    await client.preparation.create({
      id,
      groupId: group.id,
      date: day(-90),
      number: '2',
      baseMeetingId: first.meeting.id,
      agendaItemIds: [],
      actionIds,
      withLastParticipants: false,
    });
    const item = { ...makeAgendaItem(id), state: 'discussed' as const };
    await client.agenda.add(item);
    const blank = { text: '', revision: 0, baseRevision: null, status: 'draft' as const };
    const texts = Object.fromEntries(
      languages.map((language) => [language, { ...blank, text: autumn[language], revision: 1 }]),
    ) as unknown as MeetingRecord['entries'][number]['texts'];
    await client.entries.add({ entries: [makeEntry(id, item.id, { kind: 'decision', texts })] });
    await app.open(page);
    await secretary.openGroup(group.name);
    await expect(page.getByRole('link', { name: 'Second meeting' })).toBeVisible();
  });

  await test.step('one action is done, as Orlova said at the second meeting', async () => {
    await openRegister('actions');
    await expect(row(page, charter)).toContainText(/Overdue/u);
    await choose(page, charter);
    await secretary.press(t('registers:report.open'));
    await pick(page, t('follow-up:report.reporter'), 'Orlova');
    await dialog(page)
      .getByRole('textbox', { name: t('follow-up:report.note') })
      .fill('Sent to both sides.');
    await dialog(page)
      .getByRole('button', { name: t('registers:report.run'), exact: true })
      .click();
    await expect(dialog(page)).toHaveCount(0);
  });

  await test.step('one is given to an institute; the agreed minutes keep what was agreed', async () => {
    await choose(page, list);
    await secretary.press(t('registers:assign.openOwners'));
    await dialog(page)
      .getByRole('button', { name: /^Remove /u })
      .click();
    await pick(page, t('registers:assign.addOwner'), institute.name.en);
    await dialog(page)
      .getByRole('button', { name: t('registers:assign.run'), exact: true })
      .click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(row(page, list)).toContainText(institute.name.en);
    const { entries } = await client.meetings.get({ id: first.meeting.id });
    const owned = entries.find(({ id }) => id === actionIds[1])?.action?.owners;
    expect(owned?.map(({ ownerId }) => ownerId)).toEqual([orlova.id]);
  });

  await test.step('the third meeting has before it what is still open, with the new owner', async () => {
    await secretary.openGroup(group.name);
    await secretary.press(t('groups:meetings.new'));
    await expect(dialog(page).getByRole('checkbox', { name: new RegExp(seminar.en, 'u') })).toBeChecked();
    await expect(dialog(page).getByRole('checkbox', { name: new RegExp(charter.en, 'u') })).toHaveCount(0);
    await page.keyboard.press('Enter');
    const reviews = page.getByRole('region', { name: t('preparation:reviews.title') });
    await expect(reviews).toContainText(list.en);
    await expect(reviews).toContainText(institute.name.en);
    await expect(reviews).toContainText(/Overdue/u);
  });

  await test.step('a decision is superseded; the way round is refused in plain words', async () => {
    await openRegister('decisions');
    const supersede = async (old: LocalizedText, newer: LocalizedText): Promise<void> => {
      await row(page, old).press('Enter');
      await secretary.press(t('decisions:state.change'));
      await chooseHere(page, t('decisions:state.label'), t('follow-up:states.decision.superseded'));
      await pick(page, t('decisions:state.replacedBy'), newer.en);
      await dialog(page)
        .getByRole('button', { name: t('decisions:state.save'), exact: true })
        .click();
    };
    await supersede(spring, autumn);
    await expect(dialog(page)).toHaveCount(0);
    await supersede(autumn, spring);
    await expect(dialog(page).getByRole('alert')).toContainText(/supersede themselves: 1\.1 \(/u);
    await dialog(page)
      .getByRole('button', { name: t('common:cancel'), exact: true })
      .click();
    await expect(row(page, spring)).toContainText(t('follow-up:states.decision.superseded'));
  });

  await test.step('a document is signed, runs out, and is renewed', async () => {
    await openRegister('agreements');
    await secretary.pressFirst(t('signed-documents:new'));
    await secretary.fill(t('signed-documents:field.title'), memorandum);
    await page.getByLabel(t('signed-documents:field.noticeDays')).fill('60');
    await expect(page.getByText(/^Saved \d/u)).toBeVisible();
    const { rows } = await client.agreements.list({ today: day(0) });
    const agreementId = rows[0]?.row.agreementId ?? '';
    await client.agreements.saveTerms({ id: agreementId, validFrom: day(-300), validTo: day(20) });
    await openRegister('agreements');
    await expect(row(page, memorandum)).toContainText(t('follow-up:states.agreement.expiring'));
    await secretary.goTo('home');
    await expect(page.getByRole('link', { name: memorandum.en })).toBeVisible();
    await page.getByRole('link', { name: memorandum.en }).click();
    await secretary.pressFirst(t('signed-documents:act.renew'));
    await dialog(page)
      .getByRole('checkbox', { name: t('signed-documents:renew.endless') })
      .press('Space');
    await dialog(page)
      .getByRole('button', { name: t('signed-documents:renew.run'), exact: true })
      .click();
    await expect(dialog(page)).toHaveCount(0);
    await openRegister('agreements');
    await expect(row(page, memorandum)).toContainText(t('follow-up:states.agreement.inForce'));
  });

  /** The bodies of the PDF and the Word file of the open dialog, in a language. */
  const readReport = async (language: Language): Promise<string[]> => {
    await chooseHere(page, t('dossiers:language'), t(`common:languages.${language}`));
    await expect(page.getByText(t('dossiers:making'))).toHaveCount(0);
    const [pdf] = await secretary.collect(1, () => secretary.press(t('dossiers:savePdf')));
    const [docx] = await secretary.collect(1, () => secretary.press(t('dossiers:saveDocx')));
    return [await readPdfBody(pdf?.bytes ?? new Uint8Array()), readDocxBody(docx?.bytes ?? new Uint8Array())];
  };

  await test.step('the action report of everybody says so in three languages', async () => {
    await openRegister('actions');
    await secretary.press(t('registers:actionReport.open'));
    await dialog(page)
      .getByRole('checkbox', { name: t('registers:actionReport.hasClosed') })
      .press('Space');
    await dialog(page)
      .getByRole('button', { name: t('registers:actionReport.run'), exact: true })
      .click();
    for (const language of languages) {
      for (const body of await readReport(language)) {
        for (const what of [charter, list, seminar, institute.name]) expect(body).toContain(squash(what[language]));
        expect(body).toContain('Senttobothsides.');
      }
    }
    await dialog(page)
      .getByRole('button', { name: t('common:close'), exact: true })
      .last()
      .click();
  });

  await test.step('so does the dossier of the group', async () => {
    await secretary.openGroup(group.name);
    await secretary.pressFirst(t('groups:dossier'));
    for (const language of languages) {
      for (const body of await readReport(language)) {
        for (const what of [group.name, autumn, list, seminar]) expect(body).toContain(squash(what[language]));
        expect(body).not.toContain(squash(spring[language]));
        expect(body).not.toContain(squash(charter[language]));
      }
    }
  });
});
