import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { makeOrganization } from '../support/records.ts';
import { makeMembership, makeSide, seriesOf } from '../support/series.ts';

let client: Client;
let series: ReturnType<typeof seriesOf>;
beforeEach(() => {
  ({ client } = openTestBackend().backend);
  series = seriesOf(client);
});

const inEnglish = (en: string) => ({ ...emptyText(), en });

describe('the mandate of a group', () => {
  test('is kept in three languages and goes when it is emptied', async () => {
    const group = await series.addGroup();
    expect(await client.groups.get({ id: group.id })).not.toHaveProperty('mandate');
    const mandate = { en: 'Acts for both academies', ru: 'Действует от имени двух академий', zh: '受两院委托' };
    await client.groups.update({ id: group.id, mandate });
    await client.groups.update({ id: group.id, aims: inEnglish('To exchange data') });
    expect(await client.groups.get({ id: group.id })).toMatchObject({ mandate, aims: inEnglish('To exchange data') });
    await client.groups.update({ id: group.id, mandate: emptyText() });
    expect(await client.groups.get({ id: group.id })).not.toHaveProperty('mandate');
    await client.history.undo();
    expect(await client.groups.get({ id: group.id })).toMatchObject({ mandate });
  });

  test('goes with a group that is removed and comes back with it', async () => {
    const mandate = inEnglish('Acts for both academies');
    const group = { ...(await series.addGroup()), id: newId(), sides: [], members: [], mandate };
    await client.groups.create(group);
    await client.groups.remove({ id: group.id });
    await client.history.undo();
    expect(await client.groups.get({ id: group.id })).toEqual(group);
  });
});

describe('a group as of a day', () => {
  test('has those who were members then, with the office that they held then', async () => {
    const former = makeOrganization({ name: inEnglish('Former institute') });
    const present = makeOrganization({ name: inEnglish('Present institute') });
    await client.organizations.create(former);
    await client.organizations.create(present);
    const mover = await series.addPerson('Mover', {
      affiliations: [
        { id: newId(), organizationId: present.id, position: inEnglish('Director'), from: '2022-03-01', to: null },
        { id: newId(), organizationId: former.id, position: inEnglish('Head'), from: null, to: '2022-02-28' },
      ],
    });
    const leaver = await series.addPerson('Leaver');
    const [cn, ru] = [makeSide('CN'), makeSide('RU')];
    const group = await series.addGroup(
      [
        { personId: leaver.id, sideId: ru.id, role: 'expert', to: '2020-12-31' },
        { organizationId: former.id, sideId: ru.id, from: '2021-01-01' },
        { personId: mover.id, sideId: cn.id, role: 'secretary', from: '2020-01-01' },
        { personId: mover.id, sideId: null, role: 'observer', from: '2020-06-01', to: '2020-06-01' },
      ],
      [cn, ru],
    );
    const asOf = async (on: string) => {
      const { members, past, coming } = await client.groups.asOf({ id: group.id, on });
      const lines = members.map(({ name, role, position, organization }) =>
        [name.en, role, position.en, organization.en].join(', '),
      );
      return { lines, past, coming };
    };
    expect(await asOf('2019-12-31')).toEqual({ lines: ['Leaver, expert, , '], past: 0, coming: 3 });
    // Both ends of a membership and of an office belong to it; by side, then those of none.
    expect(await asOf('2020-06-01')).toEqual({
      lines: [
        'Mover, secretary, Head, Former institute',
        'Leaver, expert, , ',
        'Mover, observer, Head, Former institute',
      ],
      past: 0,
      coming: 1,
    });
    expect(await asOf('2022-02-28')).toEqual({
      lines: ['Mover, secretary, Head, Former institute', 'Former institute, member, , '],
      past: 2,
      coming: 0,
    });
    expect((await asOf('2022-03-01')).lines).toContain('Mover, secretary, Director, Present institute');
  });

  test('stands by role and, in one role, as the list was arranged', async () => {
    const people = await Promise.all(['Adams', 'Brown', 'Clark', 'Davis'].map((name) => series.addPerson(name)));
    const roles = ['observer', 'member', 'co_chair', 'member'] as const;
    const order = [0, 3, 2, 1];
    const group = await series.addGroup(
      order.map((index) => makeMembership({ personId: people[index]!.id, role: roles[index]! })),
    );
    const { members } = await client.groups.asOf({ id: group.id, on: '2024-01-01' });
    expect(members.map(({ name }) => name.en.split(' ')[0])).toEqual(['Clark', 'Davis', 'Brown', 'Adams']);
  });

  test('an unknown group is said to be unknown', async () => {
    const { error } = await safe(client.groups.asOf({ id: newId(), on: '2024-01-01' }));
    expect(error).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'group' } });
  });
});
