import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { meetingRecord, type MeetingRecord } from '#shared/contract/records.ts';
import { languages } from '#shared/domain/language.ts';
import { boundText, expectedText, factMaps, notPrinted } from '../support/fact-map.ts';

const read = (file: string): string =>
  readFileSync(new URL(`../../resources/sample/${file}`, import.meta.url), { encoding: 'utf8' });
const samples = factMaps.map((map) => {
  const bytes = read(map.file);
  return { map, bytes, record: meetingRecord.parse(JSON.parse(bytes)) };
});
const records = samples.map(({ record }) => record);

/** Every value of a key named `key`, at any depth. */
function collect(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) =>
    name === key ? [inner] : collect(inner, key),
  );
}

const idSet = (list: { id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
const present = (list: (string | null)[]): string[] => list.filter((id) => id !== null);

/** Organisations that the record refers to, with those that they refer to in turn. */
function referredOrganizations(record: MeetingRecord): Set<string> {
  const { meeting, group } = record;
  const owners = record.entries.flatMap((entry) => entry.action?.owners ?? []);
  const open = present([
    ...meeting.organizers.map((organizer) => organizer.organizationId),
    ...meeting.sides.map((side) => side.leadOrganizationId),
    ...record.attendance.map((row) => row.organizationId),
    ...record.agreements.flatMap((agreement) => agreement.parties.map((party) => party.organizationId)),
    ...owners.filter(({ kind }) => kind === 'organization').map(({ ownerId }) => ownerId),
    ...(record.followUp?.proposals ?? []).flatMap(({ partners }) => partners.map((partner) => partner.organizationId)),
    ...(group?.sides ?? []).flatMap((side) => [side.leadOrganizationId, side.coordinatingOrganizationId]),
    ...(group?.members ?? []).map((member) => member.organizationId),
    ...record.people.flatMap((person) => person.affiliations.map((affiliation) => affiliation.organizationId)),
  ]);
  const reached = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    const organization = record.organizations.find(({ id }) => id === next);
    open.push(...(organization?.relations ?? []).map((relation) => relation.organizationId));
  }
  return reached;
}

function referredPeople(record: MeetingRecord): Set<string> {
  const owners = record.entries.flatMap((entry) => entry.action?.owners ?? []);
  return new Set(
    present([
      ...record.attendance.map((row) => row.personId),
      ...(record.group?.members ?? []).map((member) => member.personId),
      ...owners.filter(({ kind }) => kind === 'person').map(({ ownerId }) => ownerId),
    ]),
  );
}

describe.each(samples)('sample $map.file', ({ map, bytes, record }) => {
  it('is canonical: parsing and writing it again gives the same bytes', () => {
    expect(`${JSON.stringify(record, null, 2)}\n`).toBe(bytes);
  });

  it('has the id that the fact map names, and UUIDs of version 7 that are unique in the file', () => {
    const ids = collect(record, 'id') as string[];
    expect(record.meeting.id).toBe(map.meeting);
    expect(
      ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id)),
    ).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('resolves every reference inside the meeting', () => {
    const { meeting } = record;
    const sides = idSet(meeting.sides);
    const attendance = idSet(record.attendance);
    const agenda = idSet(record.agenda);
    for (const row of [...record.attendance, ...record.agenda, ...record.entries, ...record.agreements]) {
      expect(row.meetingId).toBe(meeting.id);
    }
    expect(meeting.groupId).toBe(record.group?.id ?? null);
    expect(present(record.attendance.map((row) => row.sideId)).filter((id) => !sides.has(id))).toEqual([]);
    expect(
      present(record.agenda.map((item) => item.presenterAttendanceId)).filter((id) => !attendance.has(id)),
    ).toEqual([]);
    expect(present(record.entries.map((row) => row.speakerAttendanceId)).filter((id) => !attendance.has(id))).toEqual(
      [],
    );
    expect(record.entries.filter((row) => !agenda.has(row.agendaItemId))).toEqual([]);
    const groupSides = idSet(record.group?.sides ?? []);
    expect(present((record.group?.members ?? []).map((row) => row.sideId)).filter((id) => !groupSides.has(id))).toEqual(
      [],
    );
    const owners = record.entries.flatMap((row) => row.action?.owners ?? []);
    expect(owners.filter(({ kind, ownerId }) => kind === 'side' && !sides.has(ownerId))).toEqual([]);
  });

  it('carries exactly the people and organisations that it refers to, so that an export gives them all back', () => {
    expect(idSet(record.people)).toEqual(referredPeople(record));
    expect(idSet(record.organizations)).toEqual(referredOrganizations(record));
  });

  it('keeps every list in its order', () => {
    for (const list of [record.attendance, record.agenda, record.entries, record.agreements]) {
      const keys = list.map(({ orderKey }) => orderKey);
      expect(keys).toEqual([...new Set(keys)].sort());
    }
    const itemOrder = record.agenda.map(({ id }) => id);
    const places = record.entries.map((entry) => itemOrder.indexOf(entry.agendaItemId));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const list of [record.people, record.organizations]) {
      const ids = list.map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted());
    }
  });

  it('carries an action with its action entries only, and revisions that tell source from translation', () => {
    for (const entry of record.entries) {
      expect(entry.action !== null).toBe(entry.kind === 'action');
      expect(entry.texts[entry.sourceLanguage].text).not.toBe('');
      for (const language of languages) {
        const { text, revision, baseRevision } = entry.texts[language];
        const expected = language === entry.sourceLanguage ? [1, null] : [1, 1];
        expect([revision, baseRevision]).toEqual(text === '' ? [0, null] : expected);
      }
    }
  });

  it('copies names into the attendance from entered forms only', () => {
    for (const row of record.attendance.filter(({ personId }) => personId !== null)) {
      const names = record.people.find(({ id }) => id === row.personId)?.names;
      expect(names).toBeDefined();
      expect([row.name.en, row.name.ru, row.name.zh]).toEqual([
        [names?.latin.family, names?.latin.given, names?.latin.patronymic].filter(Boolean).join(' '),
        [names?.cyrillic.family, names?.cyrillic.given, names?.cyrillic.patronymic].filter(Boolean).join(' '),
        [names?.han.family, names?.han.given].join(''),
      ]);
      expect(row.name.en).not.toBe('');
    }
  });

  it('binds every fact of its source to a text, in each language', () => {
    const known = new Set([...map.facts, ...notPrinted].map(({ fact }) => fact));
    expect(map.factIds.filter((fact) => !known.has(fact))).toEqual([]);
    const people = map.factIds.filter((fact) => fact.startsWith('P') && !notPrinted.some((row) => row.fact === fact));
    for (const fact of people) {
      const kinds = map.facts.filter((binding) => binding.fact === fact).map(({ kind }) => kind);
      expect(kinds).toEqual(['person', 'office']);
    }
    for (const binding of map.facts) {
      const text = boundText(record, binding.record);
      for (const language of languages) {
        expect(expectedText(record, binding, language).text, `${binding.fact} ${language}`).not.toBe('');
        if (binding.words !== undefined && text[language] !== '')
          expect(text[language]).toContain(binding.words[language]);
      }
    }
  });

  it('binds to places that minutes print', () => {
    const organizers = record.meeting.organizers.map(({ organizationId }) => organizationId);
    const parties = record.agreements.flatMap((agreement) => agreement.parties.map((party) => party.organizationId));
    for (const { record: place, fact } of map.facts.filter((binding) => binding.record.kind === 'organization')) {
      expect([...organizers, ...parties], fact).toContain(place.id);
    }
  });
});

describe('the samples together', () => {
  it('agree on every person and organisation that they share', () => {
    const seen = new Map<string, unknown>();
    let shared = 0;
    for (const row of records.flatMap((record) => [...record.people, ...record.organizations])) {
      if (seen.has(row.id)) shared += 1;
      expect(row).toEqual(seen.get(row.id) ?? row);
      seen.set(row.id, row);
    }
    expect(shared).toBe(4);
  });

  it('call an area of cooperation by one name', () => {
    const areas = records.flatMap((record) => record.followUp?.areas ?? []);
    const byId = new Map(areas.map((area) => [area.id, area]));
    for (const area of areas) expect(area).toEqual(byId.get(area.id));
    for (const language of languages) {
      const names = [...byId.values()].map(({ name }) => name[language]);
      expect(new Set(names).size, language).toBe(byId.size);
      expect(names).not.toContain('');
    }
  });

  it('bind as many facts as the three reports state', () => {
    expect(factMaps.map(({ factIds }) => factIds.length)).toEqual([43, 25, 25]);
    expect(notPrinted.map(({ fact }) => fact)).toEqual(['P17', 'P18', 'O35']);
  });

  it('enter attested names only', () => {
    const people = records.flatMap((record) => record.people);
    const named = (latin: string) =>
      people.find(({ names }) => `${names.latin.family} ${names.latin.given}` === latin)?.names;
    for (const latin of ['Zhao Wei', 'Li Xuqin']) {
      expect([named(latin)?.cyrillic.family, named(latin)?.han.family]).toEqual(['', '']);
    }
    expect(named('Wang Wenli')?.han).toMatchObject({ family: '王', given: '文丽', sortKey: 'wang wenli' });
    const han = new Set(people.filter(({ names }) => names.han.family !== '').map(({ names }) => names.latin.family));
    expect([...han].sort()).toEqual(['Wang', 'Zhang']);
    for (const { bytes } of samples) expect(bytes).not.toMatch(/Чжао Вэй|Ли Сюйцинь/u);
    expect(collect(records, 'source').every((source) => source === 'entered')).toBe(true);
    expect(people.some(({ names }) => /lily|jinping/iu.test(JSON.stringify(names)))).toBe(false);
  });

  it('hold no owner, date or headcount that no report names', () => {
    const actions = records.map((record) => record.entries.filter(({ kind }) => kind === 'action').length);
    const decisions = records.map((record) => record.entries.filter(({ kind }) => kind === 'decision').length);
    expect([actions, decisions]).toEqual([
      [4, 0, 0],
      [7, 0, 0],
    ]);
    expect(collect(records, 'due').every((due) => due === null)).toBe(true);
    expect(collect(records, 'headCount').every((count) => count === null)).toBe(true);
  });

  it('leave some texts untranslated, so that fallbacks are real', () => {
    const open = samples.map(({ map, record }) =>
      map.facts.some((binding) => languages.some((language) => expectedText(record, binding, language).isFallback)),
    );
    expect(open).toEqual([true, true, true]);
  });
});
