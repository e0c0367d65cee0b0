import { describe, expect, test } from 'vitest';
import type { TimelineLane, TimelinePart } from '#shared/contract/timeline.ts';
import { emptyText } from '#shared/domain/language.ts';
import { findNearest, makeClusters, markWidth, tilePx } from '../../../renderer/features/timeline/clusters.ts';
import { gather, spanOf, type TimelineData, toMs } from '../../../renderer/features/timeline/events.ts';
import { hit } from '../../../renderer/features/timeline/hit.ts';
import { layOut } from '../../../renderer/features/timeline/layout.ts';
import { fittingZoom, makeScale } from '../../../renderer/features/timeline/scale.ts';
import { isFiltered, readSearch, toInput } from '../../../renderer/features/timeline/search.ts';
import { placeAfter } from '../../../renderer/features/timeline/use-active-mark.ts';

const id = '019a0000-0000-7000-8000-000000000001';

type Event = [kind: TimelinePart['kinds'][number], date: string, lanes: number[]];

async function makeData(events: readonly Event[], laneCount: number): Promise<TimelineData> {
  async function* answers() {
    const lanes: TimelineLane[] = Array.from({ length: laneCount }, (_, lane) => ({
      id: `lane ${lane}`,
      name: emptyText(),
      count: events.filter((event) => event[2].includes(lane)).length,
    }));
    yield { type: 'lanes' as const, lanes, events: events.length, undated: 0 };
    // In two parts, as long answers come.
    for (const start of [0, 2]) {
      const part = start === 0 ? events.slice(0, 2) : events.slice(2);
      yield await Promise.resolve({
        type: 'events' as const,
        kinds: part.map(([kind]) => kind),
        ids: part.map((_, index) => `event ${start + index}`),
        dates: part.map(([, date]) => date),
        endDates: part.map(() => null),
        sets: part.map((_, index) => start + index),
        laneSets: part.map((event) => event[2]),
      });
    }
  }
  return gather(answers());
}

const talks: Event[] = [
  ['meeting', '2020-03-01', [0]],
  ['decision', '2020-03-01', [0]],
  ['decision', '2020-03-01', [0, 1]],
  ['signing', '2021-06-15', [1]],
  ['meeting', '2024-09-01', [0]],
];

describe('what comes in parts', () => {
  test('is gathered lane by lane, with the kinds that each lane has', async () => {
    const data = await makeData(talks, 2);
    expect(data.ids).toEqual(['event 0', 'event 1', 'event 2', 'event 3', 'event 4']);
    expect(data.events.map((events) => [...events])).toEqual([
      [0, 1, 2, 4],
      [2, 3],
    ]);
    expect(data.tracks).toEqual([
      ['meeting', 'decision'],
      ['signing', 'decision'],
    ]);
    expect(spanOf(data)).toEqual({ firstMs: toMs('2020-03-01'), lastMs: toMs('2024-09-01') });
  });
});

describe('the scale of time', () => {
  test('is as near as everything fits', () => {
    const [from, to] = [toMs('2020-01-01'), toMs('2020-07-01')];
    expect(fittingZoom(from, to, 1_000)).toBe('months');
    expect(fittingZoom(from, toMs('2025-01-01'), 1_000)).toBe('years');
    expect(fittingZoom(from, toMs('2025-01-01'), 300)).toBe('decades');
    expect(fittingZoom(toMs('1900-01-01'), to, 300)).toBe('decades');
  });

  test('fills the screen, and finds the day of a place again', () => {
    const scale = makeScale('years', toMs('2020-05-04'), toMs('2020-06-04'), 900);
    expect(scale.width).toBe(900);
    expect(Math.abs(scale.at(scale.x(toMs('2020-05-04'))) - toMs('2020-05-04'))).toBeLessThan(1_000);
  });

  test('names years, or months, from their first days on', () => {
    const named = (zoom: 'decades' | 'years' | 'months'): string[] => {
      const scale = makeScale(zoom, toMs('2019-11-20'), toMs('2021-02-01'), 300);
      return scale
        .ticksBetween(0, scale.width)
        .flatMap(({ atMs }) => (atMs === null ? [] : new Date(atMs).toISOString().slice(0, 10)));
    };
    expect(named('decades')).toContain('2020-01-01');
    expect(named('years').slice(0, 2)).toEqual(['2020-01-01', '2021-01-01']);
    expect(named('months').slice(0, 3)).toEqual(['2019-11-01', '2019-12-01', '2020-01-01']);
  });
});

describe('marks', () => {
  const drawn = async () => {
    const data = await makeData(talks, 2);
    const scale = makeScale('years', toMs('2020-03-01'), toMs('2024-09-01'), 300);
    return { data, scale, clusters: makeClusters(data, scale), layout: layOut(data) };
  };

  test('that would overlap become one with a number; other kinds have a track of their own', async () => {
    const { clusters } = await drawn();
    expect(clusters.of(0).map(({ kind, events }) => [kind, events])).toEqual([
      ['meeting', [0]],
      ['decision', [1, 2]],
      ['meeting', [4]],
    ]);
    expect(clusters.inTile(0, Math.floor((clusters.of(0)[2]?.x ?? 0) / tilePx))).toContain(clusters.of(0)[2]);
  });

  test('never lie on the number of the one before', async () => {
    const crowd: Event[] = Array.from({ length: 2_000 }, (_, index) => [
      'decision',
      new Date(Date.UTC(2000, 0, 1 + index * 4)).toISOString().slice(0, 10),
      [0],
    ]);
    const data = await makeData(crowd, 1);
    const { firstMs, lastMs } = spanOf(data);
    const clusters = makeClusters(data, makeScale('decades', firstMs, lastMs, 300)).of(0);
    expect(clusters.flatMap(({ events }) => events)).toEqual(crowd.map((_, index) => index));
    for (const [index, next] of clusters.slice(1).entries()) {
      const before = clusters[index]!;
      expect(next.x - before.x).toBeGreaterThanOrEqual(markWidth(before.events.length));
    }
  });

  test('are found under the pointer, on their own track', async () => {
    const { data, clusters, layout } = await drawn();
    const meeting = clusters.of(0)[0]!;
    expect(hit(data, clusters, layout, meeting.x, 12)).toEqual({ lane: 0, index: 0 });
    expect(hit(data, clusters, layout, meeting.x, 38)).toEqual({ lane: 0, index: 1 });
    expect(hit(data, clusters, layout, meeting.x + 200, 12)).toBeNull();
    expect(hit(data, clusters, layout, meeting.x, 10_000)).toBeNull();
  });

  test('arrows go along a lane and to the nearest mark of the next one', async () => {
    const { clusters } = await drawn();
    const at = (lane: number, index: number) => ({ lane, index, cluster: clusters.of(lane)[index]! });
    expect(placeAfter('ArrowRight', false, at(0, 0), 2, clusters)).toEqual({ lane: 0, index: 1 });
    expect(placeAfter('ArrowRight', false, at(0, 2), 2, clusters)).toEqual({ lane: 0, index: 2 });
    expect(placeAfter('ArrowDown', false, at(0, 1), 2, clusters)).toEqual({ lane: 1, index: 0 });
    expect(placeAfter('ArrowDown', false, at(1, 1), 2, clusters)).toEqual({ lane: 1, index: 1 });
    expect(placeAfter('End', false, at(0, 0), 2, clusters)).toEqual({ lane: 0, index: 2 });
    expect(placeAfter('End', true, at(0, 0), 2, clusters)).toEqual({ lane: 1, index: 1 });
    expect(placeAfter('a', false, at(0, 0), 2, clusters)).toBeUndefined();
    expect(findNearest([], 0, 'meeting')).toBe(-1);
  });
});

describe('the address', () => {
  test('says what is shown, and passes over what means nothing', () => {
    const search = readSearch({
      kinds: ['meeting', 'nothing'],
      from: '2020-02-30',
      to: '2020-02-29',
      partners: [id, 'x', 7],
      areas: 'x',
      lanes: 'group',
      zoom: 'weeks',
      as: 'table',
    });
    expect(search).toEqual({ kinds: ['meeting'], to: '2020-02-29', partners: [id], lanes: 'group', as: 'table' });
    expect(toInput(search)).toMatchObject({ from: null, to: '2020-02-29', organizationIds: [id], areaIds: [] });
    expect(isFiltered(search)).toBe(true);
  });

  test('is empty when everything is as usual', () => {
    expect(readSearch({ kinds: ['meeting', 'signing', 'decision'], lanes: 'partner', groups: [] })).toEqual({});
    expect(isFiltered(readSearch({ lanes: 'area', zoom: 'years', as: 'table' }))).toBe(false);
  });
});
