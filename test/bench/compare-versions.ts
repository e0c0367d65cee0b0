import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '#shared/contract/entries.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting } from '../support/records.ts';
import { openBareBackend } from './bare-backend.ts';
import { type Line, quantile, ratioLine } from './statistics.ts';

const entryCount = 1_000;
const trials = 15;
const limitMs = 200;
const paragraphs: Record<Language, (index: number) => string> = {
  en: (index) =>
    `The parties heard report ${String(index)} on joint work in new materials and agreed to exchange lists of laboratories, to name those responsible and to return to the question at the next meeting.`,
  ru: (index) =>
    `Стороны заслушали доклад ${String(index)} о совместной работе в области новых материалов и договорились обменяться списками лабораторий, назначить ответственных и вернуться к вопросу на следующем заседании.`,
  zh: (index) =>
    `双方听取了关于新材料领域合作的第${String(index)}号报告，商定交换实验室名单，指定负责人，并在下次会议上继续讨论该问题。`,
};

/**
 * Two versions of 1,000 entries side by side, through the contract: a third of the rows reworded, some moved, removed
 * and added. The baseline of the same run reads the two record files, which any comparison has to do.
 */
export async function benchCompareVersions(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBareBackend(folder);
  const { client } = backend;
  const meeting = makeMeeting();
  const items = Array.from({ length: 20 }, (_, index) => makeAgendaItem(meeting.id, orderKey(index)));
  const speakers = Array.from({ length: 30 }, (_, index) =>
    makeAttendance(meeting.id, {
      orderKey: orderKey(index),
      name: { en: `Speaker ${String(index)}`, ru: `Докладчик ${String(index)}`, zh: `发言人${String(index)}` },
    }),
  );
  await client.meetings.create(meeting);
  for (const speaker of speakers) await client.attendance.add(speaker);
  for (const item of items) await client.agenda.add(item);
  const entries = Array.from({ length: entryCount }, (_, index) =>
    writeEntry(meeting.id, items[index % items.length]?.id ?? '', index, speakers[index % speakers.length]?.id ?? null),
  );
  await client.entries.add({ entries });
  const { versionId: from } = await client.versions.keep({ meetingId: meeting.id, reason: '' });
  await client.entries.saveTexts({
    meetingId: meeting.id,
    texts: entries
      .filter((_entry, index) => index % 3 === 0)
      .flatMap(({ id, texts }) =>
        languages.map((language) => ({ entryId: id, language, text: reword(texts[language].text), revision: 1 })),
      ),
  });
  await client.entries.update({
    changes: entries
      .filter((_entry, index) => index % 20 === 1)
      .map(({ id }, index) => ({ id, orderKey: `z${orderKey(index)}` })),
  });
  await client.entries.remove({ ids: entries.filter((_entry, index) => index % 50 === 2).map(({ id }) => id) });
  await client.entries.add({
    entries: Array.from({ length: 20 }, (_, index) =>
      writeEntry(meeting.id, items[index]?.id ?? '', entryCount + index, null),
    ),
  });
  const { versionId: to } = await client.versions.keep({ meetingId: meeting.id, reason: '' });
  const { versions } = await client.versions.state({ meetingId: meeting.id });
  const fileIds = versions.flatMap(({ files }) => files.map(({ id }) => id));

  const measured: Record<Language, number[]> = { en: [], ru: [], zh: [] };
  const baseline: number[] = [];
  for (let trial = 0; trial < trials; trial++) {
    let start = performance.now();
    for (const id of fileIds) JSON.parse(await (await client.attachments.download({ id })).text());
    baseline.push(performance.now() - start);
    for (const language of languages) {
      start = performance.now();
      await client.versions.compare({ meetingId: meeting.id, from, to, language });
      measured[language].push(performance.now() - start);
    }
  }
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
  return languages.flatMap((language) => {
    const p95 = quantile(measured[language], 0.95);
    const name = `two versions of 1,000 entries, ${language}`;
    return [
      { name: `${name}, p95`, value: `${p95.toFixed(0)} ms`, goal: `≤ ${String(limitMs)} ms`, isMet: p95 <= limitMs },
      ratioLine(`${name} / reading both`, quantile(measured[language], 0.5), quantile(baseline, 0.5), 'ms', 5),
    ];
  });
}

/** Rising keys of one length. */
const orderKey = (index: number): string => `a${String(index).padStart(4, '0')}`;

const reword = (text: string): string =>
  text.replace('agreed', 'have agreed').replace('договорились', 'согласились').replace('商定', '同意');

function writeEntry(meetingId: string, agendaItemId: string, index: number, speakerAttendanceId: string | null): Entry {
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      {
        text: paragraphs[language](index),
        revision: 1,
        baseRevision: language === 'ru' ? null : 1,
        status: 'draft' as const,
      },
    ]),
  ) as Entry['texts'];
  return makeEntry(meetingId, agendaItemId, { orderKey: orderKey(index), speakerAttendanceId, texts });
}
