import type { Meeting } from '#shared/contract/meetings.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { chooseText } from '#shared/domain/language.ts';
import { type MeetingStage, movesFrom } from '#shared/domain/meeting-moves.ts';
import type { Connection } from '../../db/connection.ts';
import { findOpenAmendment } from './repository.ts';

export function readStage(connection: Connection, meeting: Pick<Meeting, 'id' | 'status'>): MeetingStage {
  return { status: meeting.status, isAmending: findOpenAmendment(connection, meeting.id) !== undefined };
}

/** A text may be kept where the sides can agree to it. */
export function canAgree(stage: MeetingStage): boolean {
  return movesFrom(stage).some(({ by }) => by === 'agreement');
}

/** Who must agree: every side; null stands for the chair of a meeting without sides. */
export function sideIdsOf(meeting: Pick<Meeting, 'sides'>): (string | null)[] {
  return meeting.sides.length === 0 ? [null] : meeting.sides.map(({ id }) => id);
}

export const isEmpty = ({ agenda, entries }: MeetingRecord): boolean => agenda.length === 0 || entries.length === 0;

export const meetingLabel = ({ meeting }: Pick<MeetingRecord, 'meeting'>): string =>
  chooseText(meeting.title, 'en').text;
