import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { v7 as newId } from 'uuid';
import type { Entry } from '#shared/contract/entries.ts';
import { openBackend } from '../../electron/backend.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import type { Client } from '../support/backend.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makeEntry } from '../support/records.ts';
import { addTalks, agreeAll } from '../support/talks.ts';
import { type Line, median } from './statistics.ts';

const scanBytes = 20 * 1024 * 1024;
const wantedPages = 30;
/** Rows of some three lines; so many fill thirty pages. */
const entryCount = 450;
const trials = 5;
const limitMs = 3_000;
/** A pause that nobody notices while typing. */
const pauseLimitMs = 50;

/** The archive of agreed minutes of thirty pages with a scan of 20 MB, and of the same minutes before they were agreed. */
export async function benchArchive(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBackend({
    isBackedUp: false,
    dataFolder: folder,
    startHelper: (entry) => forkHelper(join(projectFolder, 'dist', entry, 'index.js')),
    assets: sourceAssets(projectFolder),
    log: createLog((line) => process.stderr.write(`${line}\n`)),
  });
  try {
    const { client } = backend;
    const { meeting, item } = await addTalks(client);
    const meetingId = meeting.id;
    await client.entries.add({
      entries: Array.from({ length: entryCount }, (_, index) => writeEntry(meetingId, item.id, index)),
    });
    const file = new File([randomBytes(scanBytes)], 'signed.pdf');
    await client.attachments.add({
      id: newId(),
      meetingId,
      agendaItemId: null,
      versionId: null,
      kind: 'scan',
      language: null,
      file,
    });
    const [pdf] = await client.documents.export({
      meetingId,
      languages: ['en'],
      layout: 'single',
      formats: ['pdf'],
    });
    const pages = pdf?.pages ?? 0;
    const draft = await measure(client, meetingId);
    await agreeAll(client, meetingId);
    const agreed = await measure(client, meetingId);
    return [
      line(`archive: ${String(pages)} pages ×3 and a scan of 20 MB, agreed`, agreed.ms, limitMs, pages >= wantedPages),
      line('archive: the longest pause of other calls meanwhile', agreed.pauseMs, pauseLimitMs),
      line('archive: the same as a draft, six documents made', draft.ms, Number.POSITIVE_INFINITY),
    ];
  } finally {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(client: Client, meetingId: string): Promise<{ ms: number; pauseMs: number }> {
  const times: number[] = [];
  const pauses: number[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const startedMs = performance.now();
    for await (const event of await client.archive.create({ meetingId })) {
      if (event.type === 'result') await client.archive.download({ id: event.id });
    }
    times.push(performance.now() - startedMs);
    delay.disable();
    pauses.push(delay.max / 1e6);
  }
  return { ms: median(times), pauseMs: median(pauses) };
}

function line(name: string, ms: number, goalMs: number, isWhole = true): Line {
  const goal = Number.isFinite(goalMs) ? `≤ ${String(goalMs)} ms` : 'stated';
  return { name, value: `${ms.toFixed(0)} ms`, goal, isMet: ms <= goalMs && isWhole };
}

function writeEntry(meetingId: string, agendaItemId: string, index: number): Entry {
  const write = (text: string) => ({ text, revision: 1, baseRevision: null, status: 'draft' as const });
  return makeEntry(meetingId, agendaItemId, {
    kind: index % 4 === 0 ? 'decision' : 'speech',
    orderKey: `b${String(index).padStart(4, '0')}1`,
    texts: {
      en: write(
        `The parties heard report ${String(index)} on joint work in new materials and agreed to exchange lists of laboratories, to name those responsible and to return to the question at the next meeting of the working group in autumn.`,
      ),
      ru: write(
        `Стороны заслушали доклад ${String(index)} о совместной работе в области новых материалов и договорились обменяться списками лабораторий, назначить ответственных и вернуться к вопросу на следующем заседании рабочей группы.`,
      ),
      zh: write(
        `双方听取了关于新材料领域合作的第${String(index)}号报告，商定交换实验室名单，指定负责人，并在工作组下次会议上继续讨论该问题。`,
      ),
    },
  });
}
