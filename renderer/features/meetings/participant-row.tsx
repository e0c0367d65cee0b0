import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from '@tanstack/react-router';
import { Button as AriaButton } from 'react-aria-components';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { api } from '../../app/api.ts';
import { errorCode } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Badge } from '../../ui/badge.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { LanguageMarks } from '../../ui/language-marks.tsx';
import { Select } from '../../ui/select.tsx';
import { moveStep } from './order.ts';
import { ParticipantDetails } from './participant-details.tsx';
import participantStyles from './participant-row.module.css';
import { attendanceName } from './record-texts.ts';
import type { FocusSearch } from './focus-search.ts';
import { RowButtons } from './row-buttons.tsx';
import styles from './rows.module.css';
import { presenceKeys, responseKeys, roleKeys, useOptions } from './words.ts';

export interface ParticipantRowProps {
  row: Attendance;
  number: number;
  meeting: Meeting;
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: 1 | -1) => void;
}

/** One participant as a line of the protocol; opens into everything that can be corrected. */
export function ParticipantRow(props: ParticipantRowProps): ReactElement {
  const { row, number, meeting, isFirst, isLast, onMove } = props;
  const { t } = useTranslation(['meetings', 'common']);
  const id = useId();
  const format = useFormat();
  const language = useUiLanguage();
  const { focus }: FocusSearch = useSearch({ from: '/meetings/$meetingId' });
  const [isOpen, setOpen] = useState(focus === row.id);
  const name = attendanceName(row, language).text || t('common:unnamed');
  const isDelegation = row.personId === null && row.headCount !== null;
  const remove = async () => {
    try {
      await flushAll();
      await api.attendance.remove({ id: row.id });
      notify(t('meetings:participants.removed'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      if (errorCode(error) === 'IN_USE') notify(t('meetings:participants.inUse', { name }));
      else notifyError(error);
    }
  };
  const marks = row.roles.map((role) => t(roleKeys[role], { ns: 'meetings' }));
  return (
    <div
      className={styles.row}
      data-focus={row.id}
      onKeyDownCapture={(event) => {
        const step = moveStep(event);
        if (step === null) return;
        event.preventDefault();
        onMove(step);
      }}
    >
      <div className={participantStyles.line}>
        <AriaButton
          className={participantStyles.open}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          <span className={participantStyles.number}>{number}.</span>
          <span className={participantStyles.who}>
            <span className={participantStyles.name}>
              <FallbackText
                value={isDelegation || isEmpty(row.name) ? row.organization : row.name}
                empty={t('common:unnamed')}
              />
              {row.headCount !== null && ` (${t('meetings:participants.people', { count: row.headCount })})`}
            </span>
            <span className={styles.muted}>
              <FallbackText value={row.position} />
              {!isEmpty(row.position) && !isEmpty(row.name) && !isEmpty(row.organization) && ' · '}
              {!isEmpty(row.name) && <FallbackText value={row.organization} />}
            </span>
          </span>
        </AriaButton>
        <div className={participantStyles.tools}>
          {marks.length > 0 && <Badge tone="info">{format.list(marks)}</Badge>}
          {row.category === 'in_attendance' && <Badge>{t('meetings:category.inAttendance')}</Badge>}
          <LanguageMarks value={isEmpty(row.name) ? row.organization : row.name} />
          {meeting.status === 'planned' ? (
            <ResponseSelect row={row} name={name} />
          ) : (
            <>
              {row.response !== 'none' && <Badge>{t(responseKeys[row.response], { ns: 'meetings' })}</Badge>}
              <PresenceSelect row={row} name={name} />
            </>
          )}
          <RowButtons name={name} isFirst={isFirst} isLast={isLast} onMove={onMove} onRemove={() => void remove()} />
        </div>
      </div>
      {isOpen && (
        <div id={id}>
          <ParticipantDetails row={row} meeting={meeting} />
        </div>
      )}
    </div>
  );
}

interface SettledProps {
  row: Attendance;
  /** Of the participant, for the accessible name. */
  name: string;
}

/** Before the meeting: what they have answered to the invitation. */
function ResponseSelect({ row, name }: SettledProps): ReactElement {
  const { t } = useTranslation('meetings');
  const options = useOptions(responseKeys);
  return (
    <div className={participantStyles.response}>
      <Select
        label={t('participants.responseOf', { name })}
        isLabelHidden
        value={row.response}
        options={options}
        onChange={(response) => void api.attendance.update({ id: row.id, response }).catch(notifyError)}
      />
    </div>
  );
}

/** At the meeting and afterwards: how it was. */
function PresenceSelect({ row, name }: SettledProps): ReactElement {
  const { t } = useTranslation('meetings');
  const options = useOptions(presenceKeys);
  return (
    <div className={participantStyles.presence}>
      <Select
        label={t('participants.presenceOf', { name })}
        isLabelHidden
        value={row.presence}
        options={options}
        onChange={(presence) => void api.attendance.update({ id: row.id, presence }).catch(notifyError)}
      />
    </div>
  );
}

const isEmpty = (text: Attendance['name']): boolean => Object.values(text).every((value) => value.trim() === '');
