import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordFollowUp } from '#shared/contract/record-follow-up.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import { refusalOf } from '../support/circulated.ts';
import { dump } from '../support/dump.ts';
import { randomRecord } from '../support/random-record.ts';

const toFile = (record: unknown): File => new File([JSON.stringify(record)], 'meeting.json');
const textOf = async (file: File): Promise<string> => await file.text();

/** Records with every part of the follow-up. */
const full = fc.sample(
  randomRecord.filter(
    ({ entries, agreements, meeting, followUp }) =>
      followUp?.areas?.length !== 0 &&
      followUp !== undefined &&
      agreements.length === 2 &&
      meeting.sides.length > 0 &&
      (['action', 'decision', 'proposal'] as const).every(
        (kind) => entries.filter((entry) => entry.kind === kind).length > (kind === 'decision' ? 1 : 0),
      ),
  ),
  { numRuns: 4, seed: 8 },
);
const [record] = full;
if (record?.followUp === undefined) throw new Error('a record with a follow-up was asked for');
const sample = record as MeetingRecord & { followUp: RecordFollowUp };

test.each(full.map((one, index) => [index, one] as const))(
  'what came of a meeting comes back byte for byte, and is known again: %i',
  async (_index, one) => {
    const { client } = openTestBackend().backend;
    await client.records.import({ file: toFile(one) });
    const exported = await textOf(await client.records.export({ meetingId: one.meeting.id }));
    const other = openTestBackend().backend;
    await other.client.records.import({ file: new File([exported], 'meeting.json') });
    const again = await textOf(await other.client.records.export({ meetingId: one.meeting.id }));
    expect(again).toBe(exported);
    const lists = (of: RecordFollowUp | undefined): Record<string, number> =>
      Object.fromEntries(Object.entries(of ?? {}).map(([list, items]) => [list, items.length]));
    expect(lists((JSON.parse(again) as MeetingRecord).followUp)).toEqual(lists(one.followUp));
    expect((await other.client.records.preview({ file: new File([again], 'meeting.json') })).outcome).toBe('same');
    expect((await other.client.records.preview({ file: toFile(one) })).outcome).toBe('same');
  },
);

test('nothing to say is no follow-up, however it is written', async () => {
  const { client } = openTestBackend().backend;
  const unsaid: RecordFollowUp = {
    areas: [{ id: crypto.randomUUID(), name: { ...emptyText(), ru: 'Ничья' } }],
    areasOf: [],
    decisions: [
      { entryId: sample.followUp.decisions?.[0]?.entryId ?? '', state: 'in_force', stateOn: null, replacedById: null },
    ],
    reports: [],
  };
  await client.records.import({ file: toFile({ ...sample, followUp: unsaid }) });
  const exported = JSON.parse(await textOf(await client.records.export({ meetingId: sample.meeting.id }))) as object;
  expect('followUp' in exported).toBe(false);
});

test('what leads out of the meeting is left out of its file', async () => {
  const { client } = openTestBackend().backend;
  const other = full[1] ?? sample;
  for (const one of [sample, other]) await client.records.import({ file: toFile(one) });
  const firstOf = (one: MeetingRecord, kind: string): string =>
    one.entries.find((entry) => entry.kind === kind)?.id ?? '';
  const decision = firstOf(sample, 'decision');
  await client.decisions.setState({
    entryIds: [decision],
    state: 'superseded',
    replacedById: firstOf(other, 'decision'),
    on: '2027-01-01',
    reporterId: null,
    reporter: '',
    meetingId: other.meeting.id,
    note: 'Там.',
  });
  await client.links.add({ kind: 'decision-action', fromId: decision, toId: firstOf(other, 'action') });
  const exported = await client.records.export({ meetingId: sample.meeting.id });
  const { followUp } = JSON.parse(await textOf(exported)) as MeetingRecord;
  expect(followUp?.decisions?.find(({ entryId }) => entryId === decision)).toMatchObject({
    state: 'superseded',
    replacedById: null,
  });
  expect(followUp?.reports?.find(({ note }) => note === 'Там.')).toMatchObject({ meetingId: null });
  expect(followUp?.links?.length).toBe(sample.followUp.links?.length);
  expect((await client.records.preview({ file: exported })).outcome).toBe('same');
});

const broken: [name: string, path: string, breakIt: (followUp: RecordFollowUp) => void][] = [
  [
    'an area that is not there',
    'followUp.areasOf[0].areaIds[0]',
    (of) => {
      for (const holder of of.areasOf ?? []) holder.areaIds = [crypto.randomUUID()];
    },
  ],
  [
    'a decision of another meeting',
    'followUp.decisions[0].replacedById',
    (of) => {
      for (const decision of of.decisions ?? []) decision.replacedById = crypto.randomUUID();
    },
  ],
  [
    'a partner who is not there',
    'followUp.proposals[0].partners[0].organizationId',
    (of) => {
      for (const partner of of.proposals?.[0]?.partners ?? []) partner.organizationId = crypto.randomUUID();
    },
  ],
  [
    'a party of another document',
    'followUp.agreements[0].terms.copies[0].keeperPartyId',
    (of) => {
      const [first, second] = of.agreements ?? [];
      if (first?.terms.copies[0] !== undefined)
        first.terms.copies[0].keeperPartyId = second?.terms.copies[0]?.keeperPartyId ?? null;
    },
  ],
  [
    'an owner who is not there',
    'followUp.assignments[0].owners[0].ownerId',
    (of) => {
      for (const owner of of.assignments?.[0]?.owners.slice(0, 1) ?? []) owner.ownerId = crypto.randomUUID();
    },
  ],
  [
    'a report at another meeting',
    'followUp.reports[0].meetingId',
    (of) => {
      for (const report of of.reports?.slice(0, 1) ?? []) report.meetingId = crypto.randomUUID();
    },
  ],
  [
    'a link that leads out',
    'followUp.links[0].toId',
    (of) => {
      for (const link of of.links?.slice(0, 1) ?? []) link.toId = crypto.randomUUID();
    },
  ],
  [
    'a decision that is told of twice',
    'followUp.decisions[1].entryId',
    (of) => {
      const [first] = of.decisions ?? [];
      if (first !== undefined) of.decisions = [first, first];
    },
  ],
  [
    'a decision that takes the place of itself',
    'followUp.decisions[0].replacedById',
    (of) => {
      const [first, second] = of.decisions ?? [];
      if (first === undefined || second === undefined) throw new Error('two decisions were asked for');
      first.replacedById = second.entryId;
      second.replacedById = first.entryId;
    },
  ],
  [
    'a state of another kind',
    'followUp.reports[0].state',
    (of) => {
      for (const report of of.reports?.slice(0, 1) ?? []) Object.assign(report, { state: 'adopted' });
    },
  ],
];

test.each(broken)('%s is refused with its place; nothing is changed', async (_name, path, breakIt) => {
  const { client, context } = openTestBackend().backend;
  const before = dump(context.connection);
  const followUp = structuredClone(sample.followUp);
  breakIt(followUp);
  const refusal = await refusalOf(client.records.import({ file: toFile({ ...sample, followUp }) }));
  expect(refusal).toMatchObject({ error: 'RECORD_REFUSED' });
  const { problems } = refusal as { problems: { path: string }[] };
  expect(problems.map((problem) => problem.path)).toContain(path);
  expect(dump(context.connection)).toEqual(before);
});

test('a document outside the meeting, and a signatory for no party of it, are refused', async () => {
  const { client } = openTestBackend().backend;
  const refusalFor = (agreements: unknown): Promise<unknown> =>
    refusalOf(client.records.import({ file: toFile({ ...sample, agreements }) }));
  const [first, ...rest] = sample.agreements;
  expect(await refusalFor([{ ...first, meetingId: null }, ...rest])).toMatchObject({
    problems: [{ code: 'wrong-value', path: 'agreements[0].meetingId' }],
  });
  const stranger = { id: crypto.randomUUID(), attendanceId: null, partyId: crypto.randomUUID() };
  expect(await refusalFor([{ ...first, signatories: [stranger] }, ...rest])).toMatchObject({
    problems: [{ code: 'dangling-id', path: 'agreements[0].signatories[0].partyId' }],
  });
});
