import {
  ArrowRightLeft,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleX,
  DoorOpen,
  type LucideIcon,
} from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Attendance, presences } from '#shared/contract/attendance.ts';

type Presence = Attendance['presence'];

/** Literal keys, so that the catalogue check sees each of them. Shorter than in the Participants tab: a pane is narrow. */
const presenceKeys = {
  expected: 'people.presence.expected',
  present: 'people.presence.present',
  excused: 'people.presence.excused',
  absent: 'people.presence.absent',
  proxy: 'people.presence.proxy',
} as const satisfies Record<Presence, string>;

const presenceIcons = {
  expected: CircleDashed,
  present: CircleCheck,
  excused: CircleMinus,
  absent: CircleX,
  proxy: ArrowRightLeft,
} as const satisfies Record<Presence, LucideIcon>;

/** How somebody is there, in words and with an icon; `tone` only adds colour to them. */
export interface PresenceWords {
  text: string;
  icon: LucideIcon;
  tone: 'here' | 'away' | 'left';
}

export interface PeopleWords {
  /** With the times, e.g. «Arrived 14:05», «Left 14:10». */
  presenceOf: (row: Pick<Attendance, 'presence' | 'arrivedAt' | 'leftAt'>) => PresenceWords;
  /** Every presence as a choice, without times. */
  choices: { id: Presence; label: string; icon: LucideIcon }[];
}

export function usePeopleWords(): PeopleWords {
  const { t } = useTranslation('live');
  return useMemo(() => {
    const presenceOf: PeopleWords['presenceOf'] = ({ presence, arrivedAt, leftAt }) => {
      if (presence !== 'present') {
        return { text: t(presenceKeys[presence]), icon: presenceIcons[presence], tone: 'away' };
      }
      if (leftAt !== null) {
        const text =
          arrivedAt === null
            ? t('people.left', { time: leftAt })
            : t('people.arrivedAndLeft', { arrived: arrivedAt, left: leftAt });
        return { text, icon: DoorOpen, tone: 'left' };
      }
      const text = arrivedAt === null ? t(presenceKeys.present) : t('people.arrived', { time: arrivedAt });
      return { text, icon: presenceIcons.present, tone: 'here' };
    };
    return {
      presenceOf,
      choices: presences.map((id) => ({ id, label: t(presenceKeys[id]), icon: presenceIcons[id] })),
    };
  }, [t]);
}
