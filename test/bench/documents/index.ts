import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { generateKeyBetween } from 'fractional-indexing';
import { v7 as newId } from 'uuid';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { buildMinutesDocument } from '#shared/domain/minutes/index.ts';
import { type Backend, openBackend } from '../../../electron/backend.ts';
import { sourceAssets } from '../../../electron/documents/assets.ts';
import { renderDocx } from '../../../electron/documents/docx/index.ts';
import { createDocumentEngine } from '../../../electron/documents/engine.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { forkHelper } from '../../../electron/helper-process.ts';
import { createLog } from '../../../electron/log.ts';
import { projectFolder } from '../../support/project-folder.ts';
import { type Line, median, quantile, ratioLine } from '../statistics.ts';
import { bareParagraphs } from './bare-texts.ts';
import { timeBareDocx, timeBareTypst, timeChromium, timeLibreOffice, timePandoc, writeBareTypst } from './baselines.ts';

const samplePath = join(projectFolder, 'resources/sample/2020-06-16-jiangsu-st-petersburg.json');
const languages = ['en', 'ru', 'zh'] as const;
const wantedPages = 30;
const trials = 5;
const previews = Number(process.env.TRILOGUE_PREVIEWS ?? 1_000);
const edits = 40;
const previewLimitMs = 150;
/** A pause that nobody notices while typing. */
const pauseLimitMs = 50;
/** A process that is replaced now and then breathes; what grows without end has doubled by then. */
const growthLimit = 1.3;

/** Trilingual minutes of thirty pages: as PDF in a fresh process, as DOCX, and as a preview that follows an edit. */
export async function benchDocuments(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const startHelper = () => forkHelper(join(projectFolder, 'dist', 'documents-worker', 'index.js'));
  const backend = openBackend({
    isBackedUp: false,
    dataFolder: join(folder, 'data'),
    startHelper,
    assets: sourceAssets(projectFolder),
    log: createLog((line) => process.stderr.write(`${line}\n`)),
  });
  try {
    const record = await fillMeeting(backend);
    const document = buildMinutesDocument(record, { languages, labels: readLabels() });
    const paragraphs = bareParagraphs(document);
    const source = join(folder, 'bare.typ');
    writeBareTypst(paragraphs, source);

    const [fresh, bare, printed, docx, bareDocx]: [number[], number[], number[], number[], number[]] = [
      [],
      [],
      [],
      [],
      [],
    ];
    let bytes = new Uint8Array();
    for (let trial = 0; trial < trials; trial++) {
      const engine = createDocumentEngine({ startHelper, assets: sourceAssets(projectFolder) });
      const startedAt = performance.now();
      await engine.renderPdf(document);
      fresh.push(performance.now() - startedAt);
      await engine.close();
      bare.push(await timeBareTypst(source, join(folder, 'bare.pdf')));
      printed.push(await timeChromium(paragraphs, folder));
      const before = performance.now();
      bytes = await renderDocx(document);
      docx.push(performance.now() - before);
      bareDocx.push(await timeBareDocx(paragraphs));
    }
    const converted = await timeLibreOffice(bytes, folder);
    const pandoc = await timePandoc(paragraphs, folder);
    return [
      ratioLine('documents: PDF in a fresh process / bare Typst', median(fresh), median(bare), 'ms', 1.2),
      ratioLine('documents: PDF in a fresh process / Chromium', median(fresh), median(printed), 'ms', 0.3),
      ...(converted === null
        ? []
        : [ratioLine('documents: PDF in a fresh process / LibreOffice', median(fresh), converted, 'ms', 0.25)]),
      ratioLine('documents: DOCX / bare docx', median(docx), median(bareDocx), 'ms', 1.3),
      ...(pandoc === null ? [] : [ratioLine('documents: DOCX / pandoc', median(docx), pandoc, 'ms', 1)]),
      ...(await followEdits(backend, record)),
      await watchPauses(backend, record.meeting.id),
    ];
  } finally {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sample meeting, its rows repeated until the minutes in three languages have the wanted pages. */
async function fillMeeting({ client }: Backend): Promise<MeetingRecord> {
  const sample = JSON.parse(readFileSync(samplePath, 'utf8')) as MeetingRecord;
  let key: string | null = null;
  for (let copies = 4; ; copies += 2) {
    const entries = Array.from({ length: copies }).flatMap(() =>
      sample.entries.map((entry) => {
        key = generateKeyBetween(key, null);
        const owners = entry.action?.owners.map((owner) => ({ ...owner, id: newId() })) ?? [];
        return { ...entry, id: newId(), orderKey: key, ...(entry.action && { action: { ...entry.action, owners } }) };
      }),
    );
    const record: MeetingRecord = { ...sample, entries };
    const file = new File([JSON.stringify(record)], 'record.json');
    await client.records.import({ file });
    const meetingId = record.meeting.id;
    const [made] = await client.documents.export({
      meetingId,
      languages: [...languages],
      layout: 'sequential',
      formats: ['pdf'],
    });
    if ((made?.pages ?? 0) >= wantedPages) return record;
    await client.meetings.remove({ id: meetingId });
  }
}

/** Edits of one word, each followed by a look at the pages; then looks without end, for the memory. */
async function followEdits({ client }: Backend, record: MeetingRecord): Promise<Line[]> {
  const meetingId = record.meeting.id;
  const entry = record.entries[Math.floor(record.entries.length / 2)];
  if (entry === undefined) return [];
  const options = { meetingId, languages: [...languages], layout: 'sequential' as const };
  const times: number[] = [];
  const sent: number[] = [];
  const memory: number[] = [];
  let known: string[] = [];
  let { revision } = entry.texts.en;
  let all = 0;
  for (let round = 0; round < previews; round++) {
    const text = `${entry.texts.en.text} word${String(round % 10)}`;
    ({ revision } = await client.entries.saveText({ entryId: entry.id, language: 'en', text, revision }));
    const startedAt = performance.now();
    const { pages } = await client.documents.preview({ ...options, known });
    // The first ones draw everything, and start the helper.
    if (round >= 3 && round < edits) {
      times.push(performance.now() - startedAt);
      sent.push(pages.filter(({ svg }) => svg !== undefined).length);
    }
    known = pages.map(({ hash }) => hash);
    all = pages.length;
    memory.push(process.memoryUsage.rss());
  }
  const [early, late] = [median(memory.slice(100, 300)), median(memory.slice(-200))];
  const p95 = quantile(times, 0.95);
  return [
    {
      name: `documents: preview of ${String(all)} pages after a word, p95`,
      value: `${p95.toFixed(0)} ms (p50 ${median(times).toFixed(0)} ms)`,
      goal: `≤ ${String(previewLimitMs)} ms`,
      isMet: p95 <= previewLimitMs,
    },
    {
      name: 'documents: pages sent after a word',
      value: `${median(sent).toFixed(0)} of ${String(all)}`,
      goal: 'the changed ones',
      isMet: median(sent) < all / 3,
    },
    ratioLine(
      `documents: memory after ${String(previews)} previews / after 200`,
      late / 1024 / 1024,
      early / 1024 / 1024,
      'MB',
      growthLimit,
    ),
  ];
}

/** How long other calls wait while everything is exported. */
async function watchPauses({ client }: Backend, meetingId: string): Promise<Line> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await client.documents.export({
    meetingId,
    languages: [...languages],
    layout: 'sequential',
    formats: ['pdf', 'docx'],
  });
  delay.disable();
  const pauseMs = delay.max / 1e6;
  return {
    name: 'documents: longest pause of the back end meanwhile',
    value: `${pauseMs.toFixed(0)} ms`,
    goal: `≤ ${String(pauseLimitMs)} ms`,
    isMet: pauseMs <= pauseLimitMs,
  };
}
