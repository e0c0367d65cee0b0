import { ORPCError, safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import type { Comment } from '#shared/contract/circulations.ts';
import { languages } from '#shared/domain/language.ts';
import type { MeetingStatus } from '#shared/domain/meeting-moves.ts';
import { openTestBackend } from './backend.ts';
import { type CommentSpec, packParts, type Parts, unpackParts } from './commented-docx.ts';
import { addTalks, withQuickDocuments } from './talks.ts';

/** The code of the refusal with its data. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = (await safe(call)).error;
  return error instanceof ORPCError ? { error: String(error.code), ...(error.data as object | null) } : error;
}

export async function openTalks() {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  const talks = await addTalks(client);
  const meetingId = talks.meeting.id;
  const [speech = '', decision = '', action = ''] = talks.entries.map(({ id }) => id);
  const recipientIds = talks.heads.map(({ id }) => id);
  const open = (changes: object = {}) =>
    client.circulations.open({
      id: newId(),
      meetingId,
      commentsDue: '2026-12-01',
      note: 'До вторника.',
      recipientIds,
      ...changes,
    });
  const comments = () => client.circulations.comments({ meetingId });
  const words = (changes: Partial<Comment> = {}) => ({
    id: newId(),
    meetingId,
    circulationId: null,
    entryId: decision,
    language: 'ru' as const,
    quote: 'весной',
    author: 'Ху Идун',
    sideId: talks.meeting.sides[0]?.id ?? null,
    text: 'Лучше осенью.',
    receivedAtMs: 1_790_000_000_000,
    ...changes,
  });
  const add = async (changes: Partial<Comment> = {}): Promise<string> =>
    (await client.circulations.addComment(words(changes))).id;
  const status = async (): Promise<MeetingStatus> => (await client.meetings.get({ id: meetingId })).meeting.status;
  const setStatus = (next: MeetingStatus): void => {
    backend.context.connection.sql('UPDATE meeting SET status = ? WHERE id = ?', next, meetingId);
  };
  return {
    ...talks,
    backend,
    client,
    connection: backend.context.connection,
    meetingId,
    speech,
    decision,
    action,
    recipientIds,
    open,
    comments,
    words,
    add,
    status,
    setStatus,
  };
}

export type Talks = Awaited<ReturnType<typeof openTalks>>;

/** Our own DOCX in the three languages, as parts. */
export async function exportParts({ client, meetingId }: Talks): Promise<Parts> {
  const [exported] = await client.documents.export({
    meetingId,
    languages: [...languages],
    layout: 'sequential',
    formats: ['docx'],
  });
  if (exported === undefined) throw new Error('no document');
  return unpackParts(new Uint8Array(await exported.file.arrayBuffer()));
}

export const fileOf = (parts: Parts): File => new File([packParts(parts)], 'minutes, comments.docx');

export const returned: CommentSpec[] = [
  { author: 'Орлова М. И.', text: ['Добавить срок.'], on: 'Провести семинар весной.' },
  { author: '胡一东', text: ['请写明地点。'], on: '春季举办研讨会' },
  { author: 'Li Na', text: ['All in all, fine.'] },
];
