import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { Inconsistency } from '#shared/contract/consistency.ts';
import type { Entry } from '#shared/contract/entries.ts';
import { emptyText, languages } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting } from '../support/records.ts';
import { makeFixtureOrganizations, makeFixturePeople, type Pair, pairs } from '../unit/consistency/pairs.ts';
import { codesOf, faultKinds, plantFaults } from '../unit/consistency/plant.ts';
import { concepts } from '../unit/consistency/register.ts';

/** A back end that knows the people, organisations and terms of the sentences. */
async function openRegister() {
  const { client } = openTestBackend().backend;
  const people = makeFixturePeople();
  for (const person of people) await client.people.create(person);
  for (const organization of makeFixtureOrganizations()) await client.organizations.create(organization);
  for (const { preferred, wrong, isForbidden } of Object.values(concepts)) {
    const terms = languages.flatMap((language) => [
      { id: newId(), language, text: preferred[language], status: 'preferred' as const },
      ...(isForbidden ? [{ id: newId(), language, text: wrong[language], status: 'forbidden' as const }] : []),
    ]);
    const nothing = { link: null, area: emptyText(), definition: emptyText(), source: '', note: '' };
    await client.glossary.save({ id: newId(), ...nothing, terms });
  }

  /** What the check says of each pair, as a row of a meeting that everybody attends. */
  const check = async (rows: readonly Pair[]): Promise<Inconsistency[][]> => {
    const meeting = makeMeeting({ title: emptyText() });
    await client.meetings.create(meeting);
    const item = { ...makeAgendaItem(meeting.id), title: emptyText() };
    await client.agenda.add(item);
    for (const [index, { id }] of people.entries()) {
      await client.attendance.add(makeAttendance(meeting.id, { personId: id, orderKey: `a${String(index + 100)}` }));
    }
    const entries = rows.map(({ source, sourceLanguage, target, targetLanguage }, index): Entry => {
      const entry = makeEntry(meeting.id, item.id, { sourceLanguage, orderKey: `a${String(index + 1_000)}` });
      entry.texts[sourceLanguage] = { text: source, revision: 1, baseRevision: null, status: 'draft' };
      entry.texts[targetLanguage] = { text: target, revision: 1, baseRevision: 1, status: 'draft' };
      return entry;
    });
    await client.entries.add({ entries });
    const findings = await client.consistency.check({ meetingId: meeting.id, languages: [...languages] });
    const byEntry = Map.groupBy(findings, ({ place }) => place.id);
    return entries.map(({ id }) => byEntry.get(id) ?? []);
  };
  return { check };
}

test('of 200 planted faults at least 95 in a hundred are found, of 200 clean translations at most 5 are faulted', async () => {
  const { check } = await openRegister();
  expect(pairs).toHaveLength(200);
  expect(new Set(pairs.map(({ sourceLanguage, targetLanguage }) => sourceLanguage + targetLanguage)).size).toBe(6);

  const planted = plantFaults(pairs);
  expect(planted.filter(({ faulty, target }) => faulty === target)).toEqual([]);
  const found = await check(planted.map((pair) => ({ ...pair, target: pair.faulty })));
  const missed = planted.filter(
    ({ fault, targetLanguage }, index) =>
      found[index]?.some(({ code, place }) => place.language === targetLanguage && codesOf[fault].includes(code)) !==
      true,
  );
  const perKind = Object.fromEntries(
    faultKinds.map((kind) => [kind, planted.filter(({ fault }) => fault === kind).length]),
  );
  for (const kind of faultKinds) expect(perKind[kind], JSON.stringify(perKind)).toBeGreaterThanOrEqual(30);
  expect(
    missed.length,
    `missed ${missed.length} of ${planted.length} (planted: ${JSON.stringify(perKind)}):\n${missed
      .map(({ fault, source, faulty }) => `${fault}: ${source} → ${faulty}`)
      .join('\n')}`,
  ).toBeLessThanOrEqual(0.05 * planted.length);

  const clean = await check(pairs);
  const faulted = clean.flatMap((findings, index) => (findings.length === 0 ? [] : [{ findings, pair: pairs[index] }]));
  expect(
    faulted.length,
    `false alarms in ${faulted.length} of ${pairs.length}:\n${faulted
      .map(
        ({ findings, pair }) =>
          `${findings.map(({ code, detail }) => `${code} «${detail}»`).join(', ')}: ${pair?.target ?? ''}`,
      )
      .join('\n')}`,
  ).toBeLessThanOrEqual(0.05 * pairs.length);
});
