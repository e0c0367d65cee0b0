import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Concept, ShownConcept, TermStatus } from '#shared/contract/glossary.ts';
import { emptyText, guessLanguage } from '#shared/domain/language.ts';
import { markTexts } from '../../electron/features/glossary/index.ts';
import { listTexts } from '../../electron/features/translations/index.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeAgendaItem, makeEntry, makeMeeting, makeOrganization, makePerson } from '../support/records.ts';

const text = (en = '', ru = '', zh = '') => ({ en, ru, zh });

/** `-term` is forbidden, `~term` allowed; the language is that of its script. */
function makeConcept(terms: readonly string[], changes: Partial<Concept> = {}): Concept {
  const statuses: Record<string, TermStatus> = { '-': 'forbidden', '~': 'allowed' };
  return {
    id: newId(),
    link: null,
    area: emptyText(),
    definition: emptyText(),
    source: '',
    note: '',
    terms: terms.map((written) => {
      const status = statuses[written.charAt(0)];
      const plain = status === undefined ? written : written.slice(1);
      return { id: newId(), language: guessLanguage(plain), text: plain, status: status ?? 'preferred' };
    }),
    ...changes,
  };
}

const list = async (client: Client, query = ''): Promise<ShownConcept[]> =>
  (await client.glossary.list({ query, limit: 100 })).concepts;
const termsOf = ({ shownTerms }: ShownConcept): string[] =>
  shownTerms.map(
    ({ text, status, isLinked }) =>
      `${{ preferred: '', allowed: '~', forbidden: '-' }[status]}${text}${isLinked ? '*' : ''}`,
  );
const codeOf = async (call: Promise<unknown>): Promise<unknown> =>
  ((await safe(call)).error as { code?: string } | null)?.code;

describe('concepts of the glossary', () => {
  test('are saved whole, listed by their first term, changed and removed, each with undo', async () => {
    const { client, context } = openTestBackend().backend;
    const empty = dump(context.connection);
    const concept = makeConcept([' roadmap ', 'дорожная карта', '路线图', '-мэп', '', 'roadmap']);
    await client.glossary.save(concept);
    const other = makeConcept(['agreement', '协议'], { definition: text('', ' Документ\n') });
    await client.glossary.save(other);
    expect((await list(client)).map(termsOf)).toEqual([
      ['agreement', '协议'],
      ['roadmap', 'дорожная карта', '-мэп', '路线图'],
    ]);
    const shown = await client.glossary.get({ id: concept.id });
    expect(shown).toMatchObject({ isStored: true, link: null, terms: [{ text: 'roadmap' }, {}, {}, {}] });
    expect((await client.glossary.get({ id: other.id })).definition.ru).toBe('Документ');

    await client.glossary.save({ ...concept, terms: shown.terms.slice(1, 2), note: 'п. 3' });
    expect(termsOf(await client.glossary.get({ id: concept.id }))).toEqual(['дорожная карта']);
    await client.history.undo();
    expect(await client.glossary.get({ id: concept.id })).toEqual(shown);
    await client.glossary.remove({ id: concept.id });
    expect(await codeOf(client.glossary.get({ id: concept.id }))).toBe('NOT_FOUND');
    expect(await codeOf(client.glossary.remove({ id: concept.id }))).toBe('NOT_FOUND');
    expect((await client.history.undo()).name).toBe('glossary.remove');
    expect(await client.glossary.get({ id: concept.id })).toEqual(shown);
    for (let left = 2; left > 0; left--) await client.history.undo();
    expect(dump(context.connection)).toEqual(empty);
    expect(await list(client)).toEqual([]);
  });

  test('are found by every word of one term, in any language and form', async () => {
    const { client } = openTestBackend().backend;
    await client.glossary.save(makeConcept(['joint laboratory', 'совместная лаборатория', '联合实验室']));
    await client.glossary.save(makeConcept(['laboratory', 'лаборатория', '实验室']));
    await client.glossary.save(makeConcept(['C++']));
    const found = async (query: string) => (await list(client, query)).map((concept) => termsOf(concept)[0]);
    expect(await found('совместных лабораторий')).toEqual(['joint laboratory']);
    expect(await found('laboratories')).toEqual(['joint laboratory', 'laboratory']);
    expect(await found('joint лаборатория')).toEqual([]);
    expect(await found('实验')).toEqual(['joint laboratory', 'laboratory']);
    expect(await found('lab')).toEqual(['joint laboratory', 'laboratory']);
    expect(await found('++')).toEqual(['C++']);
    expect(await found('.*')).toEqual([]);
    expect(await client.glossary.list({ query: 'laboratory', limit: 1 })).toMatchObject({ total: 2 });
  });
});

describe('concepts of the register', () => {
  test('an organisation is one; renamed it is renamed, removed it goes, and what was added stays', async () => {
    const { client } = openTestBackend().backend;
    const organization = makeOrganization({
      name: text('Ministry of Science', 'Министерство науки'),
      abbreviation: text('', 'Миннауки'),
      aliases: [{ id: newId(), text: '科技部' }, { id: newId(), text: 'MinSci' }], // prettier-ignore
    });
    await client.organizations.create(organization);
    const [shown] = await list(client);
    expect(shown).toMatchObject({
      isStored: false,
      link: { kind: 'organization', recordId: organization.id, part: '' },
    });
    expect(termsOf(shown!)).toEqual([
      'Ministry of Science*',
      '~MinSci*',
      'Министерство науки*',
      '~Миннауки*',
      '~科技部*',
    ]);

    const added = makeConcept(['-Минобрнауки', '-MinSci', '科学部'], {
      link: shown!.link,
      definition: text('Federal'),
    });
    expect(await client.glossary.save(added)).toEqual({ id: shown!.id });
    await client.organizations.update({
      id: organization.id,
      name: text('Ministry of Research', 'Министерство науки'),
    });
    const renamed = await client.glossary.get({ id: shown!.id });
    expect(termsOf(renamed)).toEqual([
      'Ministry of Research*', '-MinSci', 'Министерство науки*', '~Миннауки*', '-Минобрнауки', '科学部', '~科技部*',
    ]); // prettier-ignore
    expect(renamed).toMatchObject({ isStored: true, definition: { en: 'Federal' } });

    await client.organizations.remove({ id: organization.id });
    const [left] = await list(client);
    expect(left).toMatchObject({ id: shown!.id, link: null, isStored: true });
    expect(termsOf(left!)).toEqual(['-MinSci', '-Минобрнауки', '科学部']);
    // Edited while its record is gone, it is still joined to it.
    await client.glossary.save({ ...added, id: left!.id, link: null, terms: left!.terms.slice(0, 1) });
    await client.organizations.create(organization);
    expect(await list(client)).toMatchObject([{ id: shown!.id, isStored: true, link: shown!.link }]);
    await client.glossary.remove({ id: shown!.id });
    expect(await list(client)).toEqual([{ ...shown!, isStored: false }]);
  });

  test('offices are positions written in two languages; another wording is another office', async () => {
    const { client } = openTestBackend().backend;
    const organization = makeOrganization({ name: text() });
    await client.organizations.create(organization);
    const affiliation = (position: ReturnType<typeof text>) => ({
      id: newId(), organizationId: organization.id, position, from: null, to: null,
    }); // prettier-ignore
    const first = affiliation(text('Director', 'директор', '院长'));
    const person = makePerson({
      affiliations: [first, affiliation(text('Director', 'директор', '所长')), affiliation(text('Rector')), affiliation(text('', 'ректор', '校长'))],
    }); // prettier-ignore
    await client.people.create(person);
    expect((await list(client)).map(termsOf)).toEqual([
      ['Director*', 'директор*', '院长*', '~所长*'],
      ['ректор*', '校长*'],
    ]);
    const [office] = await list(client, 'director');
    expect(office!.link).toEqual({ kind: 'office', recordId: organization.id, part: 'Director' });
    await client.glossary.save(makeConcept(['-начальник'], { link: office!.link }));
    await client.people.update({ id: person.id, affiliations: [affiliation(text('Head', 'директор', '院长'))] });
    expect((await list(client)).map(termsOf)).toEqual([['Head*', 'директор*', '院长*'], ['-начальник']]);
    await client.history.undo();
    expect(termsOf(await client.glossary.get({ id: office!.id }))).toContain('-начальник');
    expect(await list(client)).toHaveLength(2);
  });

  test('areas are paired by place where every language has as many; agreements have a title in two languages', async () => {
    const { client } = openTestBackend().backend;
    const areas = text('1. New materials;\n2. Energy', 'Новые материалы; энергетика', '起步领域：新材料、能源。');
    const group = { id: newId(), name: text('Group'), aims: emptyText(), tasks: emptyText(), areas, foundingDocument: '', sides: [], members: [] }; // prettier-ignore
    await client.groups.create(group);
    expect((await list(client)).map(termsOf)).toEqual([
      ['Energy*', 'энергетика*', '能源*'],
      ['New materials*', 'Новые материалы*', '新材料*'],
    ]);
    await client.groups.update({ id: group.id, areas: { ...areas, zh: '能源' } });
    expect(await list(client)).toEqual([]);

    const meeting = makeMeeting();
    await client.meetings.create(meeting);
    const agreement = {
      id: newId(), meetingId: meeting.id, kind: 'memorandum' as const, title: text('Memorandum', 'Меморандум'),
      signedOn: null, several: false, parties: [], orderKey: 'a0',
    }; // prettier-ignore
    await client.agreements.add(agreement);
    expect((await list(client)).map(termsOf)).toEqual([['Memorandum*', 'Меморандум*']]);
    await client.agreements.update({ id: agreement.id, title: text('Memorandum') });
    expect(await list(client)).toEqual([]);
  });

  test('what was added to an organisation goes with it into another', async () => {
    const { client, context } = openTestBackend().backend;
    const [kept, merged] = [makeOrganization({ name: text('Kept') }), makeOrganization({ name: text('Merged') })];
    for (const organization of [kept, merged]) await client.organizations.create(organization);
    const [ofKept, ofMerged] = await list(client);
    await client.glossary.save(makeConcept(['-Keptt', '~K'], { link: ofKept!.link, note: 'kept' }));
    await client.glossary.save(makeConcept(['-Mergd', '-K'], { link: ofMerged!.link, source: 'merged' }));
    const before = dump(context.connection);
    await client.duplicates.merge({ kind: 'organization', keepId: kept.id, mergeId: merged.id });
    const [joined, ...others] = await list(client);
    expect(others).toEqual([]);
    expect(joined).toMatchObject({ id: ofKept!.id, note: 'kept', source: 'merged' });
    expect(termsOf(joined!)).toEqual(['Kept*', '~Merged*', '~K', '-Keptt', '-Mergd']);
    await client.history.undo();
    expect(dump(context.connection)).toEqual(before);
    expect(await list(client)).toMatchObject([{ note: 'kept' }, { source: 'merged' }]);
  });

  test('a link that leads nowhere is refused', async () => {
    const { client } = openTestBackend().backend;
    const link = { kind: 'organization' as const, recordId: newId(), part: '' };
    expect(await codeOf(client.glossary.save(makeConcept(['a'], { link })))).toBe('NOT_FOUND');
  });
});

describe('marks', () => {
  async function openTexts(
    texts: { en?: string; ru?: string; zh?: string },
    sourceLanguage: 'en' | 'ru' | 'zh' = 'ru',
  ) {
    const { client, context } = openTestBackend().backend;
    const meeting = makeMeeting({ title: emptyText() });
    await client.meetings.create(meeting);
    const item = { ...makeAgendaItem(meeting.id), title: emptyText() };
    await client.agenda.add(item);
    const entry = makeEntry(meeting.id, item.id, { sourceLanguage });
    for (const language of ['en', 'ru', 'zh'] as const) {
      entry.texts[language] = { ...entry.texts[language], text: texts[language] ?? '' };
    }
    await client.entries.add({ entries: [entry] });
    const marks = async () => {
      const { texts, concepts } = await client.glossary.marks({ meetingId: meeting.id, texts: null });
      return texts[0]!.hits.map(({ conceptId, ranges, uses }) => ({
        term: concepts.find(({ id }) => id === conceptId)!.shownTerms[0]!.text,
        ranges: ranges.map(({ start, end }) => entry.texts[sourceLanguage].text.slice(start, end)),
        uses,
      }));
    };
    return { client, context, meeting, entry, marks };
  }

  test('say where a term stands and what the other languages have of it', async () => {
    const { client, marks } = await openTexts({
      ru: 'Дорожная карта научно-технического сотрудничества; об обеих дорожных картах.',
      en: 'Road map of cooperation',
    });
    await client.glossary.save(makeConcept(['roadmap', '-road map', 'дорожная карта', '路线图']));
    await client.glossary.save(makeConcept(['scientific cooperation', 'научно-техническое сотрудничество']));
    await client.glossary.save(makeConcept(['cooperation', 'сотрудничество']));
    await client.glossary.save(makeConcept(['handshake']));
    expect(await marks()).toEqual([
      { term: 'roadmap', ranges: ['Дорожная карта', 'дорожных картах'], uses: { en: 'forbidden', ru: 'used', zh: 'empty' } },
      { term: 'scientific cooperation', ranges: ['научно-технического сотрудничества'], uses: { en: 'missing', ru: 'used', zh: 'empty' } },
    ]); // prettier-ignore
  });

  test('name forbidden terms in every language, unless another concept permits them there', async () => {
    const { client, context, meeting } = await openTexts({ ru: 'Мэп и банк', en: 'A road map of the bank' });
    const roadmap = makeConcept(['roadmap', '-road map', '-мэп']);
    for (const concept of [
      roadmap,
      makeConcept(['-map', 'банк']),
      makeConcept(['jar', '-bank']),
      makeConcept(['bank']),
    ]) {
      await client.glossary.save(concept);
    }
    const { texts, concepts } = await markTexts(context.connection, listTexts(context.connection, meeting.id)!);
    const { forbidden } = texts[0]!;
    expect(forbidden.en).toEqual([
      {
        conceptId: roadmap.id,
        term: expect.objectContaining({ text: 'road map' }) as unknown,
        start: 2,
        end: 10,
        written: 'road map',
      },
    ]);
    expect(forbidden.ru).toMatchObject([{ written: 'Мэп', start: 0, end: 3 }]);
    expect(forbidden.zh).toEqual([]);
    expect(concepts.get(roadmap.id)!.shownTerms).toHaveLength(3);
  });

  test('of several concepts with the same term the one that is used is meant', async () => {
    const { client, marks } = await openTexts({ ru: 'Новый банк', en: 'A new jar', zh: '银行' });
    await client.glossary.save(makeConcept(['bank', 'банк', '银行']));
    await client.glossary.save(makeConcept(['jar', 'банк']));
    expect(await marks()).toEqual([
      { term: 'bank', ranges: ['банк'], uses: { en: 'used', ru: 'used', zh: 'used' } },
      { term: 'jar', ranges: ['банк'], uses: { en: 'used', ru: 'used', zh: 'no-term' } },
    ]);
  });

  test('concepts that say the same stand for each other; only asked-for texts are marked', async () => {
    const { client, meeting, entry, marks } = await openTexts({ ru: 'Директор выступил' });
    for (const zh of ['院长', '院长', '所长']) await client.glossary.save(makeConcept(['Director', 'директор', zh]));
    expect(await marks()).toHaveLength(2);
    const none = await client.glossary.marks({
      meetingId: meeting.id,
      texts: [{ kind: 'agenda_title', id: entry.id }],
    });
    expect(none).toEqual({ texts: [], concepts: [] });
    expect(await codeOf(client.glossary.marks({ meetingId: newId(), texts: null }))).toBe('NOT_FOUND');
  });
});
