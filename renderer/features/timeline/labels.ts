import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineInput, TimelineKind, TimelineLane } from '#shared/contract/timeline.ts';
import { chooseText, type Language } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';

export const kindKeys = {
  meeting: 'kind.meeting',
  signing: 'kind.signing',
  decision: 'kind.decision',
} as const satisfies Record<TimelineKind, string>;

export const kindsKeys = {
  meeting: 'kinds.meeting',
  signing: 'kinds.signing',
  decision: 'kinds.decision',
} as const satisfies Record<TimelineKind, string>;

export const severalKeys = {
  meeting: 'several.meeting',
  signing: 'several.signing',
  decision: 'several.decision',
} as const satisfies Record<TimelineKind, string>;

export const laneKindKeys = {
  partner: 'lanes.partner',
  area: 'lanes.area',
  group: 'lanes.group',
} as const satisfies Record<TimelineInput['lanes'], string>;

const noLaneKeys = {
  partner: 'none.partner',
  area: 'none.area',
  group: 'none.group',
} as const satisfies Record<TimelineInput['lanes'], string>;

/** How a lane is called, and in which language where that is content. */
export function useLaneName(
  lanes: TimelineInput['lanes'],
): (lane: TimelineLane) => { text: string; language: Language | null } {
  const { t } = useTranslation(['timeline', 'common']);
  const language = useUiLanguage();
  return useCallback(
    ({ id, name }) => {
      if (id === null) return { text: t(noLaneKeys[lanes]), language: null };
      const chosen = chooseText(name, language);
      return chosen.text === ''
        ? { text: t('common:unnamed'), language: null }
        : { text: chosen.text, language: chosen.language };
    },
    [t, lanes, language],
  );
}
