import type { TimelineKind } from '../../contract/timeline.ts';
import { type Language, languageTags } from '../language.ts';
import type { DrawingMark, DrawingShape, MinutesDrawing, MinutesParagraph } from '../minutes/document.ts';

/** What stands on one line of the drawing; `number` is that of its row in the table. */
export interface DrawnEvent {
  kind: TimelineKind;
  number: number;
  date: string;
  endDate: string | null;
  /** What it is called, the longest form first. */
  titles: MinutesParagraph[];
}

export interface DrawnLane {
  label: MinutesParagraph;
  /** By date. */
  events: readonly DrawnEvent[];
}

export const shapes: Record<TimelineKind, DrawingShape> = {
  meeting: 'circle',
  signing: 'diamond',
  decision: 'triangle',
};
const kindsInOrder: readonly TimelineKind[] = ['meeting', 'signing', 'decision'];

/** So many marks fit beside each other, with air between them: the drawing is 190 mm wide (blocks.typ). */
const slots = 76;
/** Up to so many numbers stand behind a mark for several. */
const mostNumbers = 4;
const dayMs = 86_400_000;

/** The part of time that is drawn: whole years, `from` on the first of January, `until` on the one after the last. */
export interface Span {
  firstYear: number;
  /** How many. */
  years: number;
}

export function spanOf(dates: readonly string[]): Span {
  const years = dates.map((date) => Number(date.slice(0, 4)));
  const first = years.reduce((least, year) => Math.min(least, year), Infinity);
  const last = years.reduce((most, year) => Math.max(most, year), -Infinity);
  return { firstYear: first, years: last - first + 1 };
}

const startOf = ({ firstYear }: Span): number => Date.UTC(firstYear, 0);
const endOf = ({ firstYear, years }: Span): number => Date.UTC(firstYear + years, 0);

function placeOf(ms: number, span: Span): number {
  return Math.round(((ms - startOf(span)) / (endOf(span) - startOf(span))) * 100_000) / 100_000;
}

/** Years, as many of them named as there is room for; of one or two years their months as well. */
export function listTicks(span: Span, language: Language): MinutesDrawing['ticks'] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => span.years / each <= 20) ?? 500;
  const ticks: MinutesDrawing['ticks'] = [];
  const month = new Intl.DateTimeFormat(languageTags[language], { month: 'short', timeZone: 'UTC' });
  for (let index = 0; index < span.years; index++) {
    const year = span.firstYear + index;
    const isMajor = span.years <= 20 || year % step === 0;
    if (isMajor) ticks.push({ at: placeOf(Date.UTC(year, 0), span), label: String(year), isMajor: true });
    if (span.years > 2) continue;
    for (let number = 1; number < 12; number++) {
      const first = Date.UTC(year, number);
      ticks.push({ at: placeOf(first, span), label: month.format(first), isMajor: false });
    }
  }
  return ticks;
}

/** The marks of a lane: each kind in a row of its own, so that one never hides another; what is too close becomes one. */
export function arrangeLane(
  { label, events }: DrawnLane,
  span: Span,
  writeCount: WriteCount,
): MinutesDrawing['lanes'][number] {
  const rows = kindsInOrder.flatMap((kind): DrawingMark[][] => {
    const own = events.filter((event) => event.kind === kind);
    return own.length === 0 ? [] : [mergeMarks(own, span, shapes[kind], writeCount)];
  });
  return { label, rows };
}

export interface WriteCount {
  /** «12», «12, 15». */
  numbers: (numbers: readonly number[]) => MinutesParagraph;
  /** «×7». */
  count: (count: number) => MinutesParagraph;
}

function mergeMarks(
  events: readonly DrawnEvent[],
  span: Span,
  shape: DrawingShape,
  { numbers, count }: WriteCount,
): DrawingMark[] {
  const groups: { at: number; events: DrawnEvent[] }[] = [];
  for (const event of events) {
    const at = placeOf(Date.parse(event.date), span);
    const last = groups.at(-1);
    if (last !== undefined && at - last.at < 1 / slots) last.events.push(event);
    else groups.push({ at, events: [event] });
  }
  return groups.map(({ at, events: own }) => {
    const [first] = own;
    const isMany = own.length > 1;
    const ends = own.map(({ date, endDate }) => placeOf(Date.parse(endDate ?? date) + dayMs, span));
    const until = Math.min(1, Math.max(...ends));
    const shown = numbers(own.map(({ number }) => number));
    const labels = isMany || first === undefined ? [] : first.titles.map((title) => [...shown, ...title]);
    if (own.length <= mostNumbers) labels.push(shown);
    if (isMany) labels.push(count(own.length));
    return { shape, at, until: until - at > 1 / slots ? until : null, isMany, labels };
  });
}
