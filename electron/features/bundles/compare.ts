import { isDeepStrictEqual } from 'node:util';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { BundleDifference, BundleField, BundleList, ShownValue } from '#shared/contract/bundles.ts';
import type { Entry } from '#shared/contract/entries.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText, filledLanguages, languages, type LocalizedText } from '#shared/domain/language.ts';
import { createLookup } from '#shared/domain/minutes/lookup.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import { isCurrent, usualSource } from '#shared/domain/translations/source.ts';
import { headingPlaces } from '../translations/index.ts';
import { withoutRegister } from '../records/index.ts';
import type { BundledFile, Parcel } from './format.ts';
import { compare, inOrder } from './order.ts';
import { without } from './without.ts';

/** So many examples of a list are given. */
const mostExamples = 5;
/** Longer texts are cut: they are to be recognised, not read. */
const longestShown = 160;

/**
 * How a meeting of a bundle differs from the one here, in the order in which a secretary looks: the meeting itself, then
 * its lists. Empty when nothing differs that anybody said: numbers of revisions and the register do not count.
 */
export function compareParcels(here: Parcel, inBundle: Parcel): BundleDifference[] {
  const [a, b] = [describeParcel(here), describeParcel(inBundle)];
  const fields = (Object.keys(a.fields) as BundleField[]).flatMap((field): BundleDifference[] => {
    const [one, other] = [a.fields[field], b.fields[field]];
    return isDeepStrictEqual(one.all, other.all) ? [] : [{ kind: 'field', field, ...cutPair(one.shown, other.shown) }];
  });
  const lists = (Object.keys(a.lists) as BundleList[]).flatMap((list) =>
    compareLists(list, a.lists[list], b.lists[list]),
  );
  return [...fields, ...lists];
}

interface Item {
  id: string;
  shown: ShownValue;
  /** Everything that counts. */
  all: unknown;
}
interface Described {
  fields: Record<BundleField, { shown: ShownValue; all: unknown }>;
  lists: Record<BundleList, Item[]>;
}

function compareLists(list: BundleList, here: readonly Item[], inBundle: readonly Item[]): BundleDifference[] {
  const known = new Map(here.map((item) => [item.id, item]));
  const wanted = new Set(inBundle.map(({ id }) => id));
  type Example = Extract<BundleDifference, { kind: 'list' }>['examples'][number];
  const examples: Example[] = inBundle.flatMap((item): Example[] => {
    const stored = known.get(item.id);
    if (stored === undefined) return [{ fate: 'only_in_bundle', here: null, inBundle: cut(item.shown) }];
    if (isDeepStrictEqual(stored.all, item.all)) return [];
    return [{ fate: 'changed', ...cutPair(stored.shown, item.shown) }];
  });
  for (const item of here) {
    if (!wanted.has(item.id)) examples.push({ fate: 'only_here', here: cut(item.shown), inBundle: null });
  }
  if (examples.length === 0) return [];
  const count = (fate: Example['fate']): number => examples.filter((example) => example.fate === fate).length;
  return [
    {
      kind: 'list',
      list,
      onlyInBundle: count('only_in_bundle'),
      onlyHere: count('only_here'),
      changed: count('changed'),
      examples: examples.slice(0, mostExamples),
    },
  ];
}

function describeParcel({ record, process }: Parcel): Described {
  const { meeting } = record;
  // A stranger's bundle may have 20,000 of each: they are not gone through again for every version.
  const byVersion = <Of extends { id: string; versionId: string | null }>(list: readonly Of[]) => {
    const groups = Map.groupBy(list, ({ versionId }) => versionId);
    return (id: string): Of[] => inOrder(groups.get(id) ?? []);
  };
  const filesOf = byVersion(process.attachments);
  const agreementsTo = byVersion(process.sideAgreements);
  const circulationsOf = byVersion(process.circulations);
  const amendments = Map.groupBy(process.amendments, ({ baseVersionId }) => baseVersionId);
  const entries = describeEntries(record);
  return {
    fields: describeFields(record),
    lists: {
      participants: describeParticipants(record),
      agenda: [...record.agenda].sort(compareByOrderKey).map((item) => ({ id: item.id, shown: item.title, all: item })),
      entries: entries.filter(({ kind }) => kind !== 'decision' && kind !== 'action'),
      decisions: entries.filter(({ kind }) => kind === 'decision'),
      actions: entries.filter(({ kind }) => kind === 'action'),
      signed_documents: [...record.agreements].sort(compareByOrderKey).map((agreement) => ({
        id: agreement.id,
        shown: agreement.title,
        all: [agreement, record.followUp?.agreements?.find(({ agreementId }) => agreementId === agreement.id) ?? null],
      })),
      attachments: process.attachments.filter(({ versionId }) => versionId === null).map(describeFile),
      signed_files: process.agreementFiles.map(describeFile),
      versions: process.versions.map((version) => ({
        id: version.id,
        shown: String(version.number),
        all: [
          version,
          filesOf(version.id).map(describeFile),
          agreementsTo(version.id),
          circulationsOf(version.id),
          inOrder(amendments.get(version.id) ?? []),
        ],
      })),
      comments: process.comments.map((comment) => ({ id: comment.id, shown: comment.text, all: comment })),
      follow_up: describeRest(record, process),
    },
  };

  function describeFields({ meeting: { sides, venues, organizers } }: MeetingRecord): Described['fields'] {
    const only = (shown: ShownValue): { shown: ShownValue; all: unknown } => ({ shown, all: shown });
    const lookup = createLookup(record);
    const names = (texts: readonly LocalizedText[]): LocalizedText => {
      const joined = emptyText();
      for (const language of languages) {
        joined[language] = texts
          .map((text) => text[language])
          .filter((text) => text !== '')
          .join(', ');
      }
      return joined;
    };
    const { startTime, endTime, zone } = meeting;
    return {
      title: only(meeting.title),
      number: only(meeting.number),
      date: { shown: meeting.date, all: [meeting.date, meeting.endDate] },
      time: {
        shown: startTime === null ? '' : `${startTime}${endTime === null ? '' : `–${endTime}`}`,
        all: [startTime, endTime, zone],
      },
      status: only(meeting.status),
      theme: { shown: meeting.theme, all: meeting.theme },
      framework: { shown: meeting.framework, all: meeting.framework },
      place: { shown: names(venues.map(({ city }) => city)), all: venues },
      sides: { shown: names(sides.map(({ name }) => name)), all: sides },
      organizers: {
        shown: names(organizers.map(({ organizationId }) => lookup.organizationName(organizationId))),
        all: organizers,
      },
      next_meeting: { shown: meeting.nextMeetingDate ?? '', all: [meeting.nextMeetingDate, meeting.nextMeetingNote] },
      note: { shown: meeting.note, all: meeting.note },
      other: { shown: '', all: describeOther(record) },
    };
  }
}

/** What is not shown by itself: kinds, working languages, how far headings are translated, areas, accepted findings. */
function describeOther(record: MeetingRecord): unknown {
  const { groupId, kind, format, minutesKind, workingLanguages, headCount, partOf } = record.meeting;
  return [
    { groupId, kind, format, minutesKind, workingLanguages, headCount, partOf },
    describeHeadings(record),
    record.acceptedFindings ?? [],
  ];
}

/** Without numbers: whether a translation is right for its source is what they say. */
function describeHeadings(record: MeetingRecord): unknown {
  const states = new Map((record.headingStates ?? []).map((state) => [`${state.kind}/${state.id}`, state]));
  return headingPlaces(record)
    .filter(({ text }) => filledLanguages(text).length > 0)
    .map(({ kind, id, text }) => {
      const state = states.get(`${kind}/${id}`);
      const source = state?.sourceLanguage ?? usualSource(text, record.meeting.workingLanguages) ?? 'en';
      const sourceRevision = state?.texts[source]?.revision ?? 0;
      return {
        kind,
        id,
        source,
        texts: languages.map((language) => {
          const { baseRevision = null, status = 'draft', isNotNeeded = false } = state?.texts[language] ?? {};
          const isRight = language === source || baseRevision === null || baseRevision === sourceRevision;
          return { status, isNotNeeded, isRight };
        }),
      };
    })
    .sort((x, y) => compare(`${x.kind}/${x.id}`, `${y.kind}/${y.id}`));
}

function describeParticipants(record: MeetingRecord): Item[] {
  const lookup = createLookup(record);
  // A delegation has no name but that of its body.
  const nameOf = (attendance: Attendance): LocalizedText => {
    const name = lookup.attendanceName(attendance);
    return filledLanguages(name).length > 0 ? name : lookup.attendanceOrganization(attendance);
  };
  return lookup.attendanceInOrder.map((attendance: Attendance) => ({
    id: attendance.id,
    shown: nameOf(attendance),
    all: attendance,
  }));
}

function describeEntries(record: MeetingRecord): (Item & { kind: Entry['kind'] })[] {
  const { followUp } = record;
  const places = new Map([...record.agenda].sort(compareByOrderKey).map(({ id }, index) => [id, index]));
  const by = <Of extends { entryId: string }>(list: readonly Of[] | undefined): Map<string, Of> =>
    new Map((list ?? []).map((of) => [of.entryId, of]));
  const [decisions, proposals, assignments] = [
    by(followUp?.decisions),
    by(followUp?.proposals),
    by(followUp?.assignments),
  ];
  return [...record.entries]
    .sort((x, y) => (places.get(x.agendaItemId) ?? 0) - (places.get(y.agendaItemId) ?? 0) || compareByOrderKey(x, y))
    .map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      shown: { en: entry.texts.en.text, ru: entry.texts.ru.text, zh: entry.texts.zh.text },
      all: [
        { ...entry, mentions: [...(entry.mentions ?? [])].sort(), texts: describeTexts(entry) },
        decisions.get(entry.id) ?? null,
        proposals.get(entry.id) ?? null,
        assignments.get(entry.id) ?? null,
      ],
    }));
}

/** Without numbers of revisions: two laptops count them each for itself. */
const describeTexts = (entry: Entry): unknown =>
  languages.map((language) => {
    const { text, status, isNotNeeded = false } = entry.texts[language];
    return { text, status: text === '' ? 'draft' : status, isNotNeeded, isRight: isCurrent(entry, language) };
  });

const describeFile = (file: BundledFile): Item => ({
  id: file.id,
  shown: file.name,
  all: without(file, 'path'),
});

/** Reports, links, areas of work, and what leads to other meetings. */
function describeRest(record: MeetingRecord, process: Parcel['process']): Item[] {
  const { links = [], reports = [], areasOf = [] } = withoutRegister(record.followUp) ?? {};
  const { outside, reviewed } = process;
  const item = (id: string, all: unknown, shown: ShownValue = ''): Item => ({ id, shown, all });
  return [
    ...reports.map(({ id, note, ...report }) => item(id, [report, note], note)),
    ...areasOf.map((of) => item(`${of.kind}/${of.recordId}`, of)),
    ...[...links, ...outside.links].map((link) => item(`${link.kind}/${link.fromId}/${link.toId}`, null)),
    ...(['decisions', 'proposals', 'agreements', 'reports'] as const).flatMap((key) =>
      outside[key].map(({ id, toId }) => item(`${key}/${id}`, toId)),
    ),
    ...reviewed.map(({ entryId }) => item(`review/${entryId}`, null)),
  ];
}

/** So much of what is the same stands before the first difference. */
const shownBefore = 40;

/** Two values, of long texts the part in which they differ. */
function cutPair(here: ShownValue, inBundle: ShownValue): { here: ShownValue; inBundle: ShownValue } {
  if (typeof here === 'string' || typeof inBundle === 'string') return { here: cut(here), inBundle: cut(inBundle) };
  const pair = { here: emptyText(), inBundle: emptyText() };
  for (const language of languages) {
    const [one, other] = [signsOf(here[language]), signsOf(inBundle[language])];
    const same = one.findIndex((sign, index) => sign !== other[index]);
    const from = Math.max(0, (same === -1 ? one.length : same) - shownBefore);
    const isShort = Math.max(one.length, other.length) <= longestShown;
    pair.here[language] = cutSigns(one, isShort || one.length === 0 ? 0 : from);
    pair.inBundle[language] = cutSigns(other, isShort || other.length === 0 ? 0 : from);
  }
  return pair;
}

const signsOf = (text: string): string[] => Array.from(text.replace(/\s+/gu, ' ').trim());

function cutSigns(signs: readonly string[], from: number): string {
  const part = signs
    .slice(from, from + longestShown)
    .join('')
    .trim();
  return `${from > 0 ? '…' : ''}${part}${from + longestShown < signs.length ? '…' : ''}`;
}

const cutText = (text: string): string => cutSigns(signsOf(text), 0);

const cut = (value: ShownValue): ShownValue =>
  typeof value === 'string' ? cutText(value) : { en: cutText(value.en), ru: cutText(value.ru), zh: cutText(value.zh) };
