import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { makeAgreement, makeParty, saidOn } from '../support/agreements.ts';
import { openTestBackend } from '../support/backend.ts';
import { makePerson } from '../support/records.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';

const today = '2026-11-21';

test('what stood beside the minutes comes back with them when an amendment is given up', async () => {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  const { meeting, entries } = await addTalks(client);
  const [, decision, action] = entries as [unknown, { id: string }, { id: string }];
  const person = makePerson();
  await client.people.create(person);
  const party = makeParty(null);
  const agreement = makeAgreement({ meetingId: meeting.id, parties: [party] });
  const older = makeAgreement({ title: { en: 'Older', ru: '', zh: '' } });
  await client.agreements.add(agreement);
  await client.agreements.add(older);
  const copy = { id: newId(), keeperPartyId: party.id, languages: [], signingOrder: [party.id] };
  await client.agreements.saveTerms({ id: agreement.id, number: '7', validTo: '2027-01-01', copies: [copy] });
  const said = { ...saidOn('2026-11-20'), reporterId: person.id };
  await client.agreements.renew({ id: newId(), agreementId: agreement.id, validTo: '2030-01-01', ...said });
  const replaced = { agreementId: older.id, state: 'replaced', replacedById: agreement.id } as const;
  await client.agreements.setState({ ...replaced, ...saidOn('2026-11-20') });
  const file = new File(['Text'], 'text.txt');
  const scan = { id: newId(), agreementId: agreement.id, kind: 'scan', language: null, file } as const;
  await client.agreements.addFile(scan);
  await client.links.add({ kind: 'decision-agreement', fromId: decision.id, toId: agreement.id });
  await client.links.add({ kind: 'decision-action', fromId: decision.id, toId: action.id });
  await client.decisions.setState({ entryIds: [decision.id], state: 'fulfilled', replacedById: null, ...said });
  await agreeAll(client, meeting.id);
  const read = async () => ({
    agreement: await client.agreements.get({ id: agreement.id, today }),
    older: await client.agreements.get({ id: older.id, today }),
    decision: await client.decisions.get({ entryId: decision.id }),
  });
  const before = await read();
  expect(before).toMatchObject({
    agreement: { files: 1, validTo: '2030-01-01', linked: [{ id: decision.id }], replaces: [{ id: older.id }] },
    older: { replacedBy: { id: agreement.id } },
    decision: { state: 'fulfilled', links: 2 },
  });

  await client.versions.amend({ id: newId(), meetingId: meeting.id, reason: 'Checked anew' });
  await client.agreements.remove({ id: agreement.id });
  await client.entries.remove({ ids: [decision.id] });
  await client.people.remove({ id: person.id });
  expect((await client.agreements.get({ id: older.id, today })).replacedBy).toBeNull();
  await client.versions.dropAmendment({ meetingId: meeting.id });

  const after = await read();
  // Who reported is named still, and leads to nobody.
  const withoutReporter = (detail: (typeof before)['agreement' | 'decision']) =>
    detail.history.map((line) => ({ ...line, reporterId: null }));
  expect(after.agreement).toEqual({ ...before.agreement, history: withoutReporter(before.agreement) });
  expect(after.older).toEqual(before.older);
  expect(after.decision).toEqual({ ...before.decision, history: withoutReporter(before.decision) });
  expect(await client.agreements.verifyFiles({ agreementId: agreement.id })).toEqual([{ id: scan.id, state: 'sound' }]);
  expect((await client.app.check()).integrity).toBe('ok');
});
