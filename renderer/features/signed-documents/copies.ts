import type { AgreementTerms } from '#shared/contract/agreements.ts';
import { type Language, languages } from '#shared/domain/language.ts';

export type Copy = AgreementTerms['copies'][number];

/** The order in which all parties sign a copy: as it says, those of whom it says nothing last, those that are gone left out. */
export function signingOrderOf(copy: Pick<Copy, 'signingOrder'>, partyIds: readonly string[]): string[] {
  const said = copy.signingOrder.filter((id) => partyIds.includes(id));
  return [...said, ...partyIds.filter((id) => !said.includes(id))];
}

/** One copy for each party, which signs its own first (alternat), in the languages that are no mere translations. */
export function copiesForParties(
  partyIds: readonly string[],
  texts: AgreementTerms['languages'],
  newId: () => string,
): Copy[] {
  const signed: Language[] = languages.filter((language) =>
    texts.some((text) => text.language === language && text.standing !== 'translation'),
  );
  return partyIds.map((keeper) => ({
    id: newId(),
    keeperPartyId: keeper,
    languages: signed,
    signingOrder: [keeper, ...partyIds.filter((id) => id !== keeper)],
  }));
}

/** The list with one of its members a place further up (-1) or down (1); as it was where there is no such place. */
export function moveIn(list: readonly string[], index: number, step: 1 | -1): string[] {
  const target = index + step;
  const moved = list[index];
  if (moved === undefined || target < 0 || target >= list.length) return [...list];
  return list.toSpliced(index, 1).toSpliced(target, 0, moved);
}
