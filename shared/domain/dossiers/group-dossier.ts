import type { AgreementListItem } from '../../contract/agreements.ts';
import type { Group, GroupAsOf } from '../../contract/groups.ts';
import type { MeetingReference } from '../../contract/follow-up.ts';
import { chooseText, filledLanguages, type LocalizedText } from '../language.ts';
import { formatDate, formatDateRange, formatTableDate } from '../minutes/dates.ts';
import type {
  MinutesBlock,
  MinutesDocument,
  MinutesFields,
  MinutesParagraph,
  MinutesTable,
} from '../minutes/document.ts';
import { arrangeParts } from '../minutes/section.ts';
import { splitParagraphs } from '../minutes/typography.ts';
import { buildActionTable, type ReportedAction } from './action-table.ts';
import {
  createDossier,
  createDossierScene,
  describeLine,
  describeMeeting,
  describeText,
  type DossierBuild,
  type DossierScene,
} from './build.ts';

/** A meeting in the series of a group. */
export interface SeriesMeeting {
  id: string;
  number: string;
  title: LocalizedText;
  date: string;
  endDate: string | null;
  /** Where it took place; null: nowhere but online. */
  cities: readonly LocalizedText[] | null;
}

export interface DecisionInForce {
  entryId: string;
  number: string;
  text: LocalizedText;
  meeting: MeetingReference;
}

/** A group as it was on a day. */
export interface GroupDossierFacts {
  group: Group;
  /** `YYYY-MM-DD`. */
  asOf: string;
  /** Names of the lead and coordinating organisations, by id. */
  organizations: ReadonlyMap<string, LocalizedText>;
  members: GroupAsOf;
  /** Of the list of all areas. */
  areas: readonly LocalizedText[];
  /** Documents by which it was founded, as the register names them. */
  foundedBy: readonly Pick<AgreementListItem, 'kind' | 'number' | 'title' | 'signedOn'>[];
  /** The oldest first, as are the lists below. */
  meetings: readonly SeriesMeeting[];
  decisions: readonly DecisionInForce[];
  actions: readonly ReportedAction[];
  agreements: readonly AgreementListItem[];
}

/** What a group is, who belongs to it and what it has done, as of a day. */
export function buildGroupDossier(facts: GroupDossierFacts, build: DossierBuild): MinutesDocument {
  const scene = createDossierScene(build);
  const { writer, words } = scene;
  const { dossier } = words;
  const { group } = facts;
  const none: MinutesBlock = { kind: 'paragraph', runs: [writer.say(words.none)] };
  function byMeeting<Row>(
    rows: readonly Row[],
    meetingOf: (row: Row) => MeetingReference,
    list: (own: readonly Row[]) => MinutesTable,
  ): MinutesBlock[] {
    const groups = [...Map.groupBy(rows, (row) => meetingOf(row).id).values()];
    const blocks = groups.flatMap((own): MinutesBlock[] => {
      const [first] = own;
      if (first === undefined) return [];
      return [{ kind: 'lead', tone: 'side', runs: describeMeeting(meetingOf(first), scene) }, list(own)];
    });
    return blocks.length === 0 ? [none] : blocks;
  }
  const orNone = (table: MinutesTable): MinutesBlock[] => [table.rows.length === 0 ? none : table];
  const parts = [
    { id: 'mandate', label: dossier.mandate, blocks: describeText(group.mandate, scene) },
    { id: 'aims', label: dossier.aims, blocks: describeText(group.aims, scene) },
    { id: 'tasks', label: dossier.tasks, blocks: describeText(group.tasks, scene) },
    { id: 'areas', label: dossier.areas, blocks: describeAreas(facts, scene) },
    { id: 'sides', label: dossier.sides, blocks: describeSides(facts, scene, none) },
    { id: 'members', label: dossier.members, blocks: describeMembers(facts, scene, none) },
    { id: 'meetings', label: dossier.meetings, blocks: orNone(listMeetings(facts, scene)) },
    {
      id: 'decisions',
      label: dossier.decisions,
      blocks: byMeeting(
        facts.decisions,
        ({ meeting }) => meeting,
        (own) => listDecisions(own, scene),
      ),
    },
    {
      id: 'actions',
      label: dossier.actions,
      blocks: byMeeting(
        facts.actions,
        ({ action }) => action.meeting,
        (own) => buildActionTable(own, facts.asOf, scene, 'narrow'),
      ),
    },
    { id: 'agreements', label: dossier.agreements, blocks: orNone(listAgreements(facts, scene)) },
  ];
  return createDossier(scene, {
    date: facts.asOf,
    title: dossier.title,
    subject: describeLine(group.name, writer.labels.notWritten, scene),
    blocks: [describeHead(facts, scene), ...arrangeParts(parts, writer)],
  });
}

function describeHead({ group, asOf, foundedBy }: GroupDossierFacts, scene: DossierScene): MinutesFields {
  const { writer, words } = scene;
  // The line of the group is in whatever language it was written: it says so itself.
  const written = group.foundingDocument.trim();
  const documents = [
    ...(written === '' ? [] : [[writer.say(written)]]),
    ...foundedBy.map((agreement) => describeAgreement(agreement, scene)),
  ];
  return {
    kind: 'fields',
    rows: [
      { label: words.asOf, values: [[writer.say(formatDate(asOf, writer.language))]] },
      {
        label: words.dossier.foundingDocument,
        values: documents.length === 0 ? [[writer.gap(writer.labels.notNamed)]] : documents,
      },
    ],
  };
}

/** «Memorandum “…”, No. 4, 16 June 2020». */
function describeAgreement(
  { kind, number, title, signedOn }: GroupDossierFacts['foundedBy'][number],
  scene: DossierScene,
): MinutesParagraph {
  const { writer } = scene;
  const { language, labels } = writer;
  const name = writer.quote(chooseText(title, language), 'text');
  const parts = [
    name.length === 0 ? [writer.say(labels.agreementKind[kind])] : name,
    ...(number.trim() === '' ? [] : [[writer.say(numbered(number, scene))]]),
    ...(signedOn === null ? [] : [[writer.say(formatDate(signedOn, language))]]),
  ];
  return writer.join(parts, language === 'zh' ? '，' : ', ');
}

/** What was written of them, and those of the list. */
function describeAreas({ group, areas }: GroupDossierFacts, scene: DossierScene): MinutesBlock[] {
  const { writer } = scene;
  const items = areas
    .map((area) => writer.quote(chooseText(area, writer.language), 'line'))
    .filter((runs) => runs.length > 0);
  const isWritten = filledLanguages(group.areas).some((language) => splitParagraphs(group.areas[language]).length > 0);
  return [
    ...(isWritten || items.length === 0 ? describeText(group.areas, scene) : []),
    ...(items.length === 0
      ? []
      : [{ kind: 'paragraph' as const, runs: writer.join(items, writer.language === 'zh' ? '；' : '; ') }]),
  ];
}

function nameSide(
  { group }: GroupDossierFacts,
  sideId: string | null,
  { writer, words }: DossierScene,
): MinutesParagraph {
  const index = group.sides.findIndex(({ id }) => id === sideId);
  const side = group.sides[index];
  if (side === undefined) return [writer.say(words.dossier.noSide)];
  const name = writer.quote(chooseText(side.name, writer.language), 'line');
  return name.length === 0 ? [writer.say(writer.labels.side(index + 1))] : name;
}

function describeSides(facts: GroupDossierFacts, scene: DossierScene, none: MinutesBlock): MinutesBlock[] {
  const { writer, words } = scene;
  if (facts.group.sides.length === 0) return [none];
  const nameOf = (id: string | null): MinutesParagraph =>
    describeLine(facts.organizations.get(id ?? ''), writer.labels.notNamed, scene);
  const { side, lead, coordinating } = words.dossier;
  return [
    {
      kind: 'table',
      columns: columnsOf([side, lead, coordinating], [0.24, 0.38, 0.38]),
      rows: facts.group.sides.map(({ id, leadOrganizationId, coordinatingOrganizationId }) => ({
        id,
        cells: [[nameSide(facts, id, scene)], [nameOf(leadOrganizationId)], [nameOf(coordinatingOrganizationId)]],
      })),
    },
  ];
}

const memberShares = [0.27, 0.4, 0.16, 0.17];

function describeMembers(facts: GroupDossierFacts, scene: DossierScene, none: MinutesBlock): MinutesBlock[] {
  const { writer, words } = scene;
  const { members, past } = facts.members;
  const { name, office, role, since } = words.dossier;
  const bySide = Map.groupBy(members, ({ sideId }) => sideId);
  const tables = [...bySide].flatMap(([sideId, own]): MinutesBlock[] => [
    ...(facts.group.sides.length === 0
      ? []
      : [{ kind: 'lead' as const, tone: 'side' as const, runs: nameSide(facts, sideId, scene) }]),
    {
      kind: 'table',
      columns: [name, office, role, since].map((label, index) => ({ label, share: memberShares[index] ?? 0 })),
      rows: own.map((member) => ({
        id: member.membershipId,
        cells: [
          [describeName(member, scene)],
          [describeOffice(member, scene)],
          [[writer.say(words.dossier.roles[member.role])]],
          [
            member.from === null
              ? [writer.gap(words.dossier.unknownSince)]
              : [writer.say(formatTableDate(member.from, writer.language))],
          ],
        ],
      })),
    },
  ]);
  const ended: MinutesBlock[] =
    past === 0 ? [] : [{ kind: 'paragraph', runs: [writer.say(words.dossier.pastCount(past))] }];
  return [...(tables.length === 0 ? [none] : tables), ...ended];
}

type Member = GroupAsOf['members'][number];

function describeName({ name, personId }: Member, { writer }: DossierScene): MinutesParagraph {
  const runs = writer.quote(chooseText(name, writer.language), personId === null ? 'line' : 'name');
  return runs.length === 0 ? [writer.gap(writer.labels.notNamed)] : runs;
}

/** Office and organisation of that day, in Chinese the unit first; an organisation that is a member holds none. */
function describeOffice(
  { personId, position, organization }: Member,
  { writer, words }: DossierScene,
): MinutesParagraph {
  const { language } = writer;
  const parts = [position, organization].map((text) => ({ chosen: chooseText(text, language), kind: 'line' as const }));
  const isHan = parts.every(({ chosen }) => chosen.text === '' || chosen.language === 'zh');
  const runs = language === 'zh' ? writer.line(parts.toReversed(), isHan ? '' : ' ') : writer.line(parts, ', ');
  return runs.length === 0 && personId !== null ? [writer.gap(words.dossier.unknownOffice)] : runs;
}

const columnsOf = (labels: readonly string[], shares: readonly number[]): MinutesTable['columns'] =>
  labels.map((label, index) => ({ label, share: shares[index] ?? 0 }));

function listMeetings({ meetings }: GroupDossierFacts, scene: DossierScene): MinutesTable {
  const { writer, words } = scene;
  const { date, meeting, place } = words.dossier;
  const separator = writer.language === 'zh' ? '、' : ', ';
  return {
    kind: 'table',
    columns: columnsOf([writer.labels.table.number, date, meeting, place], [0.09, 0.24, 0.45, 0.22]),
    rows: meetings.map(({ id, number, title, date: from, endDate, cities }) => ({
      id,
      cells: [
        [[writer.say(number)]],
        [[writer.say(formatDateRange(from, endDate, writer.language).replace(/\u00A0/gu, ' '))]],
        [describeLine(title, writer.labels.notWritten, scene)],
        [
          cities === null
            ? [writer.say(words.dossier.online)]
            : writer.join(
                cities
                  .map((city) => writer.quote(chooseText(city, writer.language), 'line'))
                  .filter((runs) => runs.length > 0),
                separator,
              ),
        ],
      ],
    })),
  };
}

function listDecisions(decisions: readonly DecisionInForce[], { writer, words }: DossierScene): MinutesTable {
  return {
    kind: 'table',
    columns: columnsOf([writer.labels.table.number, words.dossier.decision], [0.09, 0.91]),
    rows: decisions.map(({ entryId, number, text }) => {
      const paragraphs = writer.quoteParagraphs(chooseText(text, writer.language));
      return {
        id: entryId,
        cells: [
          [[writer.say(number)]],
          paragraphs.length === 0 ? [[writer.gap(writer.labels.notWritten)]] : paragraphs,
        ],
      };
    }),
  };
}

function listAgreements({ agreements }: GroupDossierFacts, scene: DossierScene): MinutesTable {
  const { writer, words } = scene;
  const { labels, language } = writer;
  const { agreement: document, parties, signed, standing, until, noEnd, standings } = words.dossier;
  return {
    kind: 'table',
    columns: columnsOf([document, parties, signed, standing], [0.36, 0.3, 0.16, 0.18]),
    rows: agreements.map((agreement) => {
      const kinds = agreement.several ? labels.agreementsKind : labels.agreementKind;
      const name = writer.quote(chooseText(agreement.title, language), 'text');
      const named = agreement.parties
        .map((party) => writer.quote(chooseText(party.name, language), 'line'))
        .filter((runs) => runs.length > 0);
      const end = agreement.validTo === null ? noEnd : until(formatTableDate(agreement.validTo, language));
      return {
        id: agreement.agreementId,
        cells: [
          [
            [
              writer.say(kinds[agreement.kind]),
              ...(agreement.number.trim() === '' ? [] : [writer.say(` ${numbered(agreement.number, scene)}`)]),
            ],
            ...(name.length === 0 ? [] : [name]),
          ],
          named.length === 0 ? [[writer.gap(labels.notNamed)]] : named,
          [
            agreement.signedOn === null
              ? [writer.gap(labels.notNamed)]
              : [writer.say(formatTableDate(agreement.signedOn, language))],
          ],
          [[writer.say(standings[agreement.standing])], [writer.say(end)]],
        ],
      };
    }),
  };
}

/** «No. 4», «№ 4», «第4号». */
function numbered(number: string, { writer }: DossierScene): string {
  const written = number.trim();
  return { en: `No. ${written}`, ru: `№ ${written}`, zh: `第${written}号` }[writer.language];
}
