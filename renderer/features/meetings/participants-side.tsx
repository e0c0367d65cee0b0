import { ArrowDownUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { arrangements, type Attendance } from '#shared/contract/attendance.ts';
import type { Meeting, MeetingSide } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { compareByProtocol, protocolRank } from '#shared/domain/minutes/protocol-order.ts';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { Section } from '../../ui/section.tsx';
import { keyAfterMove, useKeepFocus } from './order.ts';
import { ParticipantRow } from './participant-row.tsx';
import participantStyles from './participant-row.module.css';
import styles from './rows.module.css';
import { arrangementKeys } from './words.ts';

export interface SideSectionProps {
  meeting: Meeting;
  /** null: people who belong to no side. */
  side: MeetingSide | null;
  number: number;
  attendance: readonly Attendance[];
}

/** The participants of one side in the order of the protocol. */
export function SideSection({ meeting, side, number, attendance }: SideSectionProps): ReactElement {
  const { t } = useTranslation('meetings');
  const language = useUiLanguage();
  const rows = [...attendance].sort(compareByProtocol);
  const keepFocus = useKeepFocus(rows.map((row) => row.id).join());
  const named = side === null ? t('participants.noSide') : chooseText(side.name, language).text;
  const title = named || t('sides.heading', { number });
  // Heads stand first whatever their place, so a row moves among those of its own rank.
  const peers = (row: Attendance) => rows.filter((other) => protocolRank(other) === protocolRank(row));
  const move = (row: Attendance, step: 1 | -1) => {
    const orderKey = keyAfterMove(peers(row), peers(row).indexOf(row), step);
    if (orderKey === null) return;
    keepFocus();
    api.attendance.update({ id: row.id, orderKey }).catch(notifyError);
  };
  return (
    <div {...(side && { 'data-focus': side.id })}>
      <Section
        title={title}
        actions={
          <div className={participantStyles.sideTools}>
            <SideNumbers meeting={meeting} rows={rows} />
            {rows.length > 1 && <ArrangeMenu meeting={meeting} sideId={side?.id ?? null} title={title} />}
          </div>
        }
      >
        {rows.length === 0 && <p className={styles.muted}>{t('participants.noneOfSide')}</p>}
        <div>
          {rows.map((row, index) => (
            <ParticipantRow
              key={row.id}
              row={row}
              number={index + 1}
              meeting={meeting}
              isFirst={peers(row)[0] === row}
              isLast={peers(row).at(-1) === row}
              onMove={(step) => move(row, step)}
            />
          ))}
        </div>
      </Section>
    </div>
  );
}

/** How many there are and, until the meeting is over, how many have answered. */
function SideNumbers({ meeting, rows }: { meeting: Meeting; rows: readonly Attendance[] }): ReactElement {
  const { t } = useTranslation('meetings');
  const isAsked = meeting.status === 'planned' || meeting.status === 'live';
  const counted = (...responses: Attendance['response'][]) =>
    countPeople(rows.filter(({ response }) => responses.includes(response)));
  const answers = [
    ['participants.confirmed', counted('confirmed')],
    ['participants.declined', counted('declined')],
    ['participants.unanswered', counted('none', 'invited')],
  ] as const;
  return (
    <span className={styles.muted}>
      {[
        t('participants.count', { count: countPeople(rows) }),
        ...answers.filter(([, count]) => isAsked && count > 0).map(([key, count]) => t(key, { count })),
      ].join(' · ')}
    </span>
  );
}

/** A delegation counts with its heads. */
function countPeople(rows: readonly Attendance[]): number {
  return rows.reduce((sum, row) => sum + (row.personId === null ? (row.headCount ?? 1) : 1), 0);
}

interface ArrangeMenuProps {
  meeting: Meeting;
  sideId: string | null;
  /** Names the side. */
  title: string;
}

/** Puts the whole list in order at one stroke; what is moved by hand afterwards stays. */
function ArrangeMenu({ meeting, sideId, title }: ArrangeMenuProps): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const language = useUiLanguage();
  const arrange = async (by: (typeof arrangements)[number]) => {
    try {
      await flushAll();
      const { changed } = await api.attendance.arrange({ meetingId: meeting.id, sideId, by, language });
      if (changed === 0) notify(t('meetings:arrange.unchanged', { side: title }));
      else notify(t('meetings:arrange.done', { side: title }), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };
  const choices = arrangements
    .filter((by) => by !== 'group_members' || meeting.groupId !== null)
    .map((by) => ({ id: by, label: t(arrangementKeys[by], { ns: 'meetings' }) }));
  return (
    <ChoiceMenu
      kind="normal"
      label={t('meetings:arrange.label', { side: title })}
      choices={choices}
      onChoose={(by) => void arrange(by)}
    >
      <ArrowDownUp aria-hidden />
      {t('meetings:arrange.button')}
    </ChoiceMenu>
  );
}
