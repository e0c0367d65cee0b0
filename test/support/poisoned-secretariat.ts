import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { Meeting } from '#shared/contract/meetings.ts';
import { type MeetingRecord, meetingRecord } from '#shared/contract/records.ts';
import { makeAgreement, makeParty } from './agreements.ts';
import type { Client } from './app.ts';
import { addMinutes, said } from './follow-up.ts';
import { Poison } from './poison.ts';
import { projectFolder } from './project-folder.ts';
import { makeAttendance, makeMeeting, makeOrganization, makePerson } from './records.ts';
import { makeMembership, makeSide } from './series.ts';
import { makeTmx } from './tmx.ts';
import type { Payload } from './xss-payloads.ts';

const sampleFolder = join(projectFolder, 'resources/sample');
/** Something in every language, so that there is something to replace. */
const words = { en: 'word', ru: 'слово', zh: '词' };
const day = '2026-11-20';

/** What the screens are opened with. */
export interface Poisoned {
  personId: string;
  organizationId: string;
  groupId: string;
  conceptId: string;
  agreementId: string;
  /** With circulated minutes, with those of the sample, still to come. */
  meetingIds: readonly string[];
  entryIds: { decision: string; proposal: string; action: string };
}

/** The sample meetings with a payload in every text. */
export async function poisonSample(poison: Poison): Promise<MeetingRecord[]> {
  const names = (await readdir(sampleFolder)).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(sampleFolder, name), 'utf8')));
  return texts.map((text) => poison.into(meetingRecord, JSON.parse(text)) as MeetingRecord);
}

/** Everything that a secretary writes down, each text of it a payload; all through the calls that the page makes. */
export async function fillWithPayloads(plain: Client, payloads: readonly Payload[]): Promise<Poisoned> {
  const poison = new Poison(payloads);
  const client = poison.client(plain);
  const named = (content: string, ending: string): File => new File([content], `${poison.next()}${ending}`);

  await client.settings.update({ secretaryName: 'Hu', firstRunDone: true, uiLanguage: 'en' });
  const records = await poisonSample(poison);
  for (const record of records) await plain.records.import({ file: named(JSON.stringify(record), '.json') });

  const { personId, organizationId } = await addContacts(client, plain);
  const side = { ...makeSide('CN'), name: words };
  const groupId = newId();
  await client.groups.create({
    ...{ id: groupId, name: words, mandate: words, aims: words, tasks: words, areas: words, foundingDocument: 'a' },
    sides: [{ ...side, coordinatingOrganizationId: null }],
    members: [makeMembership({ sideId: side.id, personId })],
  });
  const areaId = newId();
  await client.areas.save({ id: areaId, name: words });

  const written = (): Partial<Meeting> => ({
    ...{ groupId, number: '7', theme: words, framework: words, partOf: words, note: words, nextMeetingNote: words },
    sides: [{ ...side, id: newId() }],
    venues: [{ id: newId(), kind: 'main', city: words, place: words, country: 'CN' }],
    organizers: [{ id: newId(), organizationId }],
  });
  const coming = makeMeeting({ ...written(), status: 'planned', date: '2027-11-20' });
  await client.meetings.create(coming);

  const rows = (['speech', 'note', 'proposal', 'decision', 'action'] as const).map((kind) => {
    const text = { text: 'a', revision: 1, baseRevision: null, status: 'draft' as const };
    const more = { texts: { en: text, ru: text, zh: text }, mentions: [personId] };
    const action = { owners: [], due: day, dueAtNextMeeting: false, status: 'open' as const };
    return [kind, 'a', { ...more, ...(kind === 'action' && { action }) }] as const;
  });
  const { meeting, entries } = await addMinutes(client, rows, written());
  const idOf = (kind: string): string => entries.find((entry) => entry.kind === kind)?.id ?? '';
  const entryIds = { decision: idOf('decision'), proposal: idOf('proposal'), action: idOf('action') };
  const attendance = makeAttendance(meeting.id, { personId, name: words, position: words, organization: words });
  await client.attendance.add(attendance);
  const guest = makeAttendance(coming.id, { personId, name: words, position: words, organization: words });
  await client.attendance.add(guest);
  await client.letters.draft({
    ...{ meetingId: coming.id, kind: 'invitation', circulationId: null, due: day, notes: words, subjects: words },
    recipients: [{ id: newId(), attendanceId: guest.id, language: 'en' }],
  });
  await addFollowUp(client, entryIds, areaId);
  const agreementId = await addSigned(client, { meetingId: meeting.id, organizationId, named });
  const conceptId = await addWords(client, plain, poison);
  await client.letterheads.update({
    ...{ organizationId, address: words, phone: '1', email: 'a@b.example', website: 'https://example.org' },
  });
  await addPapers(client, meeting.id, attendance.id, entryIds.decision, named);
  return {
    ...{ personId, organizationId, groupId, conceptId, agreementId, entryIds },
    meetingIds: [meeting.id, records[0]!.meeting.id, coming.id],
  };
}

async function addContacts(client: Client, plain: Client) {
  const aliases = () => [{ id: newId(), text: 'a' }];
  const organization = makeOrganization({ abbreviation: words, aliases: aliases(), city: words, note: 'a' });
  await client.organizations.create(organization);
  const person = makePerson({
    ...{ title: words, email: 'a', phone: 'a', messenger: 'a', languages: 'a', note: 'a', aliases: aliases() },
    affiliations: [{ id: newId(), organizationId: organization.id, position: words, from: null, to: null }],
  });
  await client.people.create(person);
  // The same words once more, so that the two stand beside each other as perhaps one.
  const stored = await plain.people.get({ id: person.id });
  await plain.people.create({ ...stored, id: newId(), aliases: [], affiliations: [] });
  // And one that is gone again.
  const gone = makePerson();
  await client.people.create(gone);
  await client.people.remove({ id: gone.id });
  return { personId: person.id, organizationId: organization.id };
}

async function addFollowUp(client: Client, ids: Poisoned['entryIds'], areaId: string): Promise<void> {
  const reported = said({ on: day, note: 'a', reporter: 'a' });
  await client.actions.report({ entryIds: [ids.action], status: 'in_progress', ...reported });
  await client.decisions.setState({ entryIds: [ids.decision], state: 'in_force', ...reported });
  await client.proposals.update({ entryId: ids.proposal, funding: words, project: 'a' });
  await client.proposals.setStage({ entryIds: [ids.proposal], stage: 'under_review', ...reported });
  for (const id of Object.values(ids)) await client.areas.set({ kind: 'entry', id, areaIds: [areaId] });
}

interface Signed {
  meetingId: string;
  organizationId: string;
  named: (content: string, ending: string) => File;
}

async function addSigned(client: Client, { meetingId, organizationId, named }: Signed): Promise<string> {
  const id = newId();
  const partyId = newId();
  await client.agreements.add(
    makeAgreement({
      ...{ id, meetingId, signedOn: day },
      parties: [makeParty(organizationId, words), { ...makeParty(null, words), id: partyId }],
      signatories: [{ id: newId(), attendanceId: null, partyId, name: words, position: words }],
    }),
  );
  await client.agreements.saveTerms({
    id,
    number: '1',
    place: words,
    validTo: '2026-12-20',
    note: 'a',
    noticeDays: 90,
  });
  await client.agreements.renew({
    ...{ id: newId(), agreementId: id, validTo: '2027-01-20' },
    ...said({ on: day, note: 'a', reporter: 'a' }),
  });
  await client.agreements.addFile({
    id: newId(),
    agreementId: id,
    kind: 'scan',
    language: null,
    file: named('a', '.pdf'),
  });
  return id;
}

/** Terms, and a translation memory that came as a file. */
async function addWords(client: Client, plain: Client, poison: Poison): Promise<string> {
  const id = newId();
  const terms = (['en', 'ru', 'zh'] as const).map((language) => ({
    ...{ id: newId(), language, text: 'a', status: 'preferred' as const },
  }));
  await client.glossary.save({ id, link: null, area: words, definition: words, source: 'a', note: 'a', terms });
  const printable = (): string => poison.next().replaceAll(/\p{Cc}/gu, ' ');
  const units = Array.from({ length: 20 }, () => ({ texts: { en: printable(), ru: printable(), zh: printable() } }));
  const file = new File([makeTmx(units)], `${poison.next()}.tmx`);
  const steps = await plain.memory.importTmx({ id: newId(), file });
  while (!(await steps.next()).done);
  return id;
}

/** Circulated minutes with comments and kept files. */
async function addPapers(
  client: Client,
  meetingId: string,
  attendanceId: string,
  entryId: string,
  named: (content: string, ending: string) => File,
): Promise<void> {
  const file = newId();
  await client.attachments.add({
    ...{ id: file, meetingId, agendaItemId: null, versionId: null, kind: 'document', language: null },
    file: named('a', '.txt'),
  });
  await client.attachments.update({ id: file, name: 'a' });
  const circulationId = newId();
  await client.circulations.open({
    ...{ id: circulationId, meetingId, commentsDue: day, note: 'a', recipientIds: [attendanceId] },
  });
  const ids = [newId(), newId(), newId()];
  for (const id of ids) {
    await client.circulations.addComment({
      ...{ id, meetingId, circulationId, entryId, language: 'en', quote: 'a', author: 'a', sideId: null, text: 'a' },
      receivedAtMs: 1_790_000_000_000,
    });
  }
  await client.circulations.settleComment({ id: ids[0]!, state: 'declined', reason: 'a' });
}
