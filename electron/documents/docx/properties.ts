import { printable } from '#shared/domain/clean-text.ts';
import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import { draftVersion, originProperties } from './mark-name.ts';

/** Title, subject and for which side it is, for the file's core properties. */
export interface CoreProperties {
  title: string;
  subject: string;
  /** Shown by Word as «tags»; empty on what is not one of several copies. */
  keywords: string;
}

export const creator = 'Trilogue';
/** Custom property that names the side whose copy it is. */
export const keeperProperty = 'TrilogueKeeper';

export function describeCore({ title, subject, keeper }: MinutesDocument): CoreProperties {
  return { title: printable(title), subject: printable(subject), keywords: printable(keeper ?? '') };
}

/** From which minutes it was made and for whom: kept by Word, LibreOffice and WPS, unseen by whoever only reads. */
export function describeCustom({ origin, keeper }: MinutesDocument): { name: string; value: string }[] {
  const ofOrigin =
    origin === undefined
      ? []
      : [
          { name: originProperties.meeting, value: origin.meetingId },
          { name: originProperties.version, value: origin.version === null ? draftVersion : String(origin.version) },
          ...(origin.contentSha256 === '' ? [] : [{ name: originProperties.content, value: origin.contentSha256 }]),
        ];
  return [...ofOrigin, ...(keeper === undefined ? [] : [{ name: keeperProperty, value: printable(keeper) }])];
}
