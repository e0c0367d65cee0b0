import type { DocumentKind } from '../../contract/documents.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText } from '../language.ts';
import { buildAgenda, buildLetter } from '../letters/index.ts';
import { buildMinutesSection, joinSections } from '../minutes/build.ts';
import type { MinutesBlock, MinutesDocument, MinutesSection } from '../minutes/document.ts';
import { createLookup } from '../minutes/lookup.ts';
import { describeSignatures, sideName } from '../minutes/people.ts';
import { numberings } from '../minutes/section.ts';
import { buildActionList } from './action-list.ts';
import { buildAttendanceSheet } from './attendance-sheet.ts';
import { findTranslationMark } from './authentic.ts';
import { alignSections } from './columns.ts';
import { type Copy, describeClosingFormula, orderSignatures } from './copies.ts';
import { buildExtract } from './extract.ts';
import type { DocumentBuild } from './document-build.ts';
import { describeFacts } from './facts.ts';
import { joinSheets } from './joint-sheet.ts';
import { putUnderLetterhead } from './letterhead.ts';
import { buildNews } from './news.ts';
import { createScene, type PaperScene } from './scene.ts';
import { buildShortMinutes } from './short.ts';

/** A document of a meeting, every word decided; the same input gives the same document. */
export function buildDocument(record: MeetingRecord, build: DocumentBuild): MinutesDocument {
  const scenes = build.languages.map((language) => createScene(record, build, language));
  const written = isOfLetters(build.kind) ? joinLetters(scenes, build.kind) : joinPapers(record, build.kind, scenes);
  const document: MinutesDocument = {
    ...written,
    ...(build.copy === null ? {} : { keeper: nameKeeper(build.copy, scenes) }),
    ...(build.letterhead?.logo ? { logo: build.letterhead.logo } : {}),
    sections: written.sections.map((section, index) => finishSection(section, scenes[index])),
  };
  if (build.layout !== 'columns') return document;
  return build.kind === 'attendance_sheet' ? joinSheets(document) : alignSections(document);
}

function isOfLetters(kind: DocumentKind): kind is 'agenda' | 'invitation' {
  return kind === 'agenda' || kind === 'invitation';
}

/** What letters of mail are made of, for nobody in particular; dated with the day on which it is made. */
function joinLetters(scenes: readonly PaperScene[], kind: 'agenda' | 'invitation'): MinutesDocument {
  const documents = scenes.map(({ record, writer, build }) => {
    const { labels, words, today, reviews } = build;
    const common = { language: writer.language, labels, words, today };
    if (kind === 'agenda') return buildAgenda(record, { ...common, reviews });
    const nobody = { recipientId: null, due: null, note: '', versionNumber: null, exampleNumber: '', agreed: [] };
    return buildLetter(record, 'invitation', { ...common, ...nobody }).document;
  });
  const [first] = documents;
  if (first === undefined) throw new Error('a document needs a language');
  return { ...first, sections: documents.flatMap(({ sections }) => sections) };
}

type PaperKind = Exclude<DocumentKind, 'agenda' | 'invitation'>;

const builders: Record<PaperKind, (scene: PaperScene) => MinutesSection> = {
  minutes: (scene) => buildMinutesSection(scene.record, scene.writer, describeEnding(scene)),
  short_minutes: (scene) => buildShortMinutes(scene, describeEnding(scene)),
  extract: buildExtract,
  actions: buildActionList,
  attendance_sheet: buildAttendanceSheet,
  news: buildNews,
};

function joinPapers(record: MeetingRecord, kind: PaperKind, scenes: readonly PaperScene[]): MinutesDocument {
  const [first] = scenes;
  const { origin, ...document } = joinSections(
    first?.record ?? record,
    scenes.map((scene) => builders[kind](scene)),
    first?.build.version ?? null,
  );
  // Comments are made in minutes; an extract or a list has not all of the text.
  return kind === 'minutes' && origin !== undefined ? { ...document, origin } : document;
}

/** Below the text: which of them counts, then the signatures, in a copy those of its keeper at the left. */
function describeEnding({ record, writer, words, build }: PaperScene): MinutesBlock[] {
  const { copy, authenticity, isNonBinding, languages, allLanguages = languages } = build;
  const formula = describeClosingFormula(record, writer, {
    words: words.copies,
    copy,
    authenticity,
    isNonBinding,
    languages: allLanguages,
  });
  const signed = copy === null ? record : orderSignatures(record, copy, writer.language);
  return [...formula, describeSignatures(signed, createLookup(signed), writer)];
}

/** Whether it is a translation, how pages are numbered, what a letterhead file may ask for, and the letterhead. */
function finishSection(section: MinutesSection, scene: PaperScene | undefined): MinutesSection {
  if (scene === undefined) return section;
  const { record, writer, words, build } = scene;
  const { languages, allLanguages = languages, kind, organizationId, authenticity } = build;
  const document = { kind, organizationId, languages: allLanguages, authenticity };
  const mark = findTranslationMark(record, section.language, document);
  const numbered = {
    ...section,
    ...(mark === null ? {} : { translationMark: writer.say(words.translation[mark]).text }),
    numbering: numberings[section.language],
  };
  if (build.letterhead === null) return numbered;
  const { of } = build.letterhead;
  return { ...putUnderLetterhead(numbered, of, words, writer), facts: describeFacts(record, of, build, writer) };
}

function nameKeeper({ keeperSideId }: Copy, [first]: readonly PaperScene[]): string {
  if (first === undefined) return '';
  const { sides } = first.record.meeting;
  const index = sides.findIndex(({ id }) => id === keeperSideId);
  const side = sides[index];
  if (side === undefined) return '';
  return chooseText(side.name, first.writer.language).text || sideName(side, index + 1, first.writer)[0]?.text || '';
}
