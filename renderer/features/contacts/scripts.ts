import type { PersonName } from '#shared/contract/people.ts';
import type { Script } from '#shared/domain/language.ts';
import type { NameScheme } from '#shared/domain/name-match.ts';

/** Literal keys, so that the catalogue check sees each of them. */
export const scriptKeys = { latin: 'names.latin', cyrillic: 'names.cyrillic', han: 'names.han' } as const;

export const partKeys = {
  family: 'names.family',
  given: 'names.given',
  patronymic: 'names.patronymic',
  display: 'names.display',
  sortKey: 'names.sortKey',
} as const;
export type NamePart = keyof typeof partKeys;

/** The systems that lead to each script, in the order of the choices on screen. */
export const schemesOf: Record<Script, readonly NameScheme[]> = {
  latin: [
    'pinyin',
    'wade_giles',
    'icao_9303',
    'bgn_pcgn',
    'gost_r_52535',
    'gost_7_79_b',
    'iso_9',
    'ala_lc',
    'scholarly',
    'press',
  ],
  cyrillic: ['palladius', 'press'],
  han: ['gb_t_17693', 'given_name_dictionary'],
};

export const hasName = (name: Pick<PersonName, 'family' | 'given'>): boolean =>
  name.family.trim() !== '' || name.given.trim() !== '';
