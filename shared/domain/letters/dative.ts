/*
 * The addressee of a Russian letter stands in the dative. Only surnames whose form is beyond doubt are declined; for all
 * others the letter names its reader in the salutation, which needs the nominative.
 */

type Ending = [pattern: RegExp, dative: string];

const women: Ending[] = [
  [/(?<=[оеё]в|[иы]н)а$/u, 'ой'],
  [/(?<=[сц]к)ая$/u, 'ой'],
  [/(?<=[оеиуэю]|[иы]х|[бвгджзклмнпрстфхцчшщ])$/u, ''],
];
const men: Ending[] = [
  [/(?<=[оеё]в|[иы]н)$/u, 'у'],
  [/(?<=[сц]к)ий$/u, 'ому'],
  [/(?<=[сц]к)ой$/u, 'ому'],
  [/(?<=[оеиуэю]|[иы]х)$/u, ''],
];

/** «Орлова» → «Орловой», «Кузнецов» → «Кузнецову»; null where the form is not beyond doubt. */
export function toDativeSurname(surname: string, gender: 'f' | 'm'): string | null {
  if (!/^\p{Script=Cyrillic}+$/u.test(surname)) return null;
  const found = (gender === 'f' ? women : men).find(([pattern]) => pattern.test(surname));
  return found === undefined ? null : surname.replace(found[0], found[1]);
}
