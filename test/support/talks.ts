import { createRouterClient } from '@orpc/server';
import { v7 as newId } from 'uuid';
import type { Entry } from '#shared/contract/entries.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { SideAgreement } from '#shared/contract/versions.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Backend } from '../../electron/backend.ts';
import { renderDocx } from '../../electron/documents/docx/index.ts';
import { router } from '../../electron/router.ts';
import type { Client } from './backend.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting, makeOrganization, makePerson } from './records.ts';

export const write = (text: string, revision = 1): Entry['texts']['ru'] => ({
  text,
  revision,
  baseRevision: null,
  status: 'draft',
});

/** Minutes of two sides that could be agreed at once: a speech, a decision and an action that a person and a body own. */
export async function addTalks(client: Client, changes: Partial<Meeting> = {}) {
  const institute = makeOrganization();
  const owner = makePerson();
  const side = (country: 'CN' | 'RU', name: Meeting['title'], zone: string) => ({
    id: newId(),
    country,
    name,
    zone,
    leadOrganizationId: null,
  });
  const chinese = side('CN', { en: 'Chinese side', ru: 'Китайская сторона', zh: '中方' }, 'Asia/Shanghai');
  const russian = side('RU', { en: 'Russian side', ru: 'Российская сторона', zh: '俄方' }, 'Europe/Moscow');
  const meeting = makeMeeting({
    minutesKind: 'minutes_of_talks',
    sides: [chinese, russian],
    organizers: [{ id: newId(), organizationId: institute.id }],
    ...changes,
  });
  const item = makeAgendaItem(meeting.id);
  const heads = meeting.sides.map((ofSide, index) =>
    makeAttendance(meeting.id, {
      sideId: ofSide.id,
      roles: ['co_chair'],
      name: { en: `Head ${String(index + 1)}`, ru: `Глава ${String(index + 1)}`, zh: `团长${String(index + 1)}` },
      position: emptyText(),
      orderKey: `a${String(index)}`,
    }),
  );
  const unwritten = { text: '', revision: 0, baseRevision: null, status: 'draft' as const };
  const row = (orderKey: string, kind: Entry['kind'], text: string, more: Partial<Entry> = {}): Entry =>
    makeEntry(meeting.id, item.id, {
      orderKey,
      kind,
      speakerAttendanceId: kind === 'speech' ? (heads[0]?.id ?? null) : null,
      texts: { en: { ...unwritten }, ru: write(text), zh: { ...unwritten } },
      ...more,
    });
  const entries = [
    row('a0', 'speech', 'Предложил обсудить новые материалы.'),
    row('a1', 'decision', 'Провести семинар весной.', {
      texts: {
        en: { text: 'To hold a seminar in spring.', revision: 1, baseRevision: 1, status: 'draft' },
        ru: write('Провести семинар весной.'),
        zh: { text: '春季举办研讨会。', revision: 1, baseRevision: 1, status: 'draft' },
      },
    }),
    row('a2', 'action', 'Подготовить программу семинара.', {
      action: {
        owners: [
          { id: newId(), kind: 'person', ownerId: owner.id },
          { id: newId(), kind: 'organization', ownerId: institute.id },
        ],
        due: '2027-02-01',
        dueAtNextMeeting: false,
        status: 'open',
      },
    }),
  ];
  await client.organizations.create(institute);
  await client.people.create(owner);
  await client.meetings.create(meeting);
  for (const head of heads) await client.attendance.add(head);
  await client.agenda.add(item);
  await client.entries.add({ entries });
  return { meeting, item, heads, entries, owner, institute };
}

/** What a side says; with the last side the minutes become agreed. */
export const word = (
  meetingId: string,
  versionId: string,
  sideId: string | null,
): SideAgreement & { meetingId: string } => ({
  id: newId(),
  meetingId,
  versionId,
  sideId,
  agreedOn: '2026-11-25',
  byAttendanceId: null,
  byName: 'Hu Yidong',
  manner: 'signature',
  note: '',
});

/** Keeps the text and lets every side agree to it. */
export async function agreeAll(client: Client, meetingId: string): Promise<string> {
  const { versionId } = await client.versions.keep({ meetingId, reason: '' });
  const { sideIds } = await client.versions.state({ meetingId });
  for (const sideId of sideIds) await client.versions.agree(word(meetingId, versionId, sideId));
  return versionId;
}

/** The same back end with documents made in no time: for tests that agree again and again. */
export function withQuickDocuments(backend: Backend): Client {
  const renderPdf = (document: unknown): Promise<{ bytes: Uint8Array<ArrayBuffer>; pageCount: number }> =>
    Promise.resolve({ bytes: new TextEncoder().encode(JSON.stringify(document)), pageCount: 1 });
  const documents = { ...backend.context.documents, renderPdf, renderDocx };
  return createRouterClient(router, { context: { ...backend.context, documents } });
}
