import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeadingKind } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { useLanguageNames } from '../../ui/localized.tsx';
import { entryKindKeys } from '../minutes/index.ts';
import type { Mark } from './model/facts.ts';
import type { Filter, Part } from './model/gaps.ts';
import type { Line } from './model/lines.ts';

export const headingKeys = {
  meeting_title: 'heading.meetingTitle',
  meeting_theme: 'heading.meetingTheme',
  meeting_framework: 'heading.meetingFramework',
  agenda_title: 'heading.agendaTitle',
  agreement_title: 'heading.agreementTitle',
  party_description: 'heading.partyDescription',
} as const satisfies Record<HeadingKind, string>;

export const filterKeys = {
  all: 'filter.all',
  missing: 'filter.missing',
  outdated: 'filter.outdated',
  unreviewed: 'filter.unreviewed',
} as const satisfies Record<Filter, string>;

/** What is said when a filter leaves nothing over. */
export const nothingKeys = {
  all: 'nothing.all',
  missing: 'nothing.missing',
  outdated: 'nothing.outdated',
  unreviewed: 'nothing.unreviewed',
} as const satisfies Record<Filter, string>;

export const partKeys = {
  all: 'part.all',
  headings: 'part.headings',
  outcomes: 'part.outcomes',
} as const satisfies Record<Part, string>;

/** The words in the grid, each translated once: to ask for them in every cell takes longer than to draw it. */
export interface ReviewWords {
  uiLanguage: Language;
  languages: Readonly<Record<Language, string>>;
  /** What a line is: «Decision», «Title of the meeting». */
  kindOf: (line: Line) => string;
  /** Names a line: «Decision 3.1». */
  nameOf: (line: Line) => string;
  /** Names a text: «Decision 3.1 – Russian». */
  fieldName: (name: string, language: Language) => string;
  marks: Readonly<Record<Mark, string>>;
  source: string;
  right: string;
  review: string;
  draft: string;
  notNeeded: string;
  needed: string;
  changed: string;
  baseUnknown: string;
  /** Name the buttons of a text; `field` is its name. */
  rightOf: (field: string) => string;
  reviewOf: (field: string) => string;
  draftOf: (field: string) => string;
  notNeededOf: (field: string) => string;
  neededOf: (field: string) => string;
  sourceIn: (language: string) => string;
  sourceOf: (name: string, language: Language) => string;
  menuOf: (name: string) => string;
}

export function useReviewWords(): ReviewWords {
  const { t } = useTranslation(['translations', 'minutes', 'common']);
  const uiLanguage = useUiLanguage();
  const names = useLanguageNames();
  return useMemo(() => {
    const kindOf = ({ reference: { kind }, entryKind }: Line): string =>
      kind === 'entry'
        ? t(entryKindKeys[entryKind ?? 'speech'], { ns: 'minutes' })
        : t(headingKeys[kind], { ns: 'translations' });
    const kinds = new Map<string, string>();
    const knownKind = (line: Line): string => {
      const key = line.entryKind ?? line.reference.kind;
      const known = kinds.get(key) ?? kindOf(line);
      kinds.set(key, known);
      return known;
    };
    return {
      uiLanguage,
      languages: names,
      kindOf: knownKind,
      nameOf: (line) => (line.number === '' ? knownKind(line) : `${knownKind(line)} ${line.number}`),
      fieldName: (name, language) => t('common:languages.fieldIn', { field: name, language: names[language] }),
      marks: {
        reviewed: t('translations:mark.reviewed'),
        draft: t('translations:mark.draft'),
        outdated: t('translations:mark.outdated'),
        missing: t('translations:mark.missing'),
        not_needed: t('translations:mark.notNeeded'),
      },
      source: t('translations:source.chip'),
      right: t('translations:right'),
      review: t('translations:say.review'),
      draft: t('translations:say.draft'),
      notNeeded: t('translations:say.notNeeded'),
      needed: t('translations:say.needed'),
      changed: t('translations:changed'),
      baseUnknown: t('translations:baseUnknown'),
      rightOf: (field) => t('translations:rightOf', { field }),
      reviewOf: (field) => t('translations:reviewOf', { field }),
      draftOf: (field) => t('translations:draftOf', { field }),
      notNeededOf: (field) => t('translations:notNeededOf', { field }),
      neededOf: (field) => t('translations:neededOf', { field }),
      sourceIn: (language) => t('translations:source.in', { language }),
      sourceOf: (name, language) => t('translations:source.of', { name, language: names[language] }),
      menuOf: (name) => t('translations:menu.of', { name }),
    };
  }, [t, uiLanguage, names]);
}
