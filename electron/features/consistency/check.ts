import type { Inconsistency } from '#shared/contract/consistency.ts';
import { checkTexts } from '#shared/domain/consistency/index.ts';
import { languages, type Language } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { startSlices } from '../../slices.ts';
import { markTexts } from '../glossary/index.ts';
import { listTexts } from '../translations/index.ts';
import { nameRegisterOf } from './name-register.ts';
import { acceptedKey, listAccepted, listNearPeople } from './repository.ts';
import { checkTerms, withoutRepeats } from './terms.ts';

/** Undefined when there is no such meeting. Works in slices, on what was saved when it began. */
export async function checkMeeting(
  connection: Connection,
  meetingId: string,
  wanted: readonly Language[],
): Promise<Inconsistency[] | undefined> {
  const texts = listTexts(connection, meetingId);
  if (texts === undefined) return undefined;
  const register = nameRegisterOf(connection);
  const { attending, byEntry } = listNearPeople(connection, meetingId);
  const accepted = listAccepted(connection, meetingId);
  const marks = await markTexts(connection, texts);
  const slices = startSlices();
  const findings: Inconsistency[] = [];
  for (const [index, text] of texts.entries()) {
    const { kind, id } = text.reference;
    const mentioned = byEntry.get(id) ?? [];
    const found = checkTexts({ ...text, kind, near: attending, mentioned }, wanted, register);
    const terms = checkTerms(text, marks.texts[index], marks.concepts, wanted);
    for (const language of languages) {
      const ofTerms = terms.filter((each) => each.language === language).map(({ finding }) => finding);
      const ofText = found.filter((each) => each.language === language).map(({ finding }) => finding);
      const place = { kind, id, language };
      for (const finding of [...withoutRepeats(ofText, ofTerms), ...ofTerms]) {
        const isAccepted = accepted.has(acceptedKey(place, finding.code, finding.detail));
        findings.push({ place, ...finding, isAccepted });
      }
    }
    if (slices.areDue()) await slices.pause();
  }
  return findings;
}
