import fc from 'fast-check';
import type { Agreement } from '#shared/contract/agreements.ts';
import { decisionStates } from '#shared/contract/decisions.ts';
import { actionStatuses, type Entry } from '#shared/contract/entries.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { Organization } from '#shared/contract/organizations.ts';
import type { Person } from '#shared/contract/people.ts';
import { proposalStages } from '#shared/contract/proposals.ts';
import type { RecordFollowUp } from '#shared/contract/record-follow-up.ts';
import type { LocalizedText } from '#shared/domain/language.ts';

interface Outcome {
  /** Whether anything came of the meeting at all. */
  isAny: boolean;
  areas: LocalizedText[];
  line: LocalizedText;
  state: (typeof decisionStates)[number];
  stage: (typeof proposalStages)[number];
  status: (typeof actionStatuses)[number];
  on: string | null;
  authenticity: 'unsaid' | 'equal' | 'prevails' | 'sole';
  isReplaced: boolean;
}

export const randomOutcome = (line: fc.Arbitrary<LocalizedText>): fc.Arbitrary<Outcome> =>
  fc.record({
    isAny: fc.boolean(),
    areas: fc.array(line, { maxLength: 3 }),
    line,
    state: fc.constantFrom(...decisionStates),
    stage: fc.constantFrom(...proposalStages),
    status: fc.constantFrom(...actionStatuses),
    on: fc.constantFrom(null, '2027-01-31', '2026-11-20'),
    authenticity: fc.constantFrom('unsaid', 'equal', 'prevails', 'sole'),
    isReplaced: fc.boolean(),
  });

interface Parts {
  meeting: Meeting;
  entries: readonly Entry[];
  agreements: readonly Agreement[];
  organization: Organization;
  people: readonly Person[];
}

/** What came of a meeting, in no order; undefined for nothing. */
export function followUpOf(outcome: Outcome, parts: Parts): RecordFollowUp | undefined {
  if (!outcome.isAny) return undefined;
  const { meeting, entries, agreements, organization, people } = parts;
  const { line, on } = outcome;
  const newId = (): string => crypto.randomUUID();
  const ofKind = (kind: Entry['kind']): string[] =>
    entries.filter((entry) => entry.kind === kind).map((entry) => entry.id);
  const [decisions, proposals, actions] = [ofKind('decision'), ofKind('proposal'), ofKind('action')];
  const areas = outcome.areas.map((name) => ({ id: newId(), name }));
  const areaIds = areas.map(({ id }) => id);
  const holders = [
    { kind: 'meeting' as const, recordId: meeting.id },
    ...entries.map(({ id }) => ({ kind: 'entry' as const, recordId: id })),
    ...agreements.map(({ id }) => ({ kind: 'agreement' as const, recordId: id })),
  ];
  const [reporter] = people;
  const report = {
    on: '2026-12-01',
    reporterId: reporter?.id ?? null,
    reporter: line.ru,
    meetingId: outcome.isReplaced ? meeting.id : null,
    note: line.zh,
    atMs: 1_790_000_000_000,
  };
  const followUp: RecordFollowUp = {
    areas,
    areasOf: areaIds.length === 0 ? [] : holders.map((holder) => ({ ...holder, areaIds })),
    decisions: decisions.map((entryId, index) => ({
      entryId,
      state: outcome.state,
      stateOn: on,
      replacedById: outcome.isReplaced ? (decisions[index + 1] ?? null) : null,
    })),
    proposals: proposals.map((entryId) => ({
      entryId,
      stage: outcome.stage,
      stageOn: on,
      decisionId: decisions[0] ?? null,
      funding: line,
      project: line.en,
      partners: [{ id: newId(), organizationId: organization.id }],
    })),
    agreements: agreements.map(({ id, parties }, index) => ({
      agreementId: id,
      terms: {
        number: line.en,
        place: line,
        languages: [
          { language: 'zh', standing: 'translation' },
          { language: 'en', standing: 'authentic' },
        ],
        authenticity: outcome.authenticity,
        authenticLanguage: outcome.authenticity === 'prevails' || outcome.authenticity === 'sole' ? 'en' : null,
        copies: parties.map((party) => ({
          id: newId(),
          keeperPartyId: party.id,
          languages: ['ru', 'zh'],
          signingOrder: parties.map(({ id: partyId }) => partyId),
        })),
        validFrom: on,
        validTo: '2027-12-31',
        renewal: 'automatic',
        renewalMonths: 12,
        noticeDays: 30,
        note: line.ru,
      },
      state: outcome.isReplaced ? 'replaced' : 'standing',
      stateOn: on,
      replacedById: outcome.isReplaced ? (agreements[index + 1]?.id ?? null) : null,
      renewals: [
        { id: newId(), renewedOn: '2027-12-02', validTo: null, note: '' },
        { id: newId(), renewedOn: '2027-12-01', validTo: '2028-12-31', note: line.zh },
      ],
    })),
    links: decisions.flatMap((fromId) => [
      ...actions.map((toId) => ({ kind: 'decision-action' as const, fromId, toId })),
      ...agreements.map(({ id }) => ({ kind: 'decision-agreement' as const, fromId, toId: id })),
    ]),
    assignments: actions.map((entryId) => ({
      entryId,
      owners: [
        { id: newId(), kind: 'organization', ownerId: organization.id },
        ...meeting.sides.map((side) => ({ id: newId(), kind: 'side' as const, ownerId: side.id })),
      ],
      due: on,
      dueAtNextMeeting: on === null,
    })),
    reports: [
      ...actions.map((id) => ({
        ...report,
        id: newId(),
        kind: 'action' as const,
        recordId: id,
        state: outcome.status,
      })),
      ...decisions.map((id) => ({
        ...report,
        id: newId(),
        kind: 'decision' as const,
        recordId: id,
        state: outcome.state,
      })),
      ...agreements.map(({ id }) => ({
        ...report,
        id: newId(),
        kind: 'agreement' as const,
        recordId: id,
        state: 'standing' as const,
      })),
    ],
  };
  return followUp;
}
