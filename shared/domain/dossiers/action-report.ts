import type { ownerKinds } from '../../contract/entries.ts';
import { chooseText, type LocalizedText } from '../language.ts';
import { formatDate } from '../minutes/dates.ts';
import type { MinutesBlock, MinutesDocument, MinutesFields } from '../minutes/document.ts';
import { buildActionTable, daysOverdue, isOpen, type ReportedAction } from './action-table.ts';
import { createDossier, createDossierScene, describeMeeting, type DossierBuild, type DossierScene } from './build.ts';

export interface ActionReportFacts {
  /** Of whom it is: one of them, or neither. */
  owner: { kind: (typeof ownerKinds)[number]; name: LocalizedText } | null;
  side: LocalizedText | null;
  /** Of which group alone; null: of all. */
  group: LocalizedText | null;
  /** By which lateness is judged, `YYYY-MM-DD`. */
  today: string;
  /** In the order of the register: by meeting, the newest first. */
  actions: readonly ReportedAction[];
}

/** What somebody has to do and how it stands: what is open first, each part by the meetings that agreed it. */
export function buildActionReport(facts: ActionReportFacts, build: DossierBuild): MinutesDocument {
  const scene = createDossierScene(build);
  const { writer, words } = scene;
  const { report } = words;
  const open = facts.actions.filter(({ action }) => isOpen(action));
  const closed = facts.actions.filter(({ action }) => !isOpen(action));
  return createDossier(scene, {
    date: facts.today,
    organisation: facts.group === null ? [] : writer.quote(chooseText(facts.group, writer.language), 'line'),
    title: report.title,
    isLandscape: true,
    blocks: [
      describeHead(facts, open, closed, scene),
      ...describePart('open', report.openHeading, open, facts.today, scene),
      ...describePart('closed', report.closedHeading, closed, facts.today, scene),
    ],
  });
}

function describeHead(
  { owner, side, today }: ActionReportFacts,
  open: readonly ReportedAction[],
  closed: readonly ReportedAction[],
  { writer, words }: DossierScene,
): MinutesFields {
  const { report } = words;
  const late = open.filter(({ action }) => daysOverdue(action, today) > 0).length;
  const rows: MinutesFields['rows'] = [];
  if (owner !== null) {
    const name = writer.quote(chooseText(owner.name, writer.language), owner.kind === 'person' ? 'name' : 'line');
    rows.push({ label: report.owner, values: [name] });
  }
  if (side !== null) {
    rows.push({ label: report.side, values: [writer.quote(chooseText(side, writer.language), 'line')] });
  }
  rows.push({ label: words.asOf, values: [[writer.say(formatDate(today, writer.language))]] });
  const openCount = late === 0 ? String(open.length) : report.overdueCount(open.length, late);
  rows.push({ label: report.open, values: [[writer.say(openCount)]] });
  if (closed.length > 0) rows.push({ label: report.closed, values: [[writer.say(String(closed.length))]] });
  return { kind: 'fields', rows };
}

function describePart(
  id: string,
  label: string,
  actions: readonly ReportedAction[],
  today: string,
  scene: DossierScene,
): MinutesBlock[] {
  if (actions.length === 0) return [];
  const byMeeting = Map.groupBy(actions, ({ action }) => action.meeting.id);
  return [
    { kind: 'heading', id, level: 2, runs: [scene.writer.say(label)] },
    ...[...byMeeting.values()].flatMap((own): MinutesBlock[] => {
      const meeting = own[0]?.action.meeting;
      if (meeting === undefined) return [];
      return [
        { kind: 'heading', id: `${id}-${meeting.id}`, level: 3, runs: describeMeeting(meeting, scene) },
        buildActionTable(own, today, scene, 'wide'),
      ];
    }),
  ];
}
