import type { Agreement, AgreementSignatory } from '../../contract/agreements.ts';
import type { ActionOwner, Entry } from '../../contract/entries.ts';
import type { MeetingSide } from '../../contract/meetings.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import type { Language, LocalizedText } from '../language.ts';
import { orderCountries } from './adjective-pairs.ts';
import { type Copy, orderSides } from './order-sides.ts';

export { type ClosingOptions, describeClosingFormula } from './closing.ts';
export { type Copy, orderLanguages } from './order-sides.ts';

/**
 * The meeting as the signatures of a copy name it: in both modes the side that keeps the copy stands at the left
 * (standards, A4). `describeSignatures` is given this one, everything else what {@link orderParties} answers.
 */
export function orderSignatures(record: MeetingRecord, copy: Copy, language: Language): MeetingRecord {
  return orderParties(record, { ...copy, mode: 'keeper' }, language);
}

/**
 * The meeting as a text of a copy names it: sides, and whatever is listed by side — who was there, organisers, places,
 * parties and signatories of agreements, sides that owe an action —, in the order of that text. In what the paper says
 * in its own words (titles, theme, framework) pairs of countries follow; what somebody said stays as it was said.
 */
export function orderParties(record: MeetingRecord, copy: Copy, language: Language): MeetingRecord {
  const { meeting } = record;
  const sides = orderSides(meeting.sides, copy, language);
  const countries = sides.map(({ country }) => country);
  const affiliation = createAffiliation(record, sides);
  const say = (text: LocalizedText): LocalizedText => ({
    en: orderCountries(text.en, 'en', countries),
    ru: orderCountries(text.ru, 'ru', countries),
    zh: orderCountries(text.zh, 'zh', countries),
  });
  return {
    ...record,
    meeting: {
      ...meeting,
      sides,
      title: say(meeting.title),
      theme: say(meeting.theme),
      framework: say(meeting.framework),
      partOf: say(meeting.partOf),
      nextMeetingNote: say(meeting.nextMeetingNote),
      venues: sortBySide(meeting.venues, ({ country }) => affiliation.ofCountry(country)),
      organizers: sortBySide(meeting.organizers, ({ organizationId }) => affiliation.ofOrganization(organizationId)),
    },
    group: record.group === null ? null : { ...record.group, name: say(record.group.name) },
    // Lists of people are made by rank, then by key: within a rank the side decides now, and who is of none comes last.
    attendance: record.attendance.map((row) => {
      const place = affiliation.ofSide(row.sideId) ?? sides.length;
      return { ...row, orderKey: `${String(place).padStart(2, '0')} ${row.orderKey}` };
    }),
    agenda: record.agenda.map((item) => ({ ...item, title: say(item.title) })),
    entries: record.entries.map((entry) => orderOwners(entry, affiliation)),
    agreements: record.agreements.map((agreement) => orderAgreement(agreement, affiliation, say)),
  };
}

/** To which side something belongs, as its place in the order; null: to none, or nobody knows. */
interface Affiliation {
  ofSide: (sideId: string | null) => number | null;
  ofCountry: (country: string) => number | null;
  ofOrganization: (organizationId: string | null) => number | null;
  ofSignatory: (signatory: AgreementSignatory, agreement: Agreement) => number | null;
}

function createAffiliation(record: MeetingRecord, sides: readonly MeetingSide[]): Affiliation {
  const placeOfSide = new Map(sides.map(({ id }, place) => [id, place]));
  const countries = sides.map(({ country }) => country);
  const attendances = new Map(record.attendance.map((row) => [row.id, row]));
  const organizations = new Map(record.organizations.map((organization) => [organization.id, organization]));

  // An organisation is of the side for which it came; a consulate of one country in the other is no exception.
  const sidesByOrganization = new Map<string, Set<string>>();
  const note = (organizationId: string | null, sideId: string | null): void => {
    if (organizationId === null || sideId === null) return;
    const known = sidesByOrganization.get(organizationId) ?? new Set();
    sidesByOrganization.set(organizationId, known.add(sideId));
  };
  sides.forEach(({ id, leadOrganizationId }) => note(leadOrganizationId, id));
  record.attendance.forEach(({ organizationId, sideId }) => note(organizationId, sideId));

  const ofSide = (sideId: string | null): number | null => placeOfSide.get(sideId ?? '') ?? null;
  const ofCountry = (country: string): number | null => {
    const place = countries.indexOf(country);
    return country === '' || place !== countries.lastIndexOf(country) || place < 0 ? null : place;
  };
  const ofOrganization = (organizationId: string | null): number | null => {
    if (organizationId === null) return null;
    const [only, ...others] = sidesByOrganization.get(organizationId) ?? [];
    if (only !== undefined && others.length === 0) return ofSide(only);
    return ofCountry(organizations.get(organizationId)?.country ?? '');
  };
  return {
    ofSide,
    ofCountry,
    ofOrganization,
    ofSignatory({ attendanceId, partyId }, { parties }) {
      if (attendanceId !== null) return ofSide(attendances.get(attendanceId)?.sideId ?? null);
      return ofOrganization(parties.find(({ id }) => id === partyId)?.organizationId ?? null);
    },
  };
}

/** What belongs to a side changes places with its like; what belongs to none keeps its place in the list. */
function sortBySide<T>(list: readonly T[], sideOf: (value: T) => number | null): T[] {
  const known = list
    .map((value) => ({ value, side: sideOf(value) }))
    .filter(({ side }) => side !== null)
    .sort((a, b) => (a.side ?? 0) - (b.side ?? 0));
  return list.map((value) => (sideOf(value) === null ? value : (known.shift()?.value ?? value)));
}

/** Sides that owe an action together are named in order; among organisations and people the first named is in charge. */
function orderOwners(entry: Entry, affiliation: Affiliation): Entry {
  if (entry.action === null) return entry;
  const sideOf = (owner: ActionOwner): number | null =>
    owner.kind === 'side' ? affiliation.ofSide(owner.ownerId) : null;
  return { ...entry, action: { ...entry.action, owners: sortBySide(entry.action.owners, sideOf) } };
}

function orderAgreement(
  agreement: Agreement,
  affiliation: Affiliation,
  say: (text: LocalizedText) => LocalizedText,
): Agreement {
  const { parties, signatories } = agreement;
  return {
    ...agreement,
    title: say(agreement.title),
    parties: sortBySide(parties, ({ organizationId }) => affiliation.ofOrganization(organizationId)),
    ...(signatories !== undefined && {
      signatories: sortBySide(signatories, (signatory) => affiliation.ofSignatory(signatory, agreement)),
    }),
  };
}
