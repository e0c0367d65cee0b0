import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { bringUpToDate } from '../../../electron/search-index/index.ts';
import type { Client } from '../../support/backend.ts';
import { openBareBackend } from '../bare-backend.ts';
import { type Line, quantile, ratioLine } from '../statistics.ts';
import { fillRegisters } from './register-rows.ts';

const counts = {
  people: 2_000,
  organizations: 500,
  meetings: 3_000,
  actions: 50_000,
  proposals: 6_000,
  agreements: 5_000,
};
const today = '2026-06-15';
const said = { on: today, reporterId: null, reporter: 'Secretary', meetingId: null, note: '' };
const bulk = 2_000;
const goals = { firstMs: 1_500, viewMs: 100, filterMs: 50, pauseMs: 50 };

/** What somebody types into the filter, letter by letter: words of the texts, a name, a title; Chinese as well. */
const typed = [
  'pro',
  'proj',
  'project',
  'проект',
  'проект инст',
  '项目',
  'meeting 29',
  'petrov',
  'chinese side',
  'zzz',
];

/**
 * The registers with 50,000 actions, 9,000 decisions, 6,000 proposals and 5,000 agreements of 3,000 meetings. The baseline
 * is what one statement takes to put the first hundred actions in order, without numbers, owners, groups or counts.
 */
export async function benchRegisters(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBareBackend(folder);
  try {
    fillRegisters(backend.context.connection, counts);
    // Building the search index would be measured as well.
    await bringUpToDate(backend.context);
    const { client } = backend;
    const first = await watch(() => client.actions.list({ today }));
    // The texts are read behind the first page; typing before that is over waits for the rest.
    const firstText = await watch(() => client.actions.list({ today, text: 'project' }));
    const views = await viewsOf(client);
    const filters = await filtersOf(client);
    const others = await otherRegisters(client);
    const baseline: number[] = [];
    for (let round = 0; round < 12; round++) {
      const start = performance.now();
      backend.context.connection.sql(
        `SELECT e.id, m.title_en, a.due, a.status FROM entry e CROSS JOIN meeting m ON m.id = e.meeting_id
           CROSS JOIN action a ON a.entry_id = e.id
         WHERE e.kind = 'action'
         ORDER BY m.date DESC, m.id, (SELECT order_key FROM agenda_item WHERE id = e.agenda_item_id), e.order_key LIMIT 100`,
      );
      baseline.push(performance.now() - start);
    }
    const page = await client.actions.list({ today, limit: 500 });
    const ids: string[] = [];
    for (let offset = 0; ids.length < bulk; offset += 500) {
      const { rows } = await client.actions.list({ today, offset, limit: 500 });
      ids.push(...rows.map(({ row }) => row.entryId));
    }
    const entryIds = [...new Set(ids)].slice(0, bulk);
    const reported = await watch(() => client.actions.report({ entryIds, status: 'done', ...said }));
    const after = await watch(() => client.actions.list({ today }));
    const one = page.rows[0]?.row.entryId ?? '';
    const opened = await time(() => client.actions.get({ entryId: one, today }));
    return [
      ratioLine(
        'actions, first page, p95, against one statement',
        quantile(views, 0.95),
        quantile(baseline, 0.5),
        'ms',
        1,
      ),
      within('actions, any view to its first rows, p95', quantile(views, 0.95), goals.viewMs),
      within('actions, another filter, p95', quantile(filters, 0.95), goals.filterMs),
      within('decisions, proposals, agreements: views, p95', quantile(others.views, 0.95), goals.viewMs),
      within('decisions, proposals, agreements: filters, p95', quantile(others.filters, 0.95), goals.filterMs),
      within('an action opened with its history', opened, goals.viewMs),
      within('2,000 actions reported done at once', reported.tookMs, 1_000),
      within('the page after that', after.tookMs, goals.viewMs),
      within('the very first page, read from the file', first.tookMs, goals.firstMs),
      within('longest pause for others meanwhile', first.longestBlockMs, goals.pauseMs),
      within('the first text filter, at once after it', firstText.tookMs, goals.firstMs),
      within('longest pause for others meanwhile', firstText.longestBlockMs, goals.pauseMs),
    ];
  } finally {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function viewsOf(client: Client): Promise<number[]> {
  const times: number[] = [];
  for (const isDescending of [true, false]) {
    for (const grouping of ['meeting', 'owner', 'side', 'due'] as const) {
      for (const sort of ['meeting', 'due', 'status'] as const) {
        times.push(await time(() => client.actions.list({ today, grouping, sort, isDescending })));
        times.push(await time(() => client.actions.list({ today, grouping, sort, isDescending, offset: 20_000 })));
      }
    }
  }
  return times;
}

async function filtersOf(client: Client): Promise<number[]> {
  const { owners, sides } = await client.actions.owners();
  const [ownerKey = '', sideKey = ''] = [owners[0]?.key, sides[0]?.key];
  const times: number[] = [];
  for (const grouping of ['meeting', 'owner', 'side', 'due'] as const) {
    for (const text of typed) times.push(await time(() => client.actions.list({ today, grouping, text })));
    for (const filter of [
      { statuses: ['open', 'in_progress'] as ('open' | 'in_progress')[] },
      { due: 'overdue' as const },
      { due: 'soon' as const },
      { ownerKey },
      { sideKey },
      { sideKey, due: 'overdue' as const, text: 'project' },
    ]) {
      times.push(await time(() => client.actions.list({ today, grouping, ...filter })));
    }
  }
  return times;
}

async function otherRegisters(client: Client): Promise<{ views: number[]; filters: number[] }> {
  const [views, filters]: [number[], number[]] = [[], []];
  const registers = [
    (text: string, isDescending: boolean) => client.decisions.list({ today, text, isDescending }),
    (text: string, isDescending: boolean) => client.proposals.list({ today, text, isDescending }),
    (text: string, isDescending: boolean) => client.agreements.list({ today, text, isDescending }),
    (text: string, isDescending: boolean) => client.agreements.list({ today, text, isDescending, grouping: 'partner' }),
  ];
  for (const read of registers) {
    await read('', true);
    await read('first', true);
    for (const isDescending of [true, false]) views.push(await time(() => read('', isDescending)));
    for (const text of typed) filters.push(await time(() => read(text, true)));
  }
  return { views, filters };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs it and watches how long the event loop stood still at most. */
async function watch(work: () => Promise<unknown>): Promise<{ tookMs: number; longestBlockMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const tookMs = await time(work);
  delay.disable();
  return { tookMs, longestBlockMs: delay.max / 1e6 };
}

const within = (name: string, ms: number, limit: number): Line => ({
  name,
  value: `${ms.toFixed(ms < 10 ? 2 : 0)} ms`,
  goal: `≤ ${String(limit)} ms`,
  isMet: ms <= limit,
});
