import type { ActionListItem, ActionOwnerLine } from '../../contract/actions.ts';
import { isClosed, isOverdue } from '../action-due.ts';
import { chooseText, type Language } from '../language.ts';
import { formatDate, formatTableDate } from '../minutes/dates.ts';
import type { MinutesParagraph, MinutesTable } from '../minutes/document.ts';
import type { DossierScene } from './build.ts';

/** What somebody said last of an action. */
export interface LastReport {
  /** `YYYY-MM-DD`. */
  on: string;
  /** As written; may be empty. */
  reporter: string;
  note: string;
}

export interface ReportedAction {
  action: ActionListItem;
  /** null: nobody has reported. */
  lastReport: LastReport | null;
}

type Assignment = Pick<ActionListItem, 'owners' | 'due' | 'dueAtNextMeeting'>;

const dayMs = 86_400_000;

export const isOpen = ({ status }: ActionListItem): boolean => !isClosed(status);

/** By how many days an open action is late on a day; 0: it is not. */
export function daysOverdue(action: ActionListItem, today: string): number {
  if (action.dueOn === null || !isOverdue(action, today)) return 0;
  return Math.round((Date.parse(today) - Date.parse(action.dueOn)) / dayMs);
}

/** On a sheet that lies on its side; without the last report on an upright one. */
const shares: Record<'wide' | 'narrow', Record<Language, number[]>> = {
  wide: {
    en: [0.05, 0.34, 0.19, 0.13, 0.1, 0.19],
    ru: [0.05, 0.33, 0.19, 0.13, 0.11, 0.19],
    zh: [0.06, 0.34, 0.18, 0.15, 0.09, 0.18],
  },
  narrow: {
    en: [0.07, 0.37, 0.24, 0.18, 0.14],
    ru: [0.07, 0.33, 0.24, 0.18, 0.18],
    zh: [0.09, 0.34, 0.24, 0.21, 0.12],
  },
};

/** Actions with who owns them and when they are due now, how they stand, and what was said of them last. */
export function buildActionTable(
  actions: readonly ReportedAction[],
  today: string,
  scene: DossierScene,
  width: 'wide' | 'narrow',
): MinutesTable {
  const { writer, words } = scene;
  const { number, action, responsible, due, status } = writer.labels.table;
  const labels = [number, action, responsible, due, status, words.report.lastReport];
  return {
    kind: 'table',
    columns: shares[width][writer.language].map((share, index) => ({ label: labels[index] ?? '', share })),
    rows: actions.map(({ action: row, lastReport }) => ({
      id: row.entryId,
      cells: [
        [[writer.say(row.number)]],
        describeTask(row, scene),
        describeOwners(row, scene),
        describeDue(row, today, scene),
        [[writer.say(writer.labels.status[row.status])]],
        ...(width === 'wide' ? [describeReport(lastReport, scene)] : []),
      ],
    })),
  };
}

function describeTask({ text }: ActionListItem, { writer }: DossierScene): MinutesParagraph[] {
  const paragraphs = writer.quoteParagraphs(chooseText(text, writer.language));
  return paragraphs.length === 0 ? [[writer.gap(writer.labels.notWritten)]] : paragraphs;
}

function nameOwner({ name, kind }: ActionOwnerLine, { writer }: DossierScene): MinutesParagraph {
  return writer.quote(chooseText(name, writer.language), kind === 'person' ? 'name' : 'line');
}

/** Who owns it now, with who has left the group; below, whom the minutes name where that is somebody else. */
function describeOwners({ owners, agreed }: ActionListItem, scene: DossierScene): MinutesParagraph[] {
  const { writer, words } = scene;
  const named = owners.flatMap((owner): MinutesParagraph[] => {
    const name = nameOwner(owner, scene);
    if (name.length === 0) return [];
    const { leftOn } = owner;
    return [leftOn === null ? name : [...name, ...writer.bracket([words.report.leftOn(dayOf(leftOn, scene))])]];
  });
  const lines = named.length === 0 ? [[writer.gap(writer.labels.notNamed)]] : named;
  if (agreed === null || keysOf(agreed) === keysOf({ owners })) return lines;
  const before = agreed.owners.map((owner) => nameOwner(owner, scene)).filter((name) => name.length > 0);
  const shown = before.length === 0 ? [writer.say(words.report.nobody)] : writer.join(before, comma(scene));
  return [...lines, describeAgreed(shown, scene)];
}

const keysOf = ({ owners }: Pick<Assignment, 'owners'>): string => owners.map(({ key }) => key).join('\n');
const comma = ({ writer }: DossierScene): string => (writer.language === 'zh' ? '，' : ', ');
const dayOf = (date: string, { writer }: DossierScene): string => formatDate(date, writer.language);

function describeAgreed(value: MinutesParagraph, { writer, words }: DossierScene): MinutesParagraph {
  const [before = '', after = ''] = words.report.agreed('\u0001').split('\u0001');
  const [open, close] = writer.language === 'zh' ? ['（', '）'] : ['(', ')'];
  return [writer.say(`${open}${before}`), ...value, writer.say(`${after}${close}`)];
}

/** When it is due now and by how much that is past, in words; below, what the minutes say where it is something else. */
function describeDue(action: ActionListItem, today: string, scene: DossierScene): MinutesParagraph[] {
  const { writer, words } = scene;
  const { agreed } = action;
  const late = daysOverdue(action, today);
  const lines = [describeDate(action, scene, action.dueOn) ?? [writer.gap(writer.labels.notNamed)]];
  if (late > 0) lines.push([writer.say(words.report.overdue(late), 'strong')]);
  const isMoved = agreed !== null && (agreed.due !== action.due || agreed.dueAtNextMeeting !== action.dueAtNextMeeting);
  if (isMoved) lines.push(describeAgreed(describeDate(agreed, scene) ?? [writer.say(words.report.noDate)], scene));
  return lines;
}

/** `nextMeeting`: the day of it, where it is known. */
function describeDate(
  { due, dueAtNextMeeting }: Assignment,
  { writer }: DossierScene,
  nextMeeting: string | null = null,
): MinutesParagraph | null {
  const { language, labels } = writer;
  if (due !== null) return [writer.say(formatTableDate(due, language))];
  if (!dueAtNextMeeting) return null;
  const day = nextMeeting === null ? [] : writer.bracket([formatTableDate(nextMeeting, language)]);
  return [writer.say(labels.atNextMeeting), ...day];
}

function describeReport(report: LastReport | null, { writer, words }: DossierScene): MinutesParagraph[] {
  if (report === null) return [[writer.say(words.report.noReport)]];
  const day = formatTableDate(report.on, writer.language);
  const head = report.reporter.trim() === '' ? day : words.report.reported(day, report.reporter.trim());
  // In whatever language it was said: nobody translates notes.
  const note = report.note
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return [[writer.say(head)], ...note.map((text) => [writer.say(text)])];
}
