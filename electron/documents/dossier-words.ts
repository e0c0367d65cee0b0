import type { TFunction } from 'i18next';
import type {
  DossiersByLanguage,
  DossierWords,
  GroupWords,
  ReportWords,
  TimelineWords,
} from '#shared/domain/dossiers/words.ts';
import { wordsIn } from './labels.ts';

/** The words of reports, dossiers and timelines in all three languages; the subtree `dossiers` of documents.json. */
export function readDossierWords(): DossiersByLanguage {
  return { en: describeWords(wordsIn('en')), ru: describeWords(wordsIn('ru')), zh: describeWords(wordsIn('zh')) };
}

function describeWords(t: TFunction): DossierWords {
  return {
    asOf: t('documents:dossiers.asOf'),
    group: t('documents:dossiers.group'),
    none: t('documents:dossiers.none'),
    report: describeReportWords(t),
    dossier: describeGroupWords(t),
    timeline: describeTimelineWords(t),
    letter: {
      subject: (name, date) => t('documents:dossiers.letter.subject', { name, date }),
      subjectAll: (date) => t('documents:dossiers.letter.subjectAll', { date }),
      open: (count, date) => t('documents:dossiers.letter.open', { count, date }),
      overdue: (count) => t('documents:dossiers.letter.overdue', { count }),
      ask: t('documents:dossiers.letter.ask'),
      enclosure: t('documents:dossiers.letter.enclosure'),
    },
    fileName: {
      report: t('documents:dossiers.fileName.report'),
      dossier: t('documents:dossiers.fileName.dossier'),
      timeline: t('documents:dossiers.fileName.timeline'),
    },
  };
}

function describeReportWords(t: TFunction): ReportWords {
  return {
    title: t('documents:dossiers.report.title'),
    owner: t('documents:dossiers.report.owner'),
    side: t('documents:dossiers.report.side'),
    open: t('documents:dossiers.report.open'),
    closed: t('documents:dossiers.report.closed'),
    openHeading: t('documents:dossiers.report.openHeading'),
    closedHeading: t('documents:dossiers.report.closedHeading'),
    overdueCount: (total, count) => t('documents:dossiers.report.overdueCount', { total, count }),
    overdue: (count) => t('documents:dossiers.report.overdue', { count }),
    agreed: (value) => t('documents:dossiers.report.agreed', { value }),
    nobody: t('documents:dossiers.report.nobody'),
    noDate: t('documents:dossiers.report.noDate'),
    leftOn: (date) => t('documents:dossiers.report.leftOn', { date }),
    lastReport: t('documents:dossiers.report.lastReport'),
    noReport: t('documents:dossiers.report.noReport'),
    reported: (date, name) => t('documents:dossiers.report.reported', { date, name }),
    meetingOf: (date) => t('documents:dossiers.report.meetingOf', { date }),
    titled: (title, date) => t('documents:dossiers.report.titled', { title, date }),
  };
}

function describeGroupWords(t: TFunction): GroupWords {
  return {
    title: t('documents:dossiers.dossier.title'),
    foundingDocument: t('documents:dossiers.dossier.foundingDocument'),
    mandate: t('documents:dossiers.dossier.mandate'),
    aims: t('documents:dossiers.dossier.aims'),
    tasks: t('documents:dossiers.dossier.tasks'),
    areas: t('documents:dossiers.dossier.areas'),
    sides: t('documents:dossiers.dossier.sides'),
    side: t('documents:dossiers.dossier.side'),
    lead: t('documents:dossiers.dossier.lead'),
    coordinating: t('documents:dossiers.dossier.coordinating'),
    members: t('documents:dossiers.dossier.members'),
    name: t('documents:dossiers.dossier.name'),
    office: t('documents:dossiers.dossier.office'),
    role: t('documents:dossiers.dossier.role'),
    since: t('documents:dossiers.dossier.since'),
    noSide: t('documents:dossiers.dossier.noSide'),
    unknownSince: t('documents:dossiers.dossier.unknownSince'),
    unknownOffice: t('documents:dossiers.dossier.unknownOffice'),
    pastCount: (count) => t('documents:dossiers.dossier.pastCount', { count }),
    roles: {
      co_chair: t('documents:dossiers.dossier.roles.coChair'),
      secretary: t('documents:dossiers.dossier.roles.secretary'),
      member: t('documents:dossiers.dossier.roles.member'),
      expert: t('documents:dossiers.dossier.roles.expert'),
      observer: t('documents:dossiers.dossier.roles.observer'),
    },
    meetings: t('documents:dossiers.dossier.meetings'),
    date: t('documents:dossiers.dossier.date'),
    meeting: t('documents:dossiers.dossier.meeting'),
    place: t('documents:dossiers.dossier.place'),
    online: t('documents:dossiers.dossier.online'),
    decisions: t('documents:dossiers.dossier.decisions'),
    decision: t('documents:dossiers.dossier.decision'),
    actions: t('documents:dossiers.dossier.actions'),
    agreements: t('documents:dossiers.dossier.agreements'),
    agreement: t('documents:dossiers.dossier.agreement'),
    parties: t('documents:dossiers.dossier.parties'),
    signed: t('documents:dossiers.dossier.signed'),
    standing: t('documents:dossiers.dossier.standing'),
    until: (date) => t('documents:dossiers.dossier.until', { date }),
    noEnd: t('documents:dossiers.dossier.noEnd'),
    standings: {
      not_yet: t('documents:dossiers.dossier.standings.notYet'),
      in_force: t('documents:dossiers.dossier.standings.inForce'),
      expiring: t('documents:dossiers.dossier.standings.expiring'),
      expired: t('documents:dossiers.dossier.standings.expired'),
      terminated: t('documents:dossiers.dossier.standings.terminated'),
      replaced: t('documents:dossiers.dossier.standings.replaced'),
    },
  };
}

function describeTimelineWords(t: TFunction): TimelineWords {
  return {
    title: t('documents:dossiers.timeline.title'),
    period: t('documents:dossiers.timeline.period'),
    from: (date) => t('documents:dossiers.timeline.from', { date }),
    until: (date) => t('documents:dossiers.timeline.until', { date }),
    range: (from, to) => t('documents:dossiers.timeline.range', { from, to }),
    kinds: t('documents:dossiers.timeline.kinds'),
    partners: t('documents:dossiers.timeline.partners'),
    areas: t('documents:dossiers.timeline.areas'),
    groups: t('documents:dossiers.timeline.groups'),
    number: t('documents:dossiers.timeline.number'),
    date: t('documents:dossiers.timeline.date'),
    event: t('documents:dossiers.timeline.event'),
    what: t('documents:dossiers.timeline.what'),
    kind: {
      meeting: t('documents:dossiers.timeline.kind.meeting'),
      signing: t('documents:dossiers.timeline.kind.signing'),
      decision: t('documents:dossiers.timeline.kind.decision'),
    },
    kindPlural: {
      meeting: t('documents:dossiers.timeline.kindPlural.meeting'),
      signing: t('documents:dossiers.timeline.kindPlural.signing'),
      decision: t('documents:dossiers.timeline.kindPlural.decision'),
    },
    several: t('documents:dossiers.timeline.several'),
    legend: t('documents:dossiers.timeline.legend'),
    table: t('documents:dossiers.timeline.table'),
    noLane: {
      partner: t('documents:dossiers.timeline.noLane.partner'),
      area: t('documents:dossiers.timeline.noLane.area'),
      group: t('documents:dossiers.timeline.noLane.group'),
    },
    empty: t('documents:dossiers.timeline.empty'),
    undated: (count) => t('documents:dossiers.timeline.undated', { count }),
    alt: (from, to) => t('documents:dossiers.timeline.alt', { from, to }),
    count: (count) => t('documents:dossiers.timeline.times', { number: count }),
    tableInWord: (count) => t('documents:dossiers.timeline.tableInWord', { count }),
    untitled: t('documents:dossiers.timeline.untitled'),
  };
}
