import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { Agreement } from '#shared/contract/agreements.ts';
import { emptyText } from '#shared/domain/language.ts';
import { makeAgreement, makeParty } from '../support/agreements.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeAttendance, makeMeeting, makeOrganization, makePerson } from '../support/records.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';

const today = '2026-11-21';
const text = (en: string, ru = '', zh = '') => ({ en, ru, zh });

/** A director of an institute from 2020 to 2024, of another one since, and an agreement signed in 2023. */
async function addSigner(client: Client) {
  const [then, now] = [makeOrganization(), makeOrganization({ name: text('Later Institute') })];
  await client.organizations.create(then);
  await client.organizations.create(now);
  const person = makePerson({
    affiliations: [
      { id: newId(), organizationId: then.id, position: text('Director'), from: '2020-01-01', to: '2024-12-31' },
      { id: newId(), organizationId: now.id, position: text('President'), from: '2025-01-01', to: null },
    ],
  });
  await client.people.create(person);
  const party = makeParty(then.id);
  const signatory = { id: newId(), attendanceId: null, personId: person.id, partyId: party.id };
  const agreement = makeAgreement({ signedOn: '2023-05-06', parties: [party], signatories: [signatory] });
  await client.agreements.add(agreement);
  return { person, party, signatory, agreement, then };
}

test('who signs outside every meeting stands with name and office as of the signing', async () => {
  const { client } = openTestBackend().backend;
  const { person, party, signatory, agreement, then } = await addSigner(client);
  const detail = await client.agreements.get({ id: agreement.id, today });
  expect(detail).toMatchObject({ meeting: null, isLocked: false });
  expect(detail.signatories).toEqual([
    {
      id: signatory.id,
      personId: person.id,
      partyId: party.id,
      name: { en: 'Hu Yidong', ru: 'Ху Идун', zh: '' },
      position: text('Director'),
      organization: then.name,
      hasLeftRegister: false,
    },
  ]);
  // What the register says later changes nothing of it.
  await client.people.update({ id: person.id, affiliations: [] });
  await client.agreements.update({ id: agreement.id, title: text('Memorandum') });
  expect((await client.agreements.get({ id: agreement.id, today })).signatories[0]).toMatchObject({
    position: text('Director'),
  });
  const related = await client.people.related({ id: person.id });
  expect(related.signatures).toMatchObject([{ agreementId: agreement.id, meetingId: null, signedOn: '2023-05-06' }]);
  expect((await client.organizations.related({ id: then.id })).agreements).toMatchObject([
    { agreementId: agreement.id, meetingId: null },
  ]);
});

test('what is said of a signatory is kept as it is said, an empty office as well', async () => {
  const { client } = openTestBackend().backend;
  const { agreement, signatory } = await addSigner(client);
  const said = { ...signatory, name: text('Hu Y.'), position: emptyText() };
  const stranger = { id: newId(), attendanceId: null, name: text('', 'Пётр'), position: text('', 'министр') };
  await client.agreements.update({ id: agreement.id, signatories: [stranger, said] });
  const detail = await client.agreements.get({ id: agreement.id, today });
  expect(detail.agreement.signatories).toEqual([stranger, said]);
  expect(detail.signatories).toMatchObject([
    { personId: null, partyId: null, name: stranger.name, organization: emptyText(), hasLeftRegister: false },
    { name: text('Hu Y.'), position: emptyText() },
  ]);
});

test('a person who signed is deleted: name and office stay, and undo brings the person back', async () => {
  const { client, context } = openTestBackend().backend;
  const { person, agreement } = await addSigner(client);
  const before = dump(context.connection);
  const [known] = (await client.agreements.get({ id: agreement.id, today })).signatories;
  await client.people.remove({ id: person.id });
  const signed = await client.agreements.get({ id: agreement.id, today });
  expect(signed.signatories).toEqual([{ ...known, personId: null, hasLeftRegister: true }]);
  expect((await client.app.check()).integrity).toBe('ok');
  await client.history.undo();
  expect(dump(context.connection)).toEqual(before);
  expect((await client.agreements.get({ id: agreement.id, today })).signatories).toEqual([known]);
  await client.history.redo();
  expect((await client.agreements.get({ id: agreement.id, today })).signatories).toEqual(signed.signatories);
});

test('who attended the signing is not deleted, and agreed minutes keep who signed when somebody else is', async () => {
  const client = withQuickDocuments(openTestBackend().backend);
  const [attended, other] = [makePerson(), makePerson()];
  await client.people.create(attended);
  await client.people.create(other);
  const { meeting } = await addTalks(client);
  const seat = makeAttendance(meeting.id, { personId: attended.id, name: text('Hu'), position: text('Director') });
  await client.attendance.add(seat);
  const agreement = makeAgreement({
    meetingId: meeting.id,
    signatories: [
      { id: newId(), attendanceId: seat.id },
      { id: newId(), attendanceId: null, personId: other.id },
    ],
  });
  await client.agreements.add(agreement);
  await agreeAll(client, meeting.id);
  const { error } = await safe(client.people.remove({ id: attended.id }));
  expect(error).toMatchObject({ code: 'IN_USE', data: { uses: [{ kind: 'attendance', count: 1 }] } });
  await client.people.remove({ id: other.id });
  const detail = await client.agreements.get({ id: agreement.id, today });
  expect(detail.isLocked).toBe(true);
  expect(detail.signatories).toMatchObject([
    { personId: attended.id, name: text('Hu'), position: text('Director'), hasLeftRegister: false },
    { personId: null, name: { ru: 'Ху Идун' }, hasLeftRegister: true },
  ]);
});

test('an amendment that is given up brings back who signed, by name alone where they were deleted meanwhile', async () => {
  const client = withQuickDocuments(openTestBackend().backend);
  const person = makePerson();
  await client.people.create(person);
  const { meeting } = await addTalks(client);
  const signatory = { id: newId(), attendanceId: null, personId: person.id, position: text('Director') };
  const agreement = makeAgreement({ meetingId: meeting.id, signatories: [signatory] });
  await client.agreements.add(agreement);
  await agreeAll(client, meeting.id);
  await client.versions.amend({ id: newId(), meetingId: meeting.id, reason: 'A wrong date' });
  await client.agreements.update({ id: agreement.id, signatories: [] });
  await client.people.remove({ id: person.id });
  await client.versions.dropAmendment({ meetingId: meeting.id });
  expect((await client.agreements.get({ id: agreement.id, today })).signatories).toMatchObject([
    { id: signatory.id, personId: null, name: { ru: 'Ху Идун' }, position: text('Director') },
  ]);
  expect(await client.versions.verify({ meetingId: meeting.id })).toEqual([]);
});

test('an agreement of agreed minutes stays as it is, its terms do not; one outside every meeting is never locked', async () => {
  const client = withQuickDocuments(openTestBackend().backend);
  const { meeting } = await addTalks(client);
  const [inside, outside] = [makeAgreement({ meetingId: meeting.id, parties: [makeParty(null)] }), makeAgreement()];
  await client.agreements.add(inside);
  await client.agreements.add(outside);
  await agreeAll(client, meeting.id);
  const refusals = [
    client.agreements.update({ id: inside.id, title: text('Another') }),
    client.agreements.update({ id: inside.id, meetingId: null }),
    client.agreements.update({ id: inside.id, parties: [] }),
    client.agreements.update({ id: outside.id, meetingId: meeting.id }),
    client.agreements.remove({ id: inside.id }),
  ];
  for (const refusal of refusals) expect((await safe(refusal)).error).toMatchObject({ code: 'LOCKED' });
  await client.agreements.saveTerms({ id: inside.id, number: '7', validTo: '2030-01-01' });
  await client.agreements.update({ id: outside.id, parties: [makeParty(null, text('A party'))] });
  await client.agreements.remove({ id: outside.id });
  expect((await client.agreements.get({ id: inside.id, today })).terms).toMatchObject({ number: '7' });
});

test('taken out of its meeting, who attended there stays a signatory by name, office and party', async () => {
  const { client, context } = openTestBackend().backend;
  const [organization, person] = [makeOrganization(), makePerson()];
  await client.organizations.create(organization);
  await client.people.create(person);
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  const seat = makeAttendance(meeting.id, {
    personId: person.id,
    organizationId: organization.id,
    name: text('Hu'),
    position: text('Director'),
  });
  await client.attendance.add(seat);
  const party = makeParty(organization.id);
  const signatory = { id: newId(), attendanceId: seat.id };
  const agreement = makeAgreement({ meetingId: meeting.id, parties: [party], signatories: [signatory] });
  await client.agreements.add(agreement);
  const before = dump(context.connection);
  await client.agreements.update({ id: agreement.id, meetingId: null });
  expect((await client.agreements.get({ id: agreement.id, today })).agreement.signatories).toEqual([
    {
      id: signatory.id,
      attendanceId: null,
      personId: person.id,
      partyId: party.id,
      name: text('Hu'),
      position: text('Director'),
    },
  ]);
  expect((await client.meetings.get({ id: meeting.id })).agreements).toEqual([]);
  await client.history.undo();
  expect(dump(context.connection)).toEqual(before);
  // A party that goes is signed for by nobody any more.
  await client.agreements.update({ id: agreement.id, signatories: [{ ...signatory, partyId: party.id }] });
  await client.agreements.update({ id: agreement.id, parties: [] });
  expect((await client.agreements.get({ id: agreement.id, today })).agreement.signatories).toEqual([signatory]);
});

test('what an agreement names and is not there is refused', async () => {
  const { client, context } = openTestBackend().backend;
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  const before = dump(context.connection);
  const nowhere = newId();
  const signed = (signatory: object) => ({ signatories: [{ id: newId(), attendanceId: null, ...signatory }] });
  const wrong: [string, Partial<Agreement>][] = [
    ['meeting', { meetingId: nowhere }],
    ['organization', { parties: [makeParty(nowhere)] }],
    ['attendance', { meetingId: meeting.id, ...signed({ attendanceId: nowhere }) }],
    ['person', signed({ personId: nowhere })],
    ['agreement_party', signed({ name: text('Hu'), partyId: nowhere })],
  ];
  for (const [kind, changes] of wrong) {
    const { error } = await safe(client.agreements.add(makeAgreement(changes)));
    expect(error, kind).toMatchObject({ code: 'NOT_FOUND', data: { kind } });
  }
  expect(dump(context.connection)).toEqual(before);
});

test('outside every meeting it is found by its words, its number and who signed', async () => {
  const { client } = openTestBackend().backend;
  const stranger = { id: newId(), attendanceId: null, name: text('', 'Захаров'), position: emptyText() };
  const agreement = makeAgreement({ signatories: [stranger] });
  await client.agreements.add(agreement);
  await client.agreements.saveTerms({ id: agreement.id, number: 'NSU-2025-0317', place: text('', 'Новосибирск') });
  for (const query of ['memorandum', 'сотрудничестве', '备忘录', 'NSU-2025-0317', 'Новосибирск', 'Захаров']) {
    expect(await client.search.find({ query }), query).toMatchObject([
      { kind: 'agreement', id: agreement.id, meetingId: null },
    ]);
  }
  await client.agreements.remove({ id: agreement.id });
  expect(await client.search.find({ query: 'Захаров' })).toEqual([]);
});

test('its title keeps what it was written in, also when it comes into a meeting', async () => {
  const { client, context } = openTestBackend().backend;
  const party = makeParty(null, text('', 'Сторона'));
  const agreement = makeAgreement({ title: text('', 'Меморандум'), parties: [party] });
  await client.agreements.add(agreement);
  await client.agreements.update({ id: agreement.id, title: text('', 'Меморандум', '备忘录') });
  await client.agreements.update({ id: agreement.id, title: text('', 'Меморандум о науке', '备忘录') });
  const meeting = makeMeeting({ title: emptyText(), workingLanguages: ['zh', 'ru'] });
  await client.meetings.create(meeting);
  await client.agreements.update({ id: agreement.id, meetingId: meeting.id });
  const headings = await client.translations.headings({ meetingId: meeting.id });
  expect(headings.map(({ kind, sourceLanguage }) => [kind, sourceLanguage])).toEqual([
    ['agreement_title', 'ru'],
    ['party_description', 'ru'],
  ]);
  const before = dump(context.connection);
  await client.agreements.remove({ id: agreement.id });
  expect(context.connection.sql('SELECT * FROM heading_text')).toEqual([]);
  await client.history.undo();
  expect(dump(context.connection)).toEqual(before);
});
