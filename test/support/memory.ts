import { v7 as newId } from 'uuid';
import type { MemorySuggestion, TmxReport } from '#shared/contract/memory.ts';
import type { Language, LocalizedText } from '#shared/domain/language.ts';
import type { Backend } from '../../electron/backend.ts';
import { type Client, openTestBackend } from './backend.ts';
import { addTalks, withQuickDocuments } from './talks.ts';

/** The decision of {@link addTalks}. */
export const decision = {
  en: 'To hold a seminar in spring.',
  ru: 'Провести семинар весной.',
  zh: '春季举办研讨会。',
};

/** Talks that can be agreed; `review` marks texts of the decision. */
export async function openAgreed() {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  const talks = await addTalks(client);
  const meetingId = talks.meeting.id;
  const [, row] = talks.entries;
  if (row === undefined) throw new Error('no decision');
  const review = (reviewed: readonly Language[]) => settle(client, meetingId, row.id, reviewed, 'reviewed');
  return { backend, client, talks, meetingId, entryId: row.id, review };
}

export async function settle(
  client: Client,
  meetingId: string,
  id: string,
  wanted: readonly Language[],
  verdict: 'reviewed' | 'draft',
): Promise<void> {
  const entry = (await client.meetings.get({ id: meetingId })).entries.find((one) => one.id === id);
  if (entry === undefined) throw new Error('no entry');
  const sourceRevision = entry.texts[entry.sourceLanguage].revision;
  const texts = wanted.map((language) => ({
    kind: 'entry' as const,
    id,
    language,
    revision: entry.texts[language].revision,
    sourceRevision,
  }));
  await client.translations.settle({ meetingId, verdict, texts });
}

/** What an export of everything has, in its order. */
export const allUnits = async (client: Client): Promise<LocalizedText[]> => {
  const text = await (await client.memory.exportTmx({ meetingId: null })).text();
  return [...text.matchAll(/<tu[ >].*?<\/tu>/gsu)].map(([unit]) => ({
    en: /xml:lang="en"><seg>(.*?)<\/seg>/su.exec(unit)?.[1] ?? '',
    ru: /xml:lang="ru"><seg>(.*?)<\/seg>/su.exec(unit)?.[1] ?? '',
    zh: /xml:lang="zh-CN"><seg>(.*?)<\/seg>/su.exec(unit)?.[1] ?? '',
  }));
};

export async function importFile(
  client: Client,
  file: File,
  id = newId(),
): Promise<{ report: TmxReport; position: number }> {
  for await (const event of await client.memory.importTmx({ id, file })) {
    if (event.type === 'result') return event;
  }
  throw new Error('no result');
}

export const ask = (
  client: Client,
  text: string,
  language: Language,
  exceptMeetingId: string | null = null,
): Promise<MemorySuggestion[]> => client.memory.suggest({ text, language, exceptMeetingId });

/** Stored, whether they count or not. */
export const countUnits = ({ context }: Backend): number =>
  context.connection.sql<{ count: number }>('SELECT count(*) AS count FROM memory_unit')[0]?.count ?? 0;
