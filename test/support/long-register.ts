import { v7 as newId } from 'uuid';
import type { Entry } from '#shared/contract/entries.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Client } from './backend.ts';
import { makeEntry, makeOrganization } from './records.ts';
import { makeSide, seriesOf } from './series.ts';

/** Numbers of the register that {@link fillActions} makes. */
export const longRegister = { first: 300, second: 20, overdue: 12 };

const orderKeyOf = (index: number): string => `a${String(index).padStart(4, '0')}`;

/**
 * A working group whose two meetings agreed on several hundred actions, more than one page of the register: every third
 * of an organisation, every third of the Chinese side, every third of Wang, who has left the group. The first dozen is
 * long overdue, the others have time until the end of the century. The second meeting names nobody.
 */
export async function fillActions(client: Client): Promise<void> {
  const series = seriesOf(client);
  const organization = makeOrganization();
  await client.organizations.create(organization);
  const person = await series.addPerson('Wang', { country: 'CN' });
  const sides = [makeSide('CN'), makeSide('RU')];
  const group = await series.addGroup([{ personId: person.id, to: '2021-06-30' }], sides);
  const meetingSides = [makeSide('CN'), makeSide('RU')];
  const owners = [
    { kind: 'organization', ownerId: organization.id },
    { kind: 'side', ownerId: meetingSides[0]?.id ?? '' },
    { kind: 'person', ownerId: person.id },
  ] as const;
  for (const [place, count] of [longRegister.first, longRegister.second].entries()) {
    const meeting = await series.addMeeting(group, {
      date: place === 0 ? '2020-03-01' : '2021-03-01',
      title: { ...emptyText(), en: place === 0 ? 'Meeting of many actions' : 'Meeting of few actions' },
      sides: place === 0 ? meetingSides : [],
    });
    const item = await series.addItem(meeting, 'Cooperation', 'a0');
    const entries = Array.from({ length: count }, (_, index): Entry => {
      const owner = place === 0 ? owners[index % owners.length] : undefined;
      const entry = makeEntry(meeting.id, item.id, {
        kind: 'action',
        orderKey: orderKeyOf(index),
        action: {
          owners: owner ? [{ id: newId(), ...owner }] : [],
          due: place === 0 ? (index < longRegister.overdue ? '2020-12-31' : '2099-12-31') : null,
          dueAtNextMeeting: false,
          status: 'open',
        },
      });
      entry.texts.ru = { ...entry.texts.ru, text: `Подготовить отчёт номер ${String(index + 1)}`, revision: 1 };
      return entry;
    });
    await client.entries.add({ entries });
  }
}
