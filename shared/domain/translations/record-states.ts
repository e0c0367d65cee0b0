import type { AcceptedFinding, HeadingState, MeetingRecord } from '../../contract/records.ts';
import { headingKinds } from '../../contract/translations.ts';
import { languages } from '../language.ts';

/** What a record file says of texts besides their words; a list is absent when there is nothing to say. */
export type RecordStates = Pick<MeetingRecord, 'headingStates' | 'acceptedFindings'>;

/** The same states always stand in the same order, and what goes without saying is left out. */
export function inFileOrder({ headingStates = [], acceptedFindings = [] }: RecordStates): RecordStates {
  const said = headingStates
    .map((heading) => ({ ...heading, texts: withoutUnsaid(heading.texts) }))
    .filter(({ sourceLanguage, texts }) => sourceLanguage !== undefined || Object.keys(texts).length > 0)
    .sort((a, b) => headingKinds.indexOf(a.kind) - headingKinds.indexOf(b.kind) || compare(a.id, b.id));
  const byKey = new Map(acceptedFindings.map((finding) => [keyOfFinding(finding), finding]));
  const findings = [...byKey].sort(([a], [b]) => compare(a, b)).map(([, finding]) => finding);
  return {
    ...(said.length > 0 && { headingStates: said }),
    ...(findings.length > 0 && { acceptedFindings: findings }),
  };
}

function withoutUnsaid(texts: HeadingState['texts']): HeadingState['texts'] {
  const said = languages.filter((language) => {
    const state = texts[language];
    if (state === undefined) return false;
    const { revision, baseRevision, status, isNotNeeded } = state;
    return revision !== 0 || baseRevision !== null || status !== 'draft' || isNotNeeded === true;
  });
  return Object.fromEntries(said.map((language) => [language, texts[language]]));
}

const keyOfFinding = ({ kind, id, language, code, detail }: AcceptedFinding): string =>
  [kind, id, language, code, detail].join('\n');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
