import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DossierSubject } from '#shared/contract/dossiers.ts';
import { emptyText, type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import { makeAgreement, makeParty, saidOn } from '../support/agreements.ts';
import { type Client, makeSharedFolder, openSharedBackend } from '../support/backend.ts';
import { readDocxBody, readPdfBody, squash } from '../support/read-documents.ts';
import { readDraft } from '../support/read-draft.ts';
import { makeAgendaItem, makeEntry, makeMeeting, makeOrganization, makePerson } from '../support/records.ts';
import { makeMembership, makeSide } from '../support/series.ts';

const backend = openSharedBackend(makeSharedFolder());
let client: Client;

const all = (name: string): LocalizedText => ({ en: `${name} en`, ru: `${name} ru`, zh: `${name} zh` });
const name = (family: string, given: string, patronymic = '') => ({
  family,
  given,
  patronymic,
  display: '',
  source: 'entered' as const,
  sortKey: '',
});

const former = makeOrganization({ name: { en: 'Former Institute', ru: 'Прежний институт', zh: '原研究所' } });
const present = makeOrganization({ name: { en: 'Present Institute', ru: 'Нынешний институт', zh: '现研究所' } });
const mover = makePerson({
  names: { latin: name('Wang', 'Wenli'), cyrillic: name('Ван', 'Вэньли'), han: name('王', '文礼') },
  country: 'CN',
  gender: 'm',
  email: 'wang@example.org',
  affiliations: [
    {
      id: newId(),
      organizationId: present.id,
      position: { en: 'Director', ru: 'директор', zh: '所长' },
      from: '2022-03-01',
      to: null,
    },
    {
      id: newId(),
      organizationId: former.id,
      position: { en: 'Head of laboratory', ru: 'заведующий лабораторией', zh: '实验室主任' },
      from: '2015-01-01',
      to: '2022-02-28',
    },
  ],
});
const leaver = makePerson({
  names: { latin: name('Orlova', 'Marina'), cyrillic: name('Орлова', 'Марина', 'Ивановна'), han: name('', '') },
  country: 'RU',
  email: 'orlova@example.org',
});
const chinese = makeSide('CN');
const russian = { ...makeSide('RU'), leadOrganizationId: former.id };
const group = {
  id: newId(),
  name: { en: 'Working group on records', ru: 'Рабочая группа по записям', zh: '记录工作组' },
  mandate: { en: 'Acts for both academies.', ru: 'Действует от имени двух академий.', zh: '受两院委托。' },
  aims: emptyText(),
  tasks: all('Tasks'),
  areas: emptyText(),
  foundingDocument: '',
  sides: [chinese, russian].map((side) => ({ ...side, coordinatingOrganizationId: null })),
  members: [
    makeMembership({ personId: mover.id, sideId: chinese.id, role: 'co_chair', from: '2020-01-01' }),
    makeMembership({ personId: leaver.id, sideId: russian.id, role: 'secretary', to: '2020-12-31' }),
  ],
};
const meetings = ['2020-06-16', '2024-05-20'].map((date, index) =>
  makeMeeting({
    groupId: group.id,
    date,
    number: String(index + 1),
    title: all(`Meeting ${String(index + 1)}`),
    sides: [chinese, russian].map((side) => ({ ...side, id: newId() })),
  }),
);
const items = meetings.map(({ id }) => makeAgendaItem(id));

function entry(at: 0 | 1, kind: 'action' | 'decision', text: Partial<LocalizedText>, orderKey: string, action = {}) {
  const written = makeEntry(meetings[at]!.id, items[at]!.id, {
    kind,
    orderKey,
    action:
      kind === 'decision'
        ? null
        : { owners: [], due: null, dueAtNextMeeting: false, status: 'open' as const, ...action },
  });
  for (const language of languages) {
    if (text[language]) written.texts[language] = { ...written.texts[language], text: text[language], revision: 1 };
  }
  return written;
}

const ownedBy = (kind: 'person' | 'organization', ownerId: string) => [{ id: newId(), kind, ownerId }];
const late = entry(0, 'action', { ru: 'Подготовить перечень записей.' }, 'a0', {
  owners: ownedBy('person', mover.id),
  due: '2024-01-10',
});
const ownerless = entry(0, 'action', all('Translate the list.'), 'a1');
const finished = entry(0, 'action', all('Exchange samples.'), 'a2', { owners: ownedBy('organization', former.id) });
const replaced = entry(0, 'decision', all('Meet every year.'), 'a3');
const replacing = entry(1, 'decision', all('Meet twice a year.'), 'a0');
const memorandum = makeAgreement({ signedOn: '2023-05-06', parties: [makeParty(former.id)], title: all('Memorandum') });

beforeAll(async () => {
  ({ client } = backend());
  for (const organization of [former, present]) await client.organizations.create(organization);
  for (const person of [mover, leaver]) await client.people.create(person);
  await client.groups.create(group);
  for (const meeting of meetings) await client.meetings.create(meeting);
  for (const item of items) await client.agenda.add(item);
  await client.entries.add({ entries: [late, ownerless, finished, replaced] });
  await client.entries.add({ entries: [replacing] });
  await client.agreements.add(memorandum);
  await client.links.add({ kind: 'group-agreement', fromId: group.id, toId: memorandum.id });
  await client.actions.report({ entryIds: [finished.id], status: 'done', ...saidOn('2024-06-01', 'Samples arrived.') });
  await client.actions.report({ entryIds: [late.id], status: null, ...saidOn('2024-02-02', 'Half is ready.') });
  const state = { state: 'superseded' as const, replacedById: replacing.id, ...saidOn('2024-05-20') };
  await client.decisions.setState({ entryIds: [replaced.id], ...state });
});

async function read(subject: DossierSubject, language: Language): Promise<{ pdf: string; docx: string }> {
  const pdf = await client.dossiers.export({ subject, language, format: 'pdf' });
  const docx = await client.dossiers.export({ subject, language, format: 'docx' });
  const bytesOf = async ({ file }: { file: File }): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
  return { pdf: await readPdfBody(await bytesOf(pdf)), docx: readDocxBody(await bytesOf(docx)) };
}

function expectBoth({ pdf, docx }: { pdf: string; docx: string }, here: string[], gone: string[] = []): void {
  for (const text of [pdf, docx]) {
    for (const part of here) expect(text).toContain(squash(part));
    for (const part of gone) expect(text).not.toContain(squash(part));
  }
}

const report = (changes: object = {}): Extract<DossierSubject, { kind: 'action_report' }> => ({
  kind: 'action_report',
  ownerKey: null,
  sideKey: null,
  groupId: null,
  hasClosed: false,
  today: '2024-03-01',
  ...changes,
});
const dossier = (asOf: string): DossierSubject => ({ kind: 'group_dossier', groupId: group.id, asOf });

describe('an action report', () => {
  const words: Record<Language, { here: string[]; gone: string[] }> = {
    en: {
      here: [
        'Report on action items',
        'Wang Wenli',
        '1, of which 1 overdue',
        'overdue by 51 days',
        'original in Russian',
      ],
      gone: ['Translate'],
    },
    ru: {
      here: ['Отчёт о выполнении поручений', 'Ван Вэньли', '1, из них просрочено 1', 'просрочено на 51 день'],
      gone: ['на русском', 'Translate'],
    },
    zh: { here: ['行动事项进展报告', '王文礼', '1项，其中1项已逾期', '已逾期51天', '俄文原文'], gone: ['Translate'] },
  };
  test.each(languages)('of one owner says in %s what is late and what was said last', async (language) => {
    const { here, gone } = words[language];
    const texts = await read(report({ ownerKey: mover.id }), language);
    expectBoth(texts, [...here, 'Подготовить перечень записей.', `Meeting 1 ${language}`, 'Half is ready.'], gone);
  });

  test('of a group shows gaps, and what is closed behind what is open where it is wanted', async () => {
    const texts = await read(report({ groupId: group.id, hasClosed: true, today: '2024-07-01' }), 'en');
    expectBoth(texts, ['Working group on records', 'not named', 'Samples arrived.', '1 June 2024']);
    expect(texts.pdf.indexOf(squash('Translate the list. en'))).toBeLessThan(
      texts.pdf.indexOf(squash('Exchange samples.')),
    );
    expectBoth(await read(report({ groupId: group.id }), 'en'), ['Translate the list. en'], ['Done or cancelled']);
  });

  test('of somebody without such an action is none', async () => {
    const { error } = await safe(
      client.dossiers.preview({ subject: report({ ownerKey: former.id, today: '2024-07-01' }), language: 'en' }),
    );
    expect(error).toMatchObject({ code: 'NOTHING_TO_REPORT' });
    const { error: unknown } = await safe(
      client.dossiers.preview({ subject: report({ groupId: newId() }), language: 'en' }),
    );
    expect(unknown).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'group' } });
  });

  test('goes out as a draft in the language of its owner', async () => {
    const subject = report({ ownerKey: mover.id });
    const recipients = await client.dossiers.recipients({ subject });
    expect(recipients).toEqual([{ personId: mover.id, name: '王文礼', email: 'wang@example.org', language: 'zh' }]);
    const { file } = await client.dossiers.draft({ subject, language: 'zh', personIds: [mover.id], note: '谢谢。' });
    expect(file.name).toBe('2024-03-01 行动事项 王文礼 (ZH).eml');
    const draft = await readDraft({ bytes: new Uint8Array(await file.arrayBuffer()) });
    expect(draft).toMatchObject({
      subject: '行动事项：王文礼（截至2024年3月1日）',
      to: ['wang@example.org'],
      language: 'zh',
    });
    expect(draft.text).toMatch(/^尊敬的王文礼先生/u);
    for (const part of ['未完成的行动事项1项', '其中1项已逾期', '谢谢。', '附件']) expect(draft.text).toContain(part);
    const [attachment] = draft.attachments;
    expect(attachment?.name).toBe('2024-03-01 行动事项 王文礼 (ZH).pdf');
    expect(await readPdfBody(attachment?.bytes ?? new Uint8Array())).toContain('已逾期51天');
  });

  test('of an organisation goes to its people in the group, of a side to its co-chair and secretary, as of its day', async () => {
    const idsOf = async (changes: object) =>
      (await client.dossiers.recipients({ subject: report(changes) })).map(({ personId }) => personId);
    expect(await idsOf({ ownerKey: present.id })).toEqual([mover.id]);
    expect(await idsOf({ ownerKey: former.id })).toEqual([]);
    expect(await idsOf({ ownerKey: former.id, groupId: group.id, today: '2021-01-01' })).toEqual([mover.id]);
    expect(await idsOf({ sideKey: 'Chinese side / 中方' })).toEqual([mover.id]);
    expect(await idsOf({ sideKey: 'Российская сторона', today: '2020-06-30' })).toEqual([leaver.id]);
    expect(await idsOf({ sideKey: 'Российская сторона' })).toEqual([]);
    expect(await idsOf({})).toEqual([]);
  });
});

describe('the dossier of a group', () => {
  const then: Record<Language, string[]> = {
    en: [
      'Wang Wenli',
      'Head of laboratory, Former Institute',
      'co-chair',
      'Acts for both academies.',
      'text not written',
    ],
    ru: [
      'Ван Вэньли',
      'заведующий лабораторией, Прежний институт',
      'сопредседатель',
      'Действует от имени двух академий.',
    ],
    zh: ['王文礼', '原研究所实验室主任', '共同主席', '受两院委托。', '文本待补'],
  };
  test.each(languages)(
    'says in %s who was a member on a past day, in which office, and what held',
    async (language) => {
      expectBoth(
        await read(dossier('2021-06-01'), language),
        [
          ...then[language],
          `Meeting 1 ${language}`,
          `Meet every year. ${language}`,
          // Reported as done only later.
          `Exchange samples. ${language}`,
        ],
        [
          'Orlova',
          'Орлова',
          'Director',
          'директор',
          '所长',
          'Meeting 2',
          'Meet twice a year.',
          'Memorandum',
          'Samples arrived.',
        ],
      );
    },
  );

  test('says of a later day what has become of it since', async () => {
    expectBoth(
      await read(dossier('2024-12-31'), 'en'),
      [
        'Director, Present Institute',
        'Meeting 2 en',
        'Meet twice a year. en',
        'Memorandum en, 6 May 2023',
        'overdue by 356 days',
      ],
      ['Head of laboratory', 'Meet every year.', 'Exchange samples.'],
    );
    expectBoth(await read(dossier('2020-12-31'), 'ru'), ['Орлова Марина Ивановна', 'секретарь'], ['директор']);
  });
});

describe('a timeline', () => {
  const subject = (filter: object = {}): DossierSubject => ({
    kind: 'timeline',
    filter: {
      kinds: [],
      from: null,
      to: null,
      organizationIds: [],
      areaIds: [],
      groupIds: [],
      lanes: 'group',
      ...filter,
    },
    today: '2024-07-01',
  });

  test.each(languages)('is drawn in the PDF, and stands as a table in both, in %s', async (language) => {
    const { pdf, docx } = await read(subject(), language);
    expectBoth({ pdf, docx }, [`Meeting 1 ${language}`, `Meet twice a year. ${language}`, `Memorandum ${language}`]);
    const legend = {
      en: 'Numbers are those of the table.',
      ru: 'Номера — по таблице.',
      zh: '编号与表中序号一致。',
    };
    expect(pdf).toContain(squash(legend[language]));
    expect(docx).not.toContain(squash(legend[language]));
    // The lane of the group: on the drawing, and in the table for each of its events.
    const lane = squash(group.name[language]);
    expect(pdf.split(lane).length).toBe(docx.split(lane).length + 1);
  });

  test('says what it was asked for, and that nothing took place', async () => {
    const filter = { from: '2010-01-01', to: '2011-12-31', kinds: ['meeting'], organizationIds: [former.id] };
    expectBoth(
      await read(subject(filter), 'en'),
      [
        '1 January 2010 to 31 December 2011',
        'Partners',
        'Former Institute',
        'meetings',
        'Nothing took place in this period.',
      ],
      ['Meeting 1'],
    );
  });
});
