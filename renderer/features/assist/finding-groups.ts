import type { Inconsistency } from '#shared/contract/consistency.ts';
import type { TextReference } from '#shared/contract/translations.ts';

/** The findings of one row or heading, in the order of the minutes. */
export interface FindingGroup {
  reference: TextReference;
  findings: Inconsistency[];
}

export const findingKey = ({ place, code, detail }: Inconsistency): string =>
  JSON.stringify([place.kind, place.id, place.language, code, detail]);

export function groupFindings(findings: readonly Inconsistency[]): FindingGroup[] {
  const groups = Map.groupBy(findings, ({ place }) => `${place.kind}/${place.id}`);
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ reference: { kind: first.place.kind, id: first.place.id }, findings: members }] : [];
  });
}
