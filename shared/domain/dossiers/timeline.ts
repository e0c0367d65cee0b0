import {
  type TimelineEvent,
  type TimelineInput,
  timelineKinds,
  type TimelineKind,
  type TimelineLane,
} from '../../contract/timeline.ts';
import { chooseText, type LocalizedText } from '../language.ts';
import { formatDate, formatDateRange } from '../minutes/dates.ts';
import type {
  MinutesBlock,
  MinutesDocument,
  MinutesDrawing,
  MinutesFields,
  MinutesParagraph,
} from '../minutes/document.ts';
import { createDossier, createDossierScene, describeLine, type DossierBuild, type DossierScene } from './build.ts';
import { arrangeLane, type DrawnEvent, listTicks, shapes, spanOf } from './timeline-drawing.ts';

export interface TimelineFacts {
  filter: TimelineInput;
  /** The date of the document, `YYYY-MM-DD`. */
  today: string;
  lanes: readonly TimelineLane[];
  /** By date. */
  events: readonly TimelineEvent[];
  /** Signed documents without a day to stand at. */
  undated: number;
  /** Names of what the filter chooses. */
  partners: readonly LocalizedText[];
  areas: readonly LocalizedText[];
  groups: readonly LocalizedText[];
}

/** Setting more rows on pages takes the layout engine longer than it is given. */
const mostOnPages = 600;

/**
 * Meetings, signings and decisions along the years, drawn and then once more as a table; `medium`: on pages a very long
 * table is left out, which is said there.
 */
export function buildTimeline(
  facts: TimelineFacts,
  build: DossierBuild,
  medium: 'pages' | 'word' = 'pages',
): MinutesDocument {
  const scene = createDossierScene(build);
  const { writer, words } = scene;
  const { timeline } = words;
  const head = describeFilter(facts, scene);
  const undated: MinutesBlock[] =
    facts.undated === 0 ? [] : [{ kind: 'paragraph', runs: [writer.say(timeline.undated(facts.undated))] }];
  return createDossier(scene, {
    date: facts.today,
    title: timeline.title,
    isLandscape: true,
    blocks: [
      head,
      ...(facts.events.length === 0
        ? [{ kind: 'paragraph' as const, runs: [writer.say(timeline.empty)] }]
        : describeEvents(facts, scene, medium === 'word' || facts.events.length <= mostOnPages)),
      ...undated,
    ],
  });
}

/** What was chosen, so that nobody takes a part for the whole. */
function describeFilter(
  { filter, today, partners, areas, groups }: TimelineFacts,
  { writer, words }: DossierScene,
): MinutesFields {
  const { language } = writer;
  const { timeline } = words;
  const day = (date: string): string => formatDate(date, language);
  const separator = language === 'zh' ? '、' : '; ';
  const rows: MinutesFields['rows'] = [{ label: words.asOf, values: [[writer.say(day(today))]] }];
  const { from, to, kinds } = filter;
  if (from !== null || to !== null) {
    const period =
      from === null
        ? timeline.until(day(to ?? today))
        : to === null
          ? timeline.from(day(from))
          : timeline.range(day(from), day(to));
    rows.push({ label: timeline.period, values: [[writer.say(period)]] });
  }
  const named: [string, readonly LocalizedText[]][] = [
    [timeline.partners, partners],
    [timeline.areas, areas],
    [timeline.groups, groups],
  ];
  for (const [label, names] of named) {
    if (names.length === 0) continue;
    const chosen = names.map((name) => ({ chosen: chooseText(name, language), kind: 'line' as const }));
    rows.push({ label, values: [writer.line(chosen, separator)] });
  }
  if (kinds.length > 0 && kinds.length < timelineKinds.length) {
    const shown = timelineKinds.filter((kind) => kinds.includes(kind)).map((kind) => timeline.kindPlural[kind]);
    rows.push({ label: timeline.kinds, values: [[writer.say(shown.join(language === 'zh' ? '、' : ', '))]] });
  }
  return { kind: 'fields', rows };
}

function nameLane({ id, name }: TimelineLane, { filter }: TimelineFacts, scene: DossierScene): MinutesParagraph {
  const { writer, words } = scene;
  return id === null
    ? [writer.say(words.timeline.noLane[filter.lanes])]
    : describeLine(name, words.timeline.untitled, scene);
}

function describeEvents(facts: TimelineFacts, scene: DossierScene, hasTable: boolean): MinutesBlock[] {
  const laneNames = facts.lanes.map((lane) => nameLane(lane, facts, scene));
  return [
    draw(facts, laneNames, scene),
    ...(hasTable ? describeTable(facts, laneNames, scene) : [leaveOutTable(facts, scene)]),
  ];
}

function leaveOutTable({ events }: TimelineFacts, { writer, words }: DossierScene): MinutesBlock {
  return { kind: 'paragraph', runs: [writer.say(words.timeline.tableInWord(events.length))] };
}

function describeTable(
  facts: TimelineFacts,
  laneNames: readonly MinutesParagraph[],
  scene: DossierScene,
): MinutesBlock[] {
  const { writer, words } = scene;
  return [
    { kind: 'heading', id: 'table', level: 2, runs: [writer.say(words.timeline.table)] },
    ...listByYear(facts, laneNames, scene),
  ];
}

/** Marks of what stands in are for the table: a drawing has no room for them. */
const withoutMarks = (runs: MinutesParagraph): MinutesParagraph => runs.filter(({ role }) => role !== 'mark');

function draw(
  facts: TimelineFacts,
  laneNames: readonly MinutesParagraph[],
  { writer, words }: DossierScene,
): MinutesDrawing {
  const { timeline } = words;
  const { language } = writer;
  const span = spanOf(facts.events.flatMap(({ date, endDate }) => (endDate === null ? [date] : [date, endDate])));
  const ofLane = facts.lanes.map((): DrawnEvent[] => []);
  facts.events.forEach(({ kind, date, endDate, title, lanes }, index) => {
    // A decision may have paragraphs, a mark has one line.
    const [first = []] = writer.quoteParagraphs(chooseText(title, language));
    const name = withoutMarks(first);
    const event: DrawnEvent = {
      kind,
      number: index + 1,
      date,
      endDate,
      titles: shortenTitle(name).map((runs) => [writer.say(language === 'zh' ? '\u3000' : '\u00A0\u00A0'), ...runs]),
    };
    for (const lane of lanes) ofLane[lane]?.push(event);
  });
  const write = {
    numbers: (numbers: readonly number[]) => [writer.say(numbers.join(language === 'zh' ? '、' : ', '), 'strong')],
    count: (count: number) => [writer.say(timeline.count(count))],
  };
  const lanes = laneNames.map((label, index) =>
    arrangeLane({ label: withoutMarks(label), events: ofLane[index] ?? [] }, span, write),
  );
  const kinds = timelineKinds.filter((kind) => facts.events.some((event) => event.kind === kind));
  const several = findSeveral(lanes, kinds);
  const last = facts.events.reduce((end, { date, endDate }) => ((endDate ?? date) > end ? (endDate ?? date) : end), '');
  return {
    kind: 'drawing',
    alt: timeline.alt(formatDate(facts.events[0]?.date ?? facts.today, language), formatDate(last, language)),
    ticks: listTicks(span, language),
    lanes: lanes.filter(({ rows }) => rows.length > 0),
    legend: [
      ...kinds.map((kind) => ({ shape: shapes[kind], isMany: false, label: timeline.kind[kind] })),
      ...(several === undefined ? [] : [{ shape: shapes[several], isMany: true, label: timeline.several }]),
      { shape: null, isMany: false, label: timeline.legend },
    ],
  };
}

/** Titles are long: beginnings of them may find room where the whole has none. In characters; Han ones are twice as wide. */
const titleLengths = [60, 40, 24, 14];
const mostCharacters = 200;

function shortenTitle(runs: MinutesParagraph): MinutesParagraph[] {
  const [run] = runs;
  if (run === undefined) return [];
  const characters = Array.from(run.text);
  const wide = run.language === 'zh' ? 2 : 1;
  const shorter = titleLengths
    .map((length) => length / wide)
    .filter((length) => length < characters.length)
    .map((length) => {
      const cut = characters.slice(0, length).join('');
      // Words stay whole where there are any.
      const whole = run.language === 'zh' ? cut : cut.replace(/[\s\u00A0]+\S*$/u, '');
      return [{ ...run, text: `${whole.replace(/[\s\p{P}]+$/u, '')}…` }];
    });
  // Longer ones are wider than the drawing.
  return characters.length > mostCharacters ? shorter : [runs, ...shorter];
}

/** The first kind of which several stand in one mark. */
function findSeveral(lanes: MinutesDrawing['lanes'], kinds: readonly TimelineKind[]): TimelineKind | undefined {
  const merged = new Set(
    lanes.flatMap(({ rows }) => rows.flat().flatMap(({ shape, isMany }) => (isMany ? shape : []))),
  );
  return kinds.find((kind) => merged.has(shapes[kind]));
}

/** A longer table is read year by year; the layout engine, too, takes more time for each row the longer a table is. */
const longTable = 120;

function listByYear(facts: TimelineFacts, laneNames: readonly MinutesParagraph[], scene: DossierScene): MinutesBlock[] {
  const numbered = facts.events.map((event, index) => ({ event, number: index + 1 }));
  if (numbered.length <= longTable) return [listEvents(numbered, facts, laneNames, scene)];
  const byYear = Map.groupBy(numbered, ({ event }) => event.date.slice(0, 4));
  return [...byYear].flatMap(([year, own]): MinutesBlock[] => {
    const tables = Array.from({ length: Math.ceil(own.length / longTable) }, (_, index) =>
      listEvents(own.slice(index * longTable, (index + 1) * longTable), facts, laneNames, scene),
    );
    return [{ kind: 'heading', id: `year-${year}`, level: 3, runs: [scene.writer.say(year)] }, ...tables];
  });
}

const eventShares = [0.05, 0.13, 0.11, 0.36, 0.35];

function listEvents(
  events: readonly { event: TimelineEvent; number: number }[],
  facts: TimelineFacts,
  laneNames: readonly MinutesParagraph[],
  scene: DossierScene,
): MinutesBlock {
  const { writer, words } = scene;
  const { language } = writer;
  const { timeline } = words;
  const lanesLabel = { partner: timeline.partners, area: timeline.areas, group: timeline.groups }[facts.filter.lanes];
  return {
    kind: 'table',
    columns: [timeline.number, timeline.date, timeline.event, timeline.what, lanesLabel].map((label, index) => ({
      label,
      share: eventShares[index] ?? 0,
    })),
    rows: events.map(({ event: { id, kind, date, endDate, title, lanes }, number }) => {
      const paragraphs = writer.quoteParagraphs(chooseText(title, language));
      return {
        id,
        cells: [
          [[writer.say(String(number))]],
          [[writer.say(formatDateRange(date, endDate, language).replace(/\u00A0/gu, ' '))]],
          [[writer.say(timeline.kind[kind])]],
          paragraphs.length === 0 ? [[writer.gap(timeline.untitled)]] : paragraphs,
          [
            writer.join(
              lanes.flatMap((lane) => (facts.lanes[lane]?.id === null ? [] : [laneNames[lane] ?? []])),
              language === 'zh' ? '；' : '; ',
            ),
          ],
        ],
      };
    }),
  };
}
