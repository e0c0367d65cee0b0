import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { text } from '#shared/contract/fields.ts';
import { organization } from '#shared/contract/organizations.ts';
import { person } from '#shared/contract/people.ts';
import { languages } from '#shared/domain/language.ts';
import {
  fillRegister,
  generateEntryTexts,
  generateOrganizations,
  generatePeople,
  plantedDuplicates,
} from '../../bench/register.ts';
import { openTestBackend } from '../../support/backend.ts';

const organizations = generateOrganizations(300);
const people = generatePeople(1_000, organizations);
const entries = generateEntryTexts(1_000, people, organizations);

describe('the invented register of the benches', () => {
  it('is the same whenever it is made', () => {
    expect(generateOrganizations(300)).toEqual(organizations);
    expect(generatePeople(1_000, organizations)).toEqual(people);
    expect(generateEntryTexts(1_000, people, organizations)).toEqual(entries);
  });

  it('is what the contract accepts, unchanged', () => {
    expect(z.array(organization).parse(organizations)).toEqual(organizations);
    expect(z.array(person).parse(people)).toEqual(people);
    expect(entries.map((row) => text.parse(row.text))).toEqual(entries.map((row) => row.text));
  });

  it('names everybody, in the scripts it promises, under ids and names of their own', () => {
    const count = (scripts: readonly ('latin' | 'cyrillic' | 'han')[]): number =>
      people.filter(({ names }) => scripts.every((script) => names[script].family !== '')).length;
    expect(count(['latin', 'cyrillic', 'han'])).toBeGreaterThan(300);
    expect(count(['latin', 'cyrillic'])).toBeGreaterThan(600);
    expect(people.every(({ names }) => Object.values(names).some(({ given }) => given !== ''))).toBe(true);
    expect(new Set([...people, ...organizations].map(({ id }) => id)).size).toBe(1_300);
    for (const language of languages) {
      expect(new Set(organizations.map(({ name }) => name[language])).size).toBe(300);
      expect(organizations.every(({ abbreviation }) => abbreviation[language] !== '')).toBe(true);
    }
  });

  it('plants one double in fifty, under another spelling of the same name', () => {
    const pairs = plantedDuplicates(people);
    expect(pairs.length).toBe(20);
    const byId = new Map(people.map((item) => [item.id, item]));
    for (const { id, originalId } of pairs) {
      expect(id).not.toBe(originalId);
      expect(byId.get(id)?.names).not.toEqual(byId.get(originalId)?.names);
      expect(byId.get(id)?.country).toBe(byId.get(originalId)?.country);
    }
  });

  it('writes rows of 114 bytes on average, 40 % English, 30 % Russian, 30 % Chinese', () => {
    const bytes = entries.reduce((sum, row) => sum + Buffer.byteLength(row.text), 0) / entries.length;
    expect(bytes).toBeGreaterThan(105);
    expect(bytes).toBeLessThan(125);
    const share = (language: string): number =>
      entries.filter((row) => row.language === language).length / entries.length;
    expect([share('en'), share('ru'), share('zh')].map((value) => Math.round(value * 10))).toEqual([4, 3, 3]);
  });

  it('fills a data folder that the program then reads', async () => {
    const { backend } = openTestBackend();
    const { meetingIds, entryIds } = fillRegister(backend.context.connection, { people, organizations, entries });
    expect([meetingIds.length, entryIds.length]).toEqual([5, 1_000]);
    const { client } = backend;
    expect((await client.people.list()).length).toBe(1_000);
    expect((await client.organizations.list()).length).toBe(300);
    const first = people[0];
    expect(first && (await client.people.get({ id: first.id }))).toEqual(first);
    expect(backend.context.connection.sql('PRAGMA foreign_key_check')).toEqual([]);
  });
});
