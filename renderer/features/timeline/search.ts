import { type TimelineInput, type TimelineKind, timelineKinds, timelineLanes } from '#shared/contract/timeline.ts';
import { type Zoom, zooms } from './scale.ts';

/** What the address says of the timeline; what is absent is as usual. */
export interface TimelineSearch {
  kinds?: TimelineKind[];
  from?: string;
  to?: string;
  partners?: string[];
  areas?: string[];
  groups?: string[];
  lanes?: TimelineInput['lanes'];
  zoom?: Zoom;
  as?: 'table';
}

const idPattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u;

/** Passes over what somebody wrote into the address by hand and that means nothing. */
export function readSearch(search: Record<string, unknown>): TimelineSearch {
  const found: TimelineSearch = {};
  const kinds = timelineKinds.filter((kind) => Array.isArray(search.kinds) && search.kinds.includes(kind));
  if (kinds.length > 0 && kinds.length < timelineKinds.length) found.kinds = kinds;
  for (const key of ['from', 'to'] as const) if (isDate(search[key])) found[key] = search[key];
  for (const key of ['partners', 'areas', 'groups'] as const) {
    const ids = readIds(search[key]);
    if (ids.length > 0) found[key] = ids;
  }
  const lanes = timelineLanes.find((kind) => kind === search.lanes);
  if (lanes !== undefined && lanes !== 'partner') found.lanes = lanes;
  const zoom = zooms.find((level) => level === search.zoom);
  if (zoom !== undefined) found.zoom = zoom;
  if (search.as === 'table') found.as = 'table';
  return found;
}

export const toInput = (search: TimelineSearch): TimelineInput => ({
  kinds: search.kinds ?? [],
  from: search.from ?? null,
  to: search.to ?? null,
  organizationIds: search.partners ?? [],
  areaIds: search.areas ?? [],
  groupIds: search.groups ?? [],
  lanes: search.lanes ?? 'partner',
});

/** Whether the filters leave out anything. */
export const isFiltered = ({ kinds, from, to, partners, areas, groups }: TimelineSearch): boolean =>
  [kinds, from, to, partners, areas, groups].some((filter) => filter !== undefined);

function readIds(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((id): id is string => typeof id === 'string' && idPattern.test(id)).slice(0, mostIds);
}
/** As the back end takes of the fewest kind. */
const mostIds = 100;

/** A day that the calendar has: 2021-02-30 would be refused. */
function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
