import type { Agreement } from '../../contract/agreements.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText } from '../language.ts';
import { formatDate } from './dates.ts';
import type { MinutesBlock, MinutesParagraph } from './document.ts';
import type { RecordLookup } from './lookup.ts';
import { compareByOrderKey } from './numbering.ts';
import type { RunWriter } from './runs.ts';

/** Documents that were signed, numbered, each with its parties. */
export function describeAgreements(record: MeetingRecord, lookup: RecordLookup, writer: RunWriter): MinutesBlock[] {
  if (record.agreements.length === 0) return [];
  const points = sortAgreements(record).map((agreement, index) => ({
    id: agreement.id,
    number: `${index + 1}.`,
    paragraphs: describeAgreement(agreement, lookup, writer),
  }));
  return [{ kind: 'points', points }];
}

export function sortAgreements(record: MeetingRecord): Agreement[] {
  return [...record.agreements].sort(compareByOrderKey);
}

/** A signed document: title and day, then the parties. */
export function describeAgreement(agreement: Agreement, lookup: RecordLookup, writer: RunWriter): MinutesParagraph[] {
  const { labels, language } = writer;
  const title = chooseText(agreement.title, language);
  const kind = (agreement.several ? labels.agreementsKind : labels.agreementKind)[agreement.kind];
  const name: MinutesParagraph = title.text === '' ? [writer.say(kind)] : writer.quote(title, 'text');
  const signed =
    agreement.signedOn === null
      ? []
      : writer.bracket([labels.agreementSigned(formatDate(agreement.signedOn, language))]);
  const parties = agreement.parties
    .map((party) => {
      const registered = chooseText(lookup.organizationName(party.organizationId), language);
      return writer.quote(registered.text === '' ? chooseText(party.description, language) : registered, 'line');
    })
    .filter((party) => party.length > 0);
  if (parties.length === 0) return [[...name, ...signed]];
  const label = writer.say(language === 'zh' ? `${labels.agreementParties}：` : `${labels.agreementParties}: `);
  return [
    [...name, ...signed],
    [label, ...writer.join(parties, language === 'zh' ? '；' : '; ')],
  ];
}

export function describeNextMeeting(record: MeetingRecord, writer: RunWriter): MinutesBlock[] {
  const { nextMeetingDate, nextMeetingNote } = record.meeting;
  const note = writer.quote(chooseText(nextMeetingNote, writer.language), 'text');
  const date = nextMeetingDate === null ? [] : [writer.say(formatDate(nextMeetingDate, writer.language))];
  return [date, note].filter((runs) => runs.length > 0).map((runs) => ({ kind: 'paragraph', runs }));
}
