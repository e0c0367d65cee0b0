import { commitAt } from '../../context.ts';
import { os } from '../../implement.ts';
import { listTexts } from '../translations/index.ts';
import { checkMeeting } from './check.ts';
import { findMeetingHead, writeAccepted } from './repository.ts';

export const consistencyHandlers = {
  check: os.consistency.check.handler(async ({ context, input, errors }) => {
    const findings = await checkMeeting(context.connection, input.meetingId, input.languages);
    if (findings === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return findings;
  }),

  accept: os.consistency.accept.handler(({ context, input, errors }) => {
    const { meetingId, isAccepted } = input;
    const meeting = findMeetingHead(context.connection, meetingId);
    if (meeting === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const known = new Set(listTexts(context.connection, meetingId)?.map(({ reference }) => textKey(reference)));
    const name = isAccepted ? 'finding.accept' : 'finding.reopen';
    const { position } = commitAt(context, { name, label: meeting.label }, (write) => {
      for (const { place, code, detail } of input.findings) {
        // The row may be gone by now; nothing is remembered of it then.
        if (!known.has(textKey(place))) continue;
        const { kind, id, language } = place;
        writeAccepted(write, { meeting_id: meetingId, kind, record_id: id, language, code, detail }, isAccepted);
      }
    });
    return { position };
  }),
};

const textKey = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`;
