import { isDeepStrictEqual } from 'node:util';
import type { RecordProblem } from '#shared/contract/errors.ts';
import type { RecordFollowUp } from '#shared/contract/record-follow-up.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { unsaidTerms } from '#shared/domain/empty-records.ts';
import { emptyText, languages } from '#shared/domain/language.ts';

type List<Name extends keyof RecordFollowUp> = NonNullable<RecordFollowUp[Name]>;

/**
 * The same follow-up always stands in the same order, and what goes without saying is left out. Undefined when nothing is
 * said.
 */
export function inFollowUpOrder(followUp: RecordFollowUp | undefined): RecordFollowUp | undefined {
  if (followUp === undefined) return undefined;
  const named = new Set((followUp.areasOf ?? []).flatMap(({ areaIds }) => areaIds));
  const lists: Required<RecordFollowUp> = {
    areas: sortBy(followUp.areas, ({ id }) => id).filter(({ id }) => named.has(id)),
    areasOf: sortBy(followUp.areasOf, ({ kind, recordId }) => `${kind}/${recordId}`).map((of) => ({
      ...of,
      areaIds: [...new Set(of.areaIds)].sort(),
    })),
    decisions: sortBy(followUp.decisions, ({ entryId }) => entryId).filter(isSaid(unsaidDecision)),
    proposals: sortBy(followUp.proposals, ({ entryId }) => entryId).filter(isSaid(unsaidProposal)),
    agreements: sortBy(followUp.agreements, ({ agreementId }) => agreementId)
      .map(agreementInOrder)
      .filter(isSaid(unsaidAgreement)),
    links: withoutDoubles(sortBy(followUp.links, keyOfLink)),
    assignments: sortBy(followUp.assignments, ({ entryId }) => entryId),
    reports: sortBy(followUp.reports, ({ on, atMs, id }) => `${on} ${String(atMs).padStart(16, '0')} ${id}`),
  };
  const said = Object.entries(lists).filter(([, list]) => list.length > 0);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** What belongs to the meeting alone: the group, and what areas are called, are of the register. */
export function withoutRegister(followUp: RecordFollowUp | undefined): RecordFollowUp | undefined {
  if (followUp === undefined) return undefined;
  const { areasOf = [], links = [] } = followUp;
  return inFollowUpOrder({
    ...followUp,
    areas: [],
    areasOf: areasOf.filter(({ kind }) => kind !== 'group'),
    links: links.filter(({ kind }) => kind !== 'group-agreement'),
  });
}

const unsaidDecision: Omit<List<'decisions'>[number], 'entryId'> = {
  state: 'in_force',
  stateOn: null,
  replacedById: null,
};
const unsaidProposal: Omit<List<'proposals'>[number], 'entryId'> = {
  stage: 'proposed',
  stageOn: null,
  decisionId: null,
  funding: emptyText(),
  project: '',
  partners: [],
};
const unsaidAgreement: Omit<List<'agreements'>[number], 'agreementId'> = {
  terms: unsaidTerms,
  state: 'standing',
  stateOn: null,
  replacedById: null,
  renewals: [],
};

/** Whether anything but the id is other than unsaid. */
const isSaid =
  (unsaid: Record<string, unknown>) =>
  (item: object): boolean =>
    Object.entries(unsaid).some(([name, value]) => !isDeepStrictEqual(item[name as keyof typeof item], value));

const agreementInOrder = (agreement: List<'agreements'>[number]): List<'agreements'>[number] => ({
  ...agreement,
  terms: {
    ...agreement.terms,
    languages: [...agreement.terms.languages].sort(
      (a, b) => languages.indexOf(a.language) - languages.indexOf(b.language),
    ),
  },
  renewals: sortBy(agreement.renewals, ({ renewedOn, id }) => `${renewedOn} ${id}`),
});

const keyOfLink = ({ kind, fromId, toId }: List<'links'>[number]): string => `${kind}/${fromId}/${toId}`;

function withoutDoubles(links: List<'links'>): List<'links'> {
  return [...new Map(links.map((link) => [keyOfLink(link), link])).values()];
}

function sortBy<Item>(items: readonly Item[] | undefined, keyOf: (item: Item) => string): Item[] {
  return [...(items ?? [])].sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}

/** Ids that the follow-up gives to something, with their places. */
export function listFollowUpIds({ followUp }: MeetingRecord): { path: string; id: string; kind: 'area' | 'other' }[] {
  if (followUp === undefined) return [];
  const of = (list: readonly { id: string }[] | undefined, path: string, kind: 'area' | 'other') =>
    (list ?? []).map(({ id }, index) => ({ path: `followUp.${path}[${String(index)}].id`, id, kind }));
  return [
    ...of(followUp.areas, 'areas', 'area'),
    ...(followUp.proposals ?? []).flatMap((proposal, index) =>
      of(proposal.partners, `proposals[${String(index)}].partners`, 'other'),
    ),
    ...(followUp.agreements ?? []).flatMap((agreement, index) => [
      ...of(agreement.terms.copies, `agreements[${String(index)}].terms.copies`, 'other'),
      ...of(agreement.renewals, `agreements[${String(index)}].renewals`, 'other'),
    ]),
    ...(followUp.assignments ?? []).flatMap((assignment, index) =>
      of(assignment.owners, `assignments[${String(index)}].owners`, 'other'),
    ),
    ...of(followUp.reports, 'reports', 'other'),
  ];
}

/** What is said twice of one record, names what is not in the file, or takes the place of itself. */
export function findFollowUpProblems(record: MeetingRecord): RecordProblem[] {
  const { followUp } = record;
  if (followUp === undefined) return [];
  const { areasOf = [], decisions = [], proposals = [], agreements = [], assignments = [] } = followUp;
  return [
    ...findDoubles('areasOf', 'recordId', areasOf, ({ kind, recordId }) => `${kind}/${recordId}`),
    ...findDoubles('decisions', 'entryId', decisions, ({ entryId }) => entryId),
    ...findDoubles('proposals', 'entryId', proposals, ({ entryId }) => entryId),
    ...findDoubles('agreements', 'agreementId', agreements, ({ agreementId }) => agreementId),
    ...findDoubles('assignments', 'entryId', assignments, ({ entryId }) => entryId),
    ...agreements.flatMap(({ terms }, index) =>
      findDoubles(`agreements[${String(index)}].terms.languages`, 'language', terms.languages, (of) => of.language),
    ),
    ...findDangling(record, followUp),
    ...findCycles(
      'decisions',
      decisions.map(({ entryId, replacedById }) => [entryId, replacedById]),
    ),
    ...findCycles(
      'agreements',
      agreements.map(({ agreementId, replacedById }) => [agreementId, replacedById]),
    ),
  ];
}

function findDoubles<Item>(
  list: string,
  field: string,
  items: readonly Item[],
  keyOf: (item: Item) => string,
): RecordProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index): RecordProblem[] => {
    const key = keyOf(item);
    const isSeen = seen.has(key);
    seen.add(key);
    const detail = key.slice(key.indexOf('/') + 1);
    return isSeen ? [{ code: 'duplicate-id', path: `followUp.${list}[${String(index)}].${field}`, detail }] : [];
  });
}

function findCycles(list: string, replacements: readonly (readonly [string, string | null])[]): RecordProblem[] {
  const next = new Map(replacements);
  return replacements.flatMap(([id, first], index): RecordProblem[] => {
    const seen = new Set<string>();
    let now = first;
    while (now !== null && now !== id && !seen.has(now)) {
      seen.add(now);
      now = next.get(now) ?? null;
    }
    const path = `followUp.${list}[${String(index)}].replacedById`;
    return now === id ? [{ code: 'wrong-value', path, detail: first ?? '' }] : [];
  });
}

function findDangling(record: MeetingRecord, followUp: RecordFollowUp): RecordProblem[] {
  const idsOf = (list: readonly { id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));
  const known = {
    meeting: idsOf([record.meeting]),
    entry: idsOf(record.entries),
    agreement: idsOf(record.agreements),
    group: idsOf(record.group === null ? [] : [record.group]),
    area: idsOf(followUp.areas ?? []),
    person: idsOf(record.people),
    organization: idsOf(record.organizations),
    side: idsOf(record.meeting.sides),
  };
  const parties = new Map(record.agreements.map((agreement) => [agreement.id, idsOf(agreement.parties)]));
  const problems: RecordProblem[] = [];
  const check = (ids: ReadonlySet<string> | undefined, path: string, id: string | null): void => {
    if (id !== null && ids?.has(id) !== true)
      problems.push({ code: 'dangling-id', path: `followUp.${path}`, detail: id });
  };
  const ofEntry = {
    decision: 'entry',
    proposal: 'entry',
    action: 'entry',
    agreement: 'agreement',
    group: 'group',
  } as const;

  for (const [index, { kind, recordId, areaIds }] of (followUp.areasOf ?? []).entries()) {
    check(known[kind], `areasOf[${String(index)}].recordId`, recordId);
    for (const [place, areaId] of areaIds.entries()) {
      check(known.area, `areasOf[${String(index)}].areaIds[${String(place)}]`, areaId);
    }
  }
  for (const [index, { entryId, replacedById }] of (followUp.decisions ?? []).entries()) {
    check(known.entry, `decisions[${String(index)}].entryId`, entryId);
    check(known.entry, `decisions[${String(index)}].replacedById`, replacedById);
  }
  for (const [index, { entryId, decisionId, partners }] of (followUp.proposals ?? []).entries()) {
    check(known.entry, `proposals[${String(index)}].entryId`, entryId);
    check(known.entry, `proposals[${String(index)}].decisionId`, decisionId);
    for (const [place, { organizationId }] of partners.entries()) {
      check(
        known.organization,
        `proposals[${String(index)}].partners[${String(place)}].organizationId`,
        organizationId,
      );
    }
  }
  for (const [index, { agreementId, replacedById, terms }] of (followUp.agreements ?? []).entries()) {
    const path = `agreements[${String(index)}]`;
    check(known.agreement, `${path}.agreementId`, agreementId);
    check(known.agreement, `${path}.replacedById`, replacedById);
    for (const [place, { keeperPartyId, signingOrder }] of terms.copies.entries()) {
      const copy = `${path}.terms.copies[${String(place)}]`;
      check(parties.get(agreementId), `${copy}.keeperPartyId`, keeperPartyId);
      for (const [turn, id] of signingOrder.entries()) {
        check(parties.get(agreementId), `${copy}.signingOrder[${String(turn)}]`, id);
      }
    }
  }
  for (const [index, { kind, fromId, toId }] of (followUp.links ?? []).entries()) {
    const [from, to] = kind.split('-') as [keyof typeof ofEntry, keyof typeof ofEntry];
    check(known[ofEntry[from]], `links[${String(index)}].fromId`, fromId);
    check(known[ofEntry[to]], `links[${String(index)}].toId`, toId);
  }
  for (const [index, { entryId, owners }] of (followUp.assignments ?? []).entries()) {
    check(known.entry, `assignments[${String(index)}].entryId`, entryId);
    for (const [place, { kind, ownerId }] of owners.entries()) {
      check(known[kind], `assignments[${String(index)}].owners[${String(place)}].ownerId`, ownerId);
    }
  }
  for (const [index, { kind, recordId, reporterId, meetingId }] of (followUp.reports ?? []).entries()) {
    check(known[ofEntry[kind]], `reports[${String(index)}].recordId`, recordId);
    check(known.person, `reports[${String(index)}].reporterId`, reporterId);
    check(known.meeting, `reports[${String(index)}].meetingId`, meetingId);
  }
  return problems;
}
