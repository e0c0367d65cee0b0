import { isDefinedError, safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Group } from '#shared/contract/groups.ts';
import { emptyText } from '#shared/domain/language.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeOrganization } from '../support/records.ts';
import { date, makeSide, seriesOf } from '../support/series.ts';

let backend: ReturnType<typeof openTestBackend>['backend'];
let client: Client;
let series: ReturnType<typeof seriesOf>;
beforeEach(() => {
  ({ backend } = openTestBackend());
  ({ client } = backend);
  series = seriesOf(client);
});

describe('people of the new meeting', () => {
  test('members of the day, as the register has them then, with roles and order of last time', async () => {
    const [institute, centre] = [makeOrganization(), makeOrganization({ name: { ...emptyText(), en: 'Centre' } })];
    await client.organizations.create(institute);
    await client.organizations.create(centre);
    const office = (organizationId: string, title: string, from: string | null, to: string | null) => ({
      id: newId(),
      organizationId,
      position: { ...emptyText(), en: title },
      from,
      to,
    });
    const moved = await series.addPerson('Moved', {
      affiliations: [
        office(institute.id, 'Head', null, '2026-12-31'),
        office(centre.id, 'Director', '2027-01-01', null),
      ],
    });
    const left = await series.addPerson('Left');
    const fresh = await series.addPerson('Fresh');
    const chair = await series.addPerson('Chair');
    const future = await series.addPerson('Future');
    const sides = [makeSide('CN'), makeSide('RU')];
    const group = await series.addGroup(
      [
        { personId: fresh.id, sideId: sides[1]!.id, role: 'observer' },
        { personId: moved.id, sideId: sides[0]!.id },
        { personId: left.id, to: '2026-12-31' },
        { personId: chair.id, sideId: sides[1]!.id, role: 'co_chair' },
        { personId: future.id, from: '2027-02-02' },
      ],
      sides,
    );
    const lastSides = [makeSide('RU'), makeSide('CN')];
    const last = await series.addMeeting(group, { sides: lastSides, format: 'hybrid' });
    await series.addAttendance(last, {
      personId: moved.id,
      orderKey: 'a1',
      roles: ['speaker', 'interpreter'],
      sideId: lastSides[1]!.id,
    });
    await series.addAttendance(last, {
      personId: chair.id,
      orderKey: 'a2',
      roles: ['head_of_delegation'],
      arrivedAt: '10:30',
    });
    await series.addAttendance(last, { personId: left.id, orderKey: 'a3', presence: 'excused' });

    expect((await series.proposeFor(group)).people.map(({ name, from }) => `${name.en} ${from}`)).toEqual([
      'Chair member',
      'Moved member',
      'Fresh member',
    ]);
    const { id } = await series.prepare(group, last);
    const { meeting, attendance } = await client.meetings.get({ id });
    expect(meeting.sides.map(({ country }) => country)).toEqual(['RU', 'CN']);
    const [russian, chinese] = meeting.sides.map((side) => side.id);
    expect(lastSides.map((side) => side.id)).not.toContain(russian);
    expect(attendance).toMatchObject([
      { personId: chair.id, roles: ['head_of_delegation'], sideId: russian, mode: 'online', arrivedAt: null },
      {
        personId: moved.id,
        roles: ['interpreter'],
        sideId: chinese,
        position: { en: 'Director' },
        organization: { en: 'Centre' },
        organizationId: centre.id,
      },
      { personId: fresh.id, roles: ['observer'], category: 'in_attendance', sideId: russian, mode: 'in_person' },
    ]);
    expect(attendance.every(({ presence, response }) => presence === 'expected' && response === 'none')).toBe(true);
  });

  test('whoever took part last time comes along if wanted: guests, delegations; not who was away', async () => {
    const guest = await series.addPerson('Guest');
    const absent = await series.addPerson('Absent');
    const [delegation, member] = [makeOrganization(), makeOrganization()];
    await client.organizations.create(delegation);
    await client.organizations.create(member);
    const group = await series.addGroup([{ organizationId: delegation.id }, { organizationId: member.id }]);
    const last = await series.addMeeting(group);
    await series.addAttendance(last, {
      personId: guest.id,
      orderKey: 'a1',
      roles: ['guest'],
      category: 'in_attendance',
    });
    await series.addAttendance(last, { personId: absent.id, orderKey: 'a2', presence: 'absent' });
    await series.addAttendance(last, { organizationId: delegation.id, orderKey: 'a3', headCount: 12 });
    await series.addAttendance(last, {
      orderKey: 'a4',
      name: { ...emptyText(), ru: 'Гость' },
      position: { ...emptyText(), ru: 'Советник' },
    });

    const { people } = await series.proposeFor(group);
    expect(people.map(({ personId, organizationId, from }) => [personId ?? organizationId, from])).toEqual([
      [guest.id, 'last_time'],
      [delegation.id, 'member'],
      [null, 'last_time'],
    ]);
    const all = await client.meetings.get(await series.prepare(group, last));
    expect(all.attendance).toMatchObject([
      { personId: guest.id, category: 'in_attendance' },
      { organizationId: delegation.id, headCount: null, organization: { en: delegation.name.en } },
      { name: { ru: 'Гость' }, position: { ru: 'Советник' } },
    ]);
    const members = await client.meetings.get(await series.prepare(group, last, { withLastParticipants: false }));
    expect(members.attendance).toMatchObject([{ organizationId: delegation.id }]);
  });

  test('an office that only the last list knew stays', async () => {
    const person = await series.addPerson('Hu');
    const group = await series.addGroup([{ personId: person.id }]);
    const last = await series.addMeeting(group);
    const written = { position: { ...emptyText(), ru: 'Директор' }, organization: { ...emptyText(), ru: 'Центр' } };
    await series.addAttendance(last, { personId: person.id, name: { ...emptyText(), en: 'Old' }, ...written });
    const { attendance } = await client.meetings.get(await series.prepare(group, last));
    expect(attendance).toMatchObject([{ name: { en: 'Hu' }, ...written }]);
  });

  test('the keeper of the minutes is their secretary where nobody else is', async () => {
    await client.settings.update({ secretaryName: 'Смирнова Анна' });
    const [one, other] = [await series.addPerson('One'), await series.addPerson('Смирнова Анна')];
    const group = await series.addGroup([{ personId: one.id }]);
    const alone = await client.meetings.get(await series.prepare(group, null));
    expect(alone.attendance).toMatchObject([
      { personId: one.id },
      { personId: null, roles: ['secretary'], name: { ru: 'Смирнова Анна' }, presence: 'expected' },
    ]);
    const withNamesake = await client.meetings.get(
      await series.prepare(await series.addGroup([{ personId: other.id }]), null),
    );
    expect(withNamesake.attendance).toMatchObject([{ personId: other.id, roles: ['secretary'] }]);
    const withOther = await client.meetings.get(
      await series.prepare(await series.addGroup([{ personId: one.id, role: 'secretary' }]), null),
    );
    expect(withOther.attendance).toMatchObject([{ personId: one.id, roles: ['secretary'] }]);
  });
});

describe('the new meeting', () => {
  async function addLast(group: Group) {
    const person = await series.addPerson('Presenter');
    const last = await series.addMeeting(group, {
      number: '7',
      title: { en: 'Seventh meeting', ru: 'Седьмое заседание', zh: '第七次会议' },
      theme: { ...emptyText(), en: 'Energy' },
      kind: 'conference',
      format: 'in_person',
      startTime: '10:00',
      endTime: '12:00',
      zone: 'Europe/Moscow',
      workingLanguages: ['ru', 'zh'],
      sides: [{ ...makeSide('CN'), quorum: 3 }, makeSide('RU')],
      venues: [{ id: newId(), kind: 'main', city: { ...emptyText(), en: 'Kazan' }, place: emptyText(), country: 'RU' }],
      nextMeetingDate: '2027-01-01',
      headCount: 40,
    });
    const presenter = await series.addAttendance(last, { personId: person.id });
    const item = await series.addItem(last, 'Report', 'a0', {
      plannedMinutes: 15,
      isRecurring: true,
      presenterAttendanceId: presenter.id,
    });
    const open = await series.addItem(last, 'Open', 'a1');
    const action = await series.addAction(last, open.id, 'Поручение', 'a0');
    return { last, person, item, open, action };
  }

  test('has what stays from meeting to meeting, and nothing that was said of the last one only', async () => {
    const group = await series.addGroup();
    const { last, person, item, open, action } = await addLast(group);
    const { id } = await series.prepare(group, last, {
      number: '8',
      agendaItemIds: [open.id, item.id],
      actionIds: [action.id],
    });
    const { meeting, agenda, attendance, entries } = await client.meetings.get({ id });
    expect(meeting).toMatchObject({
      number: '8',
      title: { en: 'Eighth meeting', ru: 'Восьмое заседание', zh: '第八次会议' },
      theme: emptyText(),
      kind: 'conference',
      format: 'in_person',
      status: 'planned',
      date,
      startTime: null,
      endTime: null,
      zone: 'Europe/Moscow',
      workingLanguages: ['ru', 'zh'],
      venues: [{ city: { en: 'Kazan' } }],
      nextMeetingDate: null,
      headCount: null,
    });
    expect(meeting.sides.map(({ quorum }) => quorum)).toEqual([3, undefined]);
    expect(attendance).toMatchObject([{ personId: person.id, mode: 'in_person' }]);
    expect(agenda).toMatchObject([
      {
        title: item.title,
        plannedMinutes: 15,
        isRecurring: true,
        carriedFromId: item.id,
        state: 'open',
        presenterAttendanceId: attendance[0]?.id,
      },
      { title: open.title, carriedFromId: open.id, presenterAttendanceId: null },
    ]);
    expect(entries).toEqual([]);
    expect(await client.preparation.reviews({ meetingId: id })).toMatchObject([
      { entryId: action.id, number: '2.1', isReviewed: true, status: 'open' },
    ]);
    const again = await series.proposeFor(group, id);
    expect(again.items.map(({ isCarried }) => isCarried)).toEqual([true, true]);
    expect(again.actions.map(({ isReviewed }) => isReviewed)).toEqual([true]);
    expect(again.people).toEqual([]);
  });

  test('is one step: undo leaves everything as it was, redo brings it back', async () => {
    const group = await series.addGroup();
    const { last, item, action } = await addLast(group);
    const before = dump(backend.context.connection);
    await series.prepare(group, last, { agendaItemIds: [item.id], actionIds: [action.id] });
    const after = dump(backend.context.connection);
    expect((await client.history.undo()).name).toBe('meeting.prepare');
    expect(dump(backend.context.connection)).toEqual(before);
    await client.history.redo();
    expect(dump(backend.context.connection)).toEqual(after);
  });

  test('of another group’s items and actions nothing comes along', async () => {
    const group = await series.addGroup();
    const { last, item, action } = await addLast(group);
    const other = await series.addGroup();
    const { id } = await series.prepare(other, null, { agendaItemIds: [item.id], actionIds: [action.id] });
    expect((await client.meetings.get({ id })).agenda).toEqual([]);
    expect(await client.preparation.reviews({ meetingId: id })).toEqual([]);
    const { error } = await safe(series.prepare(other, last));
    expect(isDefinedError(error) && error.code).toBe('NOT_FOUND');
  });
});
