import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import { refusalOf } from '../support/circulated.ts';
import { dump } from '../support/dump.ts';
import { addAgreement, addMinutes, said, today } from '../support/follow-up.ts';
import { makeAttendance, makeOrganization, makePerson } from '../support/records.ts';
import { agreeAll, withQuickDocuments } from '../support/talks.ts';

const tables = [
  'decision',
  'proposal',
  'proposal_partner',
  'action_assignment',
  'action_assignee',
  'status_report',
  'record_link',
  'record_area',
  'agreement_terms',
  'agreement_language',
  'agreement_copy',
  'agreement_renewal',
];

/** A meeting of which everything has come that can, and a later one whose decisions and documents refer to it. */
async function openWorld() {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  const { connection } = backend.context;
  const side = {
    id: newId(),
    country: 'CN',
    name: { ...emptyText(), zh: '中方' },
    zone: 'Asia/Shanghai',
    leadOrganizationId: null,
  };
  const first = await addMinutes(
    client,
    [
      ['decision', 'Провести семинар.'],
      ['action', 'Подготовить программу.'],
      ['proposal', 'Издавать журнал.'],
      ['decision', 'Издавать журнал.'],
    ],
    { sides: [side] },
  );
  const later = await addMinutes(client, [['decision', 'Провести конференцию.']], { date: '2027-02-10' });
  await client.attendance.add(makeAttendance(first.meeting.id, { sideId: side.id }));
  const [seminar = '', action = '', proposal = '', journal = ''] = first.ids;
  const [conference = ''] = later.ids;
  const institute = makeOrganization();
  await client.organizations.create(institute);
  const reporter = makePerson();
  await client.people.create(reporter);
  const signed = await addAgreement(client, first.meeting.id);
  const newer = await addAgreement(client, later.meeting.id, 'Соглашение');
  const areaId = newId();
  await client.areas.save({ id: areaId, name: { en: 'Polymers', ru: 'Полимеры', zh: '聚合物' } });
  for (const [kind, id] of [
    ['entry', seminar],
    ['entry', proposal],
    ['meeting', first.meeting.id],
    ['agreement', signed],
  ] as const) {
    await client.areas.set({ kind, id, areaIds: [areaId] });
  }
  const report = { ...said({ reporterId: reporter.id, note: 'Сделано.' }), meetingId: first.meeting.id };
  const superseded = { state: 'superseded', ...report } as const;
  await client.decisions.setState({ entryIds: [seminar], replacedById: conference, ...superseded });
  await client.proposals.setStage({ entryIds: [proposal], stage: 'adopted', decisionId: journal, ...report });
  await client.proposals.update({ entryId: proposal, partnerIds: [institute.id] });
  await client.links.add({ kind: 'decision-action', fromId: seminar, toId: action });
  await client.links.add({ kind: 'decision-agreement', fromId: seminar, toId: signed });
  await client.links.add({ kind: 'proposal-agreement', fromId: proposal, toId: newer });
  connection.sql("UPDATE meeting SET status = 'agreed' WHERE id = ?", first.meeting.id);
  await client.actions.report({ entryIds: [action], status: 'done', ...report });
  await client.actions.assign({
    entryIds: [action],
    owners: [
      { kind: 'organization', ownerId: institute.id },
      { kind: 'side', ownerId: side.id },
    ],
    ...report,
  });
  connection.sql("UPDATE meeting SET status = 'draft' WHERE id = ?", first.meeting.id);
  const copy = { id: newId(), keeperPartyId: null, languages: ['ru' as const], signingOrder: [] };
  await client.agreements.saveTerms({
    id: signed,
    number: '7',
    languages: [{ language: 'ru', standing: 'authentic' }],
    copies: [copy],
    validTo: '2027-12-31',
  });
  await client.agreements.renew({ id: newId(), agreementId: signed, validTo: '2028-12-31', ...report });
  await client.agreements.setState({ agreementId: newer, state: 'replaced', replacedById: signed, ...report });
  const rows = (): Record<string, unknown[]> =>
    Object.fromEntries(tables.map((table) => [table, connection.sql(`SELECT * FROM ${table}`)]));
  const counts = (): Record<string, number> =>
    Object.fromEntries(Object.entries(rows()).map(([table, found]) => [table, found.length]));
  /** Does something, undoes it, does it again: the first undo gives everything back, row by row. */
  const doTwice = async (work: () => Promise<unknown>): Promise<void> => {
    const before = dump(connection);
    await work();
    const after = dump(connection);
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
    await client.history.redo();
    expect(dump(connection)).toEqual(after);
    expect(connection.sql('PRAGMA foreign_key_check')).toEqual([]);
  };
  const ids = { seminar, action, proposal, journal, conference, signed, newer, areaId };
  return { client, connection, first, later, side, institute, reporter, ids, rows, counts, doTwice };
}

describe('what is removed takes along what follows it, and undo brings all of it back', () => {
  test('an entry', async () => {
    const { client, ids, counts, doTwice } = await openWorld();
    const before = counts();
    await doTwice(() => client.entries.remove({ ids: [ids.seminar, ids.action] }));
    expect(counts()).toEqual({
      ...before,
      decision: 0,
      action_assignment: 0,
      action_assignee: 0,
      // Those on the proposal and on the two documents stay.
      status_report: 3,
      record_link: 1,
      record_area: 3,
    });
  });

  test('a decision that others refer to leaves them without it', async () => {
    const { client, ids, doTwice } = await openWorld();
    await doTwice(() => client.entries.remove({ ids: [ids.conference, ids.journal] }));
    expect(await client.decisions.get({ entryId: ids.seminar })).toMatchObject({
      state: 'superseded',
      replacedBy: null,
    });
    expect(await client.proposals.get({ entryId: ids.proposal })).toMatchObject({ stage: 'adopted', decision: null });
  });

  test('a signed document', async () => {
    const { client, ids, rows, doTwice } = await openWorld();
    await doTwice(() => client.agreements.remove({ id: ids.signed }));
    expect(rows()).toMatchObject({
      agreement_terms: [{ agreement_id: ids.newer, state: 'replaced', replaced_by_agreement_id: null }],
      agreement_language: [],
      agreement_copy: [],
      agreement_renewal: [],
    });
    expect((await client.decisions.get({ entryId: ids.seminar })).linked.map(({ kind }) => kind)).toEqual(['action']);
  });

  test('a meeting, with everything that came of it; what was said at it about others stays said', async () => {
    const { client, first, ids, rows, doTwice } = await openWorld();
    await doTwice(() => client.meetings.remove({ id: first.meeting.id }));
    expect(rows()).toEqual({
      ...Object.fromEntries(tables.map((table) => [table, []])),
      agreement_terms: [expect.objectContaining({ agreement_id: ids.newer, replaced_by_agreement_id: null })],
      status_report: [expect.objectContaining({ record_id: ids.newer, meeting_id: null, note: 'Сделано.' })],
    });
  });

  test('a party of a signed document leaves the order in which it is signed', async () => {
    const { client, ids, connection, institute, doTwice } = await openWorld();
    const [one, two] = [newId(), newId()];
    const party = (id: string) => ({ id, organizationId: institute.id, description: emptyText() });
    await client.agreements.update({
      id: ids.signed,
      parties: [party(one), party(two)],
      signatories: [{ id: newId(), attendanceId: null, partyId: one, name: emptyText(), position: emptyText() }],
    });
    const copy = { id: newId(), keeperPartyId: one, languages: [], signingOrder: [two, one] };
    await client.agreements.saveTerms({ id: ids.signed, copies: [copy] });
    await doTwice(() => client.agreements.update({ id: ids.signed, parties: [party(two)], signatories: [] }));
    expect(connection.sql('SELECT keeper_party_id, signing_order FROM agreement_copy')).toEqual([
      { keeper_party_id: null, signing_order: JSON.stringify([two]) },
    ]);
  });

  test('a group, with its areas and the document by which it was founded', async () => {
    const { client, ids, counts, doTwice } = await openWorld();
    const group = { id: newId(), name: { ...emptyText(), ru: 'Группа' }, aims: emptyText(), tasks: emptyText() };
    await client.groups.create({ ...group, areas: emptyText(), foundingDocument: '', sides: [], members: [] });
    const before = counts();
    await client.areas.set({ kind: 'group', id: group.id, areaIds: [ids.areaId] });
    await client.links.add({ kind: 'group-agreement', fromId: group.id, toId: ids.signed });
    await doTwice(() => client.groups.remove({ id: group.id }));
    expect(counts()).toEqual(before);
  });

  test('a person who reported something stays named where they did', async () => {
    const { client, reporter, ids, doTwice } = await openWorld();
    await doTwice(() => client.people.remove({ id: reporter.id }));
    const { history } = await client.decisions.get({ entryId: ids.seminar });
    expect(history).toMatchObject([{ reporterId: null, reporter: 'Hu Yidong' }]);
  });
});

test('a partner, an owner by now, and a side that owns something by now cannot be deleted', async () => {
  const { client, institute, first } = await openWorld();
  expect(await refusalOf(client.organizations.remove({ id: institute.id }))).toEqual({
    error: 'IN_USE',
    uses: [
      { kind: 'action', count: 1 },
      { kind: 'proposal', count: 1 },
    ],
  });
  const uses = [
    { kind: 'attendance', count: 1 },
    { kind: 'action', count: 1 },
  ];
  expect(await refusalOf(client.meetings.update({ id: first.meeting.id, sides: [] }))).toEqual({
    error: 'IN_USE',
    uses,
  });
});

describe('rows that are joined', () => {
  test('keep what stands beside both of them; undo takes them apart', async () => {
    const { client, ids, connection, doTwice } = await openWorld();
    await doTwice(() => client.entries.merge({ id: ids.journal, fromId: ids.seminar }));
    const joined = await client.decisions.get({ entryId: ids.journal });
    expect(joined).toMatchObject({
      state: 'superseded',
      replacedBy: { id: ids.conference },
      areas: [{ id: ids.areaId }],
      adopted: [{ id: ids.proposal }],
      history: [{ note: 'Сделано.' }],
    });
    expect(joined.linked.map(({ kind, id }) => [kind, id])).toEqual([
      ['action', ids.action],
      ['agreement', ids.signed],
    ]);
    expect(connection.sql('SELECT * FROM decision WHERE entry_id = ?', ids.seminar)).toEqual([]);
  });

  test('never make a decision take the place of itself', async () => {
    const { client, connection, ids, first } = await openWorld();
    const [middle, last] = [
      await addMore(client, first, 'Средняя.', 'b1'),
      await addMore(client, first, 'Последняя.', 'b2'),
    ];
    const replace = (id: string, replacedById: string) =>
      client.decisions.setState({ entryIds: [id], state: 'superseded', replacedById, ...said() });
    await replace(ids.journal, middle);
    await replace(middle, last);
    await client.entries.merge({ id: ids.journal, fromId: last });
    const replacements = connection.sql(
      'SELECT entry_id AS id, replaced_by_entry_id AS by FROM decision WHERE entry_id IN (?, ?) ORDER BY id',
      ids.journal,
      middle,
    );
    expect(replacements).toEqual([
      { id: ids.journal, by: middle },
      { id: middle, by: null },
    ]);
  });

  test('are owned by everybody who owned one of them, as it is now', async () => {
    const { client, ids, first, institute, side, reporter } = await openWorld();
    const other = await addMore(client, first, 'Напечатать программу.', 'b1', {
      kind: 'action',
      action: {
        owners: [{ id: newId(), kind: 'person', ownerId: reporter.id }],
        due: '2027-05-01',
        dueAtNextMeeting: false,
        status: 'open',
      },
    });
    await client.entries.merge({ id: other, fromId: ids.action });
    const { owners, due } = await client.actions.get({ entryId: other, today });
    expect(owners.map(({ ownerId }) => ownerId)).toEqual([reporter.id, institute.id, side.id]);
    expect(due).toBe('2027-05-01');
  });
});

test('an amendment that is given up brings back rows with what stood beside them, and takes apart what was joined', async () => {
  const { client, connection, first, ids, rows } = await openWorld();
  await agreeAll(client, first.meeting.id);
  const sorted = (): unknown =>
    Object.fromEntries(
      Object.entries(rows()).map(([table, found]) => [table, found.map((row) => JSON.stringify(row)).sort()]),
    );
  const before = sorted();
  await client.versions.amend({ id: newId(), meetingId: first.meeting.id, reason: 'Опечатки' });
  await client.entries.remove({ ids: [ids.action] });
  await client.entries.merge({ id: ids.journal, fromId: ids.seminar });
  await client.entries.remove({ ids: [ids.proposal] });
  await client.agreements.remove({ id: ids.signed });
  await client.versions.dropAmendment({ meetingId: first.meeting.id });
  expect(sorted()).toEqual(before);
  expect(connection.sql('PRAGMA foreign_key_check')).toEqual([]);
});

test('agreed minutes stay the same version whatever comes of them, and tell of it in their record file', async () => {
  const { client, connection, first, ids } = await openWorld();
  const { versionId } = await client.versions.keep({ meetingId: first.meeting.id, reason: '' });
  await client.decisions.setState({ entryIds: [ids.journal], state: 'fulfilled', replacedById: null, ...said() });
  await client.agreements.saveTerms({ id: ids.signed, number: '8' });
  expect(await client.versions.keep({ meetingId: first.meeting.id, reason: '' })).toEqual({ versionId });
  expect(await agreeAll(client, first.meeting.id)).toBe(versionId);
  await client.decisions.setState({ entryIds: [ids.journal], state: 'in_force', replacedById: null, ...said() });
  expect(connection.sql('SELECT id FROM version')).toEqual([{ id: versionId }]);
  const record = await (await client.records.export({ meetingId: first.meeting.id })).text();
  expect(JSON.parse(record)).toMatchObject({
    followUp: { decisions: expect.arrayContaining([expect.objectContaining({ entryId: ids.seminar })]) as unknown },
  });
});

async function addMore(
  client: Parameters<typeof addMinutes>[0],
  { meeting, item }: Awaited<ReturnType<typeof addMinutes>>,
  text: string,
  orderKey: string,
  more: object = {},
): Promise<string> {
  const id = newId();
  const unwritten = { text: '', revision: 0, baseRevision: null, status: 'draft' as const };
  await client.entries.add({
    entries: [
      {
        id,
        meetingId: meeting.id,
        agendaItemId: item.id,
        kind: 'decision',
        speakerAttendanceId: null,
        sourceLanguage: 'ru',
        atMs: null,
        orderKey,
        texts: { en: unwritten, ru: { ...unwritten, text, revision: 1 }, zh: unwritten },
        action: null,
        ...more,
      },
    ],
  });
  return id;
}
