import type { DossierSubject } from '#shared/contract/dossiers.ts';
import { dateHere } from '#shared/domain/date-here.ts';
import { type ActionReportFacts, buildActionReport } from '#shared/domain/dossiers/action-report.ts';
import { isOpen } from '#shared/domain/dossiers/action-table.ts';
import type { DossierBuild } from '#shared/domain/dossiers/build.ts';
import { buildGroupDossier, type GroupDossierFacts } from '#shared/domain/dossiers/group-dossier.ts';
import { buildTimeline, type TimelineFacts } from '#shared/domain/dossiers/timeline.ts';
import { chooseText, emptyText, type Language, type LocalizedText } from '#shared/domain/language.ts';
import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import type { Context } from '../../context.ts';
import { readDossierWords } from '../../documents/dossier-words.ts';
import { readLabels } from '../../documents/labels.ts';
import { findSideName } from '../actions/index.ts';
import { listAgreementPage } from '../agreements/index.ts';
import { listAreasOf } from '../areas/index.ts';
import { findGroup, loadGroupAsOf } from '../groups/index.ts';
import { findPlaced } from '../links/index.ts';
import { listTimeline } from '../timeline/index.ts';
import { listChosenActions, readStatesOn, withReports } from './actions.ts';
import { findNamesOf, listFounding, listGroupDecisions, listSeries } from './repository.ts';

/** Why there is no document. */
export type Obstacle = { code: 'NOT_FOUND'; kind: string } | { code: 'NOTHING_TO_REPORT' };

type Subject<Kind extends DossierSubject['kind']> = Extract<DossierSubject, { kind: Kind }>;

export function readBuild(language: Language): DossierBuild {
  return { language, labels: readLabels(), dossiers: readDossierWords() };
}

export interface Composed {
  document: MinutesDocument;
  /** By whom or what a file is named, in its language; may be empty. */
  about: string;
}

/** The document about a subject in one language, with every word decided. */
export async function composeDossier(
  context: Context,
  subject: DossierSubject,
  language: Language,
  medium: 'pages' | 'word' = 'pages',
): Promise<Composed | Obstacle> {
  const build = readBuild(language);
  switch (subject.kind) {
    case 'action_report': {
      const facts = await loadReport(context, subject);
      if ('code' in facts) return facts;
      return { document: buildActionReport(facts, build), about: nameReport(facts, language) };
    }
    case 'group_dossier': {
      const facts = await loadGroupDossier(context, subject);
      if ('code' in facts) return facts;
      return {
        document: buildGroupDossier(facts, build),
        about: chooseText(facts.group.name, language).text.trim(),
      };
    }
    case 'timeline':
      return { document: buildTimeline(await loadTimeline(context, subject), build, medium), about: '' };
  }
}

/** Of whom a report is: the owner, the side or the group. */
export function nameReport({ owner, side, group }: ActionReportFacts, language: Language): string {
  return chooseText(owner?.name ?? side ?? group ?? emptyText(), language).text.trim();
}

export async function loadReport(
  context: Context,
  { ownerKey, sideKey, groupId, hasClosed, today }: Subject<'action_report'>,
): Promise<ActionReportFacts | Obstacle> {
  const group = groupId === null ? null : findGroup(context.connection, groupId);
  if (group === undefined) return { code: 'NOT_FOUND', kind: 'group' };
  const all = await listChosenActions(context, { ownerKey, sideKey, groupId }, today);
  const chosen = all.filter((action) => hasClosed || isOpen(action));
  if (chosen.length === 0) return { code: 'NOTHING_TO_REPORT' };
  const owner = chosen.flatMap(({ owners }) => owners).find(({ key }) => key === ownerKey) ?? null;
  return {
    owner: ownerKey === null ? null : owner,
    side: sideKey === null ? null : ((await findSideName(context.connection, sideKey)) ?? null),
    group: group?.name ?? null,
    today,
    actions: withReports(context, chosen, today),
  };
}

const mostAgreements = 500;

async function loadGroupDossier(
  context: Context,
  { groupId, asOf }: Subject<'group_dossier'>,
): Promise<GroupDossierFacts | Obstacle> {
  const { connection } = context;
  const group = findGroup(connection, groupId);
  if (group === undefined) return { code: 'NOT_FOUND', kind: 'group' };
  const organizationIds = group.sides.flatMap((side) => [side.leadOrganizationId, side.coordinatingOrganizationId]);
  const organizations = findNamesOf(
    connection,
    'organization',
    organizationIds.flatMap((id) => id ?? []),
  );
  const agreements = await listGroupAgreements(context, groupId, asOf);
  const founding = listFounding(connection, groupId);
  return {
    group,
    asOf,
    organizations,
    members: loadGroupAsOf(connection, group, asOf),
    areas: (listAreasOf(connection, 'group', [groupId]).get(groupId) ?? []).map(({ name }) => name),
    foundedBy: agreements.filter(({ agreementId }) => founding.has(agreementId)),
    meetings: listSeries(connection, groupId, asOf),
    decisions: listDecisionsInForce(context, groupId, asOf),
    actions: await listOpenActions(context, groupId, asOf),
    agreements,
  };
}

/** Signed by that day, the oldest first; where the day of signing is not known, that of the meeting counts. */
async function listGroupAgreements(
  { connection }: Context,
  groupId: string,
  asOf: string,
): Promise<GroupDossierFacts['agreements']> {
  const found: GroupDossierFacts['agreements'][number][] = [];
  for (;;) {
    const { rows, shown } = await listAgreementPage(connection, {
      text: '',
      today: asOf,
      offset: found.length,
      limit: mostAgreements,
      standings: [],
      kinds: [],
      organizationId: null,
      areaId: null,
      groupId,
      expiringDays: null,
      grouping: 'year',
      isDescending: false,
    });
    found.push(...rows.map(({ row }) => row));
    if (rows.length === 0 || found.length >= shown) break;
  }
  return found.filter(({ signedOn, meeting }) => (signedOn ?? meeting?.date ?? '') <= asOf);
}

function listDecisionsInForce(context: Context, groupId: string, asOf: string): GroupDossierFacts['decisions'] {
  const decisions = listGroupDecisions(context.connection, groupId, asOf);
  const ids = decisions.map(({ id }) => id);
  const said = readStatesOn(context, 'decision', ids, asOf, 'in_force');
  const inForce = decisions.filter(({ id, state, stateOn }) => {
    const stateThen = said.get(id) ?? (stateOn !== null && stateOn > asOf ? 'in_force' : state);
    return stateThen === 'in_force';
  });
  const placed = findPlaced(context.connection, 'decision', ids);
  return inForce.flatMap(({ id }) => placed.get(id) ?? []);
}

/** Those of meetings up to that day that were open on it; the oldest meeting first. */
async function listOpenActions(context: Context, groupId: string, asOf: string): Promise<GroupDossierFacts['actions']> {
  const all = await listChosenActions(context, { groupId }, asOf);
  const byThen = all.filter(({ meeting }) => meeting.date <= asOf);
  const isPast = asOf < dateHere(context.clock());
  const ids = byThen.map(({ entryId }) => entryId);
  const said = isPast ? readStatesOn(context, 'action', ids, asOf, 'open') : new Map<string, string>();
  const standing = byThen.map((action) => ({
    ...action,
    status: (said.get(action.entryId) ?? action.status) as typeof action.status,
  }));
  // The newest meeting comes first in the register; inside a meeting its own order holds.
  const byMeeting = [...Map.groupBy(standing.filter(isOpen), ({ meeting }) => meeting.id).values()];
  return withReports(context, byMeeting.toReversed().flat(), asOf);
}

async function loadTimeline(context: Context, { filter, today }: Subject<'timeline'>): Promise<TimelineFacts> {
  const { connection } = context;
  const { lanes, events, undated } = await listTimeline(connection, filter);
  const namesOf = (kind: Parameters<typeof findNamesOf>[1], ids: readonly string[]): LocalizedText[] => {
    const names = findNamesOf(connection, kind, ids);
    return ids.flatMap((id) => names.get(id) ?? []);
  };
  return {
    filter,
    today,
    lanes,
    events,
    undated,
    partners: namesOf('organization', filter.organizationIds),
    areas: namesOf('area', filter.areaIds),
    groups: namesOf('group', filter.groupIds),
  };
}
