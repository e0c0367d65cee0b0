import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { Meeting } from '#shared/contract/meetings.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Backend } from '../../electron/backend.ts';
import { commit } from '../../electron/context.ts';
import type { BundledProcess } from '../../electron/features/bundles/format.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { makeBundle, takeBundle } from '../support/bundles.ts';
import { dump } from '../support/dump.ts';
import { addAgreement, addMinutes, said } from '../support/follow-up.ts';
import { makeAttendance, makeOrganization, makePerson } from '../support/records.ts';
import { repack } from '../support/repack-bundle.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';

/** The laptop that sends bundles, and the one that takes them in. */
const openTwo = (): { there: Backend; here: Backend } => ({
  there: openTestBackend().backend,
  here: openTestBackend().backend,
});

const send = async (from: Client, to: Client, ...meetingIds: string[]) =>
  takeBundle(to, await makeBundle(from, meetingIds), 'replace');

async function statesOf(from: Client, to: Client, ...meetingIds: string[]) {
  const { meetings } = await to.bundles.preview({ file: await makeBundle(from, meetingIds), passphrase: null });
  return meetings.map(({ state, differences }) => [state, differences]);
}

const rowsOf = ({ context }: Backend, table: string): Record<string, unknown>[] =>
  context.connection.sql(`SELECT * FROM ${table}`);

test('after duplicates were joined here, bundles and records that name the one that went are taken in', async () => {
  const { there, here } = openTwo();
  const umbrella = makeOrganization();
  const body = makeOrganization({
    aliases: [{ id: newId(), text: 'IAR' }],
    relations: [{ id: newId(), organizationId: umbrella.id, kind: 'part_of' }],
  });
  const office = { id: newId(), organizationId: body.id, position: { ...emptyText(), en: 'Director' } };
  const person = makePerson({
    aliases: [{ id: newId(), text: 'Khu Idun' }],
    affiliations: [{ ...office, from: null, to: null }],
  });
  await there.client.organizations.create(umbrella);
  await there.client.organizations.create(body);
  await there.client.people.create(person);
  const meet = async (): Promise<string> => {
    const { meeting } = await addMinutes(there.client, [['speech', 'Сказано.']]);
    await there.client.attendance.add(makeAttendance(meeting.id, { personId: person.id, organizationId: body.id }));
    return meeting.id;
  };
  const [first, second, third] = [await meet(), await meet(), await meet()];
  await send(there.client, here.client, first);

  const [kept, keptBody] = [makePerson({ email: 'kept@example.org' }), makeOrganization()];
  await here.client.people.create(kept);
  await here.client.organizations.create(keptBody);
  await here.client.duplicates.merge({ kind: 'person', keepId: kept.id, mergeId: person.id });
  await here.client.duplicates.merge({ kind: 'organization', keepId: keptBody.id, mergeId: body.id });
  const joined = [
    await here.client.people.get({ id: kept.id }),
    await here.client.organizations.get({ id: keptBody.id }),
  ];

  const { preview, result } = await send(there.client, here.client, second);
  expect(preview.meetings[0]).toMatchObject({ state: 'new', choices: ['add', 'skip'], obstacle: null });
  expect(result).toMatchObject({ added: 1 });
  expect(await here.client.people.get({ id: person.id })).toMatchObject({ aliases: [], affiliations: [] });
  expect(await here.client.organizations.get({ id: body.id })).toMatchObject({ aliases: [], relations: [] });
  expect([
    await here.client.people.get({ id: kept.id }),
    await here.client.organizations.get({ id: keptBody.id }),
  ]).toEqual(joined);
  expect(await statesOf(there.client, here.client, second)).toEqual([['same', []]]);
  await here.client.history.undo();

  const file = await there.client.records.export({ meetingId: third });
  expect(await here.client.records.import({ file })).toMatchObject({ outcome: 'new', people: { created: 1 } });
  expect(await here.client.people.get({ id: person.id })).toMatchObject({ aliases: [], affiliations: [] });
});

test('a row that says what goes without saying is no obstacle to other values', async () => {
  const { there, here } = openTwo();
  const { meeting, ids } = await addMinutes(there.client, [
    ['decision', 'Провести семинар.'],
    ['proposal', 'Создать фонд.'],
  ]);
  const agreementId = await addAgreement(there.client, meeting.id);
  await send(there.client, here.client, meeting.id);
  const [decision = '', proposal = ''] = ids;
  for (const state of ['fulfilled', 'in_force'] as const) {
    await here.client.decisions.setState({ entryIds: [decision], state, ...said() });
  }
  for (const stage of ['declined', 'proposed'] as const) {
    await here.client.proposals.setStage({ entryIds: [proposal], stage, ...said() });
  }
  for (const number of ['7', '']) await here.client.agreements.saveTerms({ id: agreementId, number });
  expect(
    [rowsOf(here, 'decision'), rowsOf(here, 'proposal'), rowsOf(here, 'agreement_terms')].map((rows) => rows.length),
  ).toEqual([1, 1, 1]);

  await there.client.decisions.setState({ entryIds: [decision], state: 'fulfilled', ...said() });
  await there.client.proposals.setStage({ entryIds: [proposal], stage: 'under_review', ...said() });
  await there.client.agreements.saveTerms({ id: agreementId, number: '12' });
  expect((await send(there.client, here.client, meeting.id)).result).toMatchObject({ replaced: 1 });
  for (const table of ['decision', 'proposal', 'agreement_terms']) {
    expect(rowsOf(here, table), table).toEqual(rowsOf(there, table));
  }
  expect(await statesOf(there.client, here.client, meeting.id)).toEqual([['same', []]]);
});

test('what is said of a proposal that has only partners here is not lost', async () => {
  const { there, here } = openTwo();
  const partner = makeOrganization();
  await there.client.organizations.create(partner);
  const { meeting, ids } = await addMinutes(there.client, [['proposal', 'Создать фонд.']]);
  const [entryId = ''] = ids;
  await there.client.proposals.update({ entryId, partnerIds: [partner.id] });
  await send(there.client, here.client, meeting.id);
  commit(here.context, { name: 'proposal.update', label: '' }, (write) => {
    write.remove('proposal', { entry_id: entryId });
  });
  await there.client.proposals.setStage({ entryIds: [entryId], stage: 'project', ...said() });
  await there.client.proposals.update({ entryId, project: '26-43-00001' });
  await send(there.client, here.client, meeting.id);
  expect(rowsOf(here, 'proposal')).toEqual(rowsOf(there, 'proposal'));
  expect(rowsOf(here, 'proposal')).toMatchObject([{ stage: 'project', project: '26-43-00001' }]);
  expect(await statesOf(there.client, here.client, meeting.id)).toEqual([['same', []]]);
});

test('who owns an action is kept when the side that owned it went', async () => {
  const { there, here } = openTwo();
  const side = (country: string) => ({
    id: newId(),
    country,
    name: { ...emptyText(), en: country },
    zone: 'Europe/Moscow',
    leadOrganizationId: null,
  });
  const [one, other] = [side('RU'), side('CN')];
  const { meeting, ids } = await addMinutes(there.client, [['action', 'Подготовить.']], { sides: [one, other] });
  const [entryId = ''] = ids;
  const assignee = newId();
  commit(there.context, { name: 'entry.update', label: '' }, (write) => {
    write.insert('action_assignment', { entry_id: entryId, due: null, due_at_next_meeting: 0 });
    write.insert('action_assignee', {
      id: assignee,
      entry_id: entryId,
      person_id: null,
      organization_id: null,
      side_id: one.id,
      order_index: 0,
    });
  });
  await send(there.client, here.client, meeting.id);
  commit(there.context, { name: 'entry.update', label: '' }, (write) => {
    write.update('action_assignee', { id: assignee }, { side_id: other.id });
  });
  await there.client.meetings.update({ id: meeting.id, sides: [other] });
  await send(there.client, here.client, meeting.id);
  expect(rowsOf(here, 'action_assignee')).toEqual(rowsOf(there, 'action_assignee'));
  expect(rowsOf(here, 'action_assignee')).toMatchObject([{ id: assignee, side_id: other.id }]);
});

test('what the sides agreed to cannot be exchanged by a bundle, also where the minutes are open again', async () => {
  const { there, here } = openTwo();
  const client = withQuickDocuments(there);
  const { meeting } = await addTalks(client);
  await agreeAll(client, meeting.id);
  await send(client, here.client, meeting.id);
  for (const of of [client, withQuickDocuments(here)]) {
    await of.versions.amend({ id: newId(), meetingId: meeting.id, reason: 'A name.' });
  }
  await client.meetings.update({ id: meeting.id, number: '7' });
  const sound = await makeBundle(client, [meeting.id]);
  const look = async (file: File) => {
    const { meetings } = await here.client.bundles.preview({ file, passphrase: null });
    return meetings.map(({ state, choices, obstacle }) => ({ state, choices, obstacle }));
  };
  expect(await look(sound)).toEqual([{ state: 'differs', choices: ['skip', 'replace', 'copy'], obstacle: null }]);

  const withProcess = (bundle: File, change: (process: BundledProcess) => void): Promise<File> =>
    repack(bundle, (path, text) => {
      if (!path.endsWith('process.json')) return text;
      const process = JSON.parse(text) as BundledProcess;
      change(process);
      return JSON.stringify(process);
    });
  const agreed = [{ state: 'differs', choices: ['skip', 'copy'], obstacle: 'agreed' }];
  const renamed = await withProcess(sound, ({ sideAgreements: [first] }) => void (first!.byName = 'Nobody'));
  expect(await look(renamed)).toEqual(agreed);
  expect(await look(await withProcess(sound, ({ sideAgreements }) => void sideAgreements.pop()))).toEqual(agreed);

  const written = { path: '', text: '' };
  const rewritten = await repack(sound, (path, text) => {
    if (!path.includes('/versions/')) return text;
    Object.assign(written, { path, text: text.replaceAll('Head 1', 'Nobody') });
    return written.text;
  });
  const bytes = Buffer.from(written.text);
  const otherText = await withProcess(rewritten, ({ attachments }) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    Object.assign(
      attachments.find(({ path }) => path === written.path)!,
      { sha256, sizeBytes: bytes.length },
    );
  });
  expect(written.text).toContain('Nobody');
  expect(await look(otherText)).toEqual(agreed);
});

test('what a decision, proposal or document of another meeting took the place of is told no more when a bundle says otherwise', async () => {
  const { there, here } = openTwo();
  const rows = [
    ['decision', 'Провести семинар.'],
    ['proposal', 'Создать фонд.'],
  ] as const;
  const [one, other] = [await addMinutes(there.client, rows), await addMinutes(there.client, rows)];
  const [decision = '', proposal = ''] = one.ids;
  const [laterDecision = ''] = other.ids;
  const agreementId = await addAgreement(there.client, one.meeting.id);
  const laterAgreementId = await addAgreement(there.client, other.meeting.id);
  const settle = async (isLeading: boolean): Promise<void> => {
    const { decisions, proposals, agreements } = there.client;
    const of = said();
    await decisions.setState({
      entryIds: [decision],
      ...(isLeading ? { state: 'superseded', replacedById: laterDecision } : { state: 'fulfilled' }),
      ...of,
    });
    await proposals.setStage({
      entryIds: [proposal],
      ...(isLeading ? { stage: 'adopted', decisionId: laterDecision } : { stage: 'project' }),
      ...of,
    });
    await agreements.setState({
      agreementId,
      state: isLeading ? 'replaced' : 'terminated',
      replacedById: isLeading ? laterAgreementId : null,
      ...of,
    });
  };
  await settle(true);
  await send(there.client, here.client, one.meeting.id, other.meeting.id);
  const tables = ['decision', 'proposal', 'agreement_terms'];
  const leading = tables.map((table) => rowsOf(here, table));
  expect(leading).toEqual(tables.map((table) => rowsOf(there, table)));

  // Where the bundle says the same of it, what it leads to stays though the bundle cannot say it.
  await there.client.meetings.update({ id: one.meeting.id, number: '7' });
  expect((await send(there.client, here.client, one.meeting.id)).result).toMatchObject({ replaced: 1 });
  expect(tables.map((table) => rowsOf(here, table))).toEqual(leading);

  await settle(false);
  expect((await send(there.client, here.client, one.meeting.id)).result).toMatchObject({ replaced: 1 });
  for (const table of tables) expect(rowsOf(here, table), table).toEqual(rowsOf(there, table));
});

test('what leads to a meeting that comes later is made when that comes, and what was arranged here stays', async () => {
  const { there, here } = openTwo();
  const rows = [
    ['decision', 'Провести семинар.'],
    ['action', 'Подготовить.'],
  ] as const;
  const add = (more: Partial<Meeting> = {}) => addMinutes(there.client, rows, more);
  const [one, other, event] = [await add(), await add({ date: '2026-11-21' }), await add({ date: '2026-11-22' })];
  const agreementId = await addAgreement(there.client, one.meeting.id);
  const laterAgreementId = await addAgreement(there.client, other.meeting.id);
  const [decision = ''] = one.ids;
  const [laterDecision = '', laterAction = ''] = other.ids;
  await there.client.decisions.setState({
    entryIds: [decision],
    state: 'superseded',
    replacedById: laterDecision,
    ...said({}),
    meetingId: other.meeting.id,
  });
  await there.client.agreements.setState({
    agreementId,
    state: 'replaced',
    replacedById: laterAgreementId,
    ...said(),
  });
  await there.client.links.add({ kind: 'decision-action', fromId: decision, toId: laterAction });
  await there.client.meetings.setParent({ id: one.meeting.id, parentId: event.meeting.id });
  await there.client.meetings.setParent({ id: other.meeting.id, parentId: event.meeting.id });
  commit(there.context, { name: 'meeting.update', label: '' }, (write) => {
    write.insert('action_review', { meeting_id: one.meeting.id, entry_id: laterAction, order_index: 3 });
  });
  const all = [one.meeting.id, other.meeting.id, event.meeting.id];

  await send(there.client, here.client, one.meeting.id);
  const { preview, result } = await send(there.client, here.client, ...all);
  expect(preview.meetings.map(({ state }) => state)).toEqual(['same', 'new', 'new']);
  expect(result).toMatchObject({ added: 2, same: 1 });
  expect(dump(here.context.connection)).toEqual(dump(there.context.connection));
  const again = await send(there.client, here.client, ...all);
  expect(again.result).toMatchObject({ same: 3, position: null });

  // Taken apart here: a bundle in which the meeting is the same and another one is new leaves that alone.
  await here.client.meetings.setParent({ id: one.meeting.id, parentId: null });
  commit(here.context, { name: 'meeting.update', label: '' }, (write) => {
    const key = { meeting_id: one.meeting.id, entry_id: laterAction };
    write.update('action_review', key, { order_index: 0 });
  });
  const before = [rowsOf(here, 'action_review'), rowsOf(here, 'decision')];
  const more = await add({ date: '2026-11-23' });
  expect((await send(there.client, here.client, ...all, more.meeting.id)).result).toMatchObject({ added: 1, same: 3 });
  expect([rowsOf(here, 'action_review'), rowsOf(here, 'decision')]).toEqual(before);
  expect((await here.client.meetings.get({ id: one.meeting.id })).parentId).toBeNull();
});
