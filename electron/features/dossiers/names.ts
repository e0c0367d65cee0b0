import type { DossierSubject } from '#shared/contract/dossiers.ts';
import { shorten, toFileName } from '#shared/domain/file-name.ts';
import type { Language } from '#shared/domain/language.ts';
import { readDossierWords } from '../../documents/dossier-words.ts';

const longestName = 90;

/** Of which day a document speaks. */
export const dayOf = (subject: DossierSubject): string =>
  subject.kind === 'group_dossier' ? subject.asOf : subject.today;

/** «2026-11-21 Action items Hu Yidong (EN).pdf»; `who` may be empty. */
export function nameDossier(subject: DossierSubject, who: string, language: Language, extension: string): string {
  const { fileName } = readDossierWords()[language];
  const word = {
    action_report: fileName.report,
    group_dossier: fileName.dossier,
    timeline: fileName.timeline,
  }[subject.kind];
  const parts = [dayOf(subject), word, shorten(who.trim(), longestName), `(${language.toUpperCase()})`];
  return toFileName(`${parts.filter((part) => part !== '').join(' ')}.${extension}`);
}

const plainNames = { action_report: 'Action_items', group_dossier: 'Dossier', timeline: 'Timeline' } as const;

/** In ASCII, for mail programs that read no other. */
export function plainNameOf(subject: DossierSubject, language: Language, extension: string): string {
  return `${dayOf(subject)}_${plainNames[subject.kind]}_${language.toUpperCase()}.${extension}`;
}
