import { beforeAll, describe, expect, test } from 'vitest';
import type { Area } from '#shared/contract/follow-up.ts';
import { makeSharedFolder, openSharedBackend } from '../support/backend.ts';
import { factMaps } from '../support/fact-map.ts';
import { type FollowUpFacts, followUpFacts } from '../support/follow-up-facts.ts';

/*
 * The sample meetings as they come, without touching anything: every register shows what the three reports say.
 */

const today = '2021-06-01';
const open = openSharedBackend(makeSharedFolder());
beforeAll(async () => {
  await open().client.records.loadSample();
});

/** The record in which a fact stands. */
function recordOf(fact: string): string {
  const binding = factMaps.flatMap(({ facts }) => facts).find((known) => known.fact === fact);
  if (binding === undefined) throw new Error(`${fact} is bound to no record`);
  return binding.record.id;
}

const namesIn = ({ language }: FollowUpFacts, areas: readonly Area[]): string[] =>
  areas.map(({ name }) => name[language]);
const factsOf = (list: 'proposals' | 'decisions' | 'signed'): string[] =>
  followUpFacts.flatMap((facts) => facts[list].map(({ fact }) => fact));

test('every fact of a proposal, a decision or a signed document is looked for here', () => {
  const known = factMaps.flatMap(({ factIds }) => factIds);
  const ofKind = (kind: string): string[] => known.filter((fact) => fact.includes(`.${kind}.`));
  expect(factsOf('proposals')).toEqual(ofKind('proposal'));
  expect(factsOf('decisions')).toEqual(ofKind('decision'));
  expect(factsOf('signed')).toEqual(ofKind('document'));
});

describe.each(followUpFacts)('the meeting $meeting', (facts) => {
  test.each(facts.proposals)('$fact was proposed', async ({ fact, by, funding, partners, areas, adoptedAs }) => {
    const { client } = open();
    const proposal = await client.proposals.get({ entryId: recordOf(fact) });
    expect(proposal.meeting.id).toBe(facts.meeting);
    expect(proposal.proposer?.name.en).toBe(by);
    const person = await client.people.get({ id: proposal.proposer?.personId ?? '' });
    expect([person.names.latin.family, person.names.latin.given, person.names.latin.patronymic].join(' ').trim()).toBe(
      by,
    );
    expect(proposal.funding.en).toContain(funding);
    expect(proposal.funding.en === '').toBe(funding === '');
    expect(proposal.partners.map(({ name }) => name.en)).toEqual(partners);
    expect(namesIn(facts, proposal.areas)).toEqual(areas);
    expect(proposal.stage).toBe(adoptedAs === undefined ? 'proposed' : 'adopted');
    expect(proposal.decision?.id).toBe(adoptedAs && recordOf(adoptedAs));
  });

  test.each(facts.decisions)('$fact was agreed', async ({ fact, words, owners, areas }) => {
    const { client } = open();
    const decision = await client.decisions.get({ entryId: recordOf(fact) });
    expect(decision).toMatchObject({ state: 'in_force', meeting: { id: facts.meeting } });
    expect(decision.text.en).toContain(words);
    expect(namesIn(facts, decision.areas)).toEqual(areas);
    expect(decision.linked.map(({ kind }) => kind)).toEqual(owners === null ? [] : ['action']);
    const [action] = decision.linked;
    if (action === undefined) return;
    const { owners: found, due, links } = await client.actions.get({ entryId: action.id, today });
    expect(found.map(({ name }) => name.en)).toEqual(owners);
    expect(due).toBeNull();
    expect(links.map(({ id }) => id)).toEqual([decision.entryId]);
  });

  test.each(facts.signed)('$fact was signed', async ({ fact, kind, parties, date, several }) => {
    const signed = await open().client.agreements.get({ id: recordOf(fact), today });
    expect(signed).toMatchObject({ kind, several, signedOn: date, meeting: { id: facts.meeting } });
    expect(signed.parties.map(({ name }) => name.en)).toEqual(parties);
    // What the report does not say: number, place, who signed, languages, an end.
    expect(signed).toMatchObject({ number: '', place: { en: '', ru: '', zh: '' }, validTo: null, signatories: [] });
    expect(signed.terms).toMatchObject({ languages: [], authenticity: 'unsaid', copies: [] });
  });

  test('its areas are those that the report names', async () => {
    const areas = await open().client.areas.of({ kind: 'meeting', id: facts.meeting });
    expect(namesIn(facts, areas).sort()).toEqual([...facts.areas].sort());
  });

  test('every funding model stands in a register', async () => {
    const { client } = open();
    for (const [words, fact] of facts.fundingModels) {
      const entryId = recordOf(fact);
      const text = fact.includes('.proposal.')
        ? (await client.proposals.get({ entryId })).funding.en
        : (await client.decisions.get({ entryId })).text.en;
      expect(text, fact).toContain(words);
    }
  });
});

test('the registers hold nothing else', async () => {
  const { client } = open();
  const listed = async (register: 'proposals' | 'decisions'): Promise<string[]> =>
    (await client[register].list({ today })).rows.map(({ row }) => row.entryId).sort();
  expect(await listed('proposals')).toEqual(factsOf('proposals').map(recordOf).sort());
  expect(await listed('decisions')).toEqual(factsOf('decisions').map(recordOf).sort());
  const signed = await client.agreements.list({ today });
  expect(signed.rows.map(({ row }) => row.agreementId).sort()).toEqual(factsOf('signed').map(recordOf).sort());
});

test('the group of the first meeting has its areas, and its coordinating centre', async () => {
  const { client } = open();
  const [group] = await client.groups.list();
  const id = group?.id ?? '';
  expect((await client.areas.of({ kind: 'group', id })).map(({ name }) => name.en)).toEqual([
    'Fundamental science',
    'Applied science',
    'Materials',
    'Energy',
    'Environmental protection',
    'Nature protection',
    'Biomedical sciences',
    'Telecommunications',
    'Transport',
  ]);
  const { sides } = await client.groups.get({ id });
  const centre = sides.find(({ country }) => country === 'RU')?.coordinatingOrganizationId ?? '';
  expect((await client.organizations.get({ id: centre })).abbreviation.en).toBe('SPBRC RAS');
});
