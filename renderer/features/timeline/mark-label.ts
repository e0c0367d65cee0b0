import { useTranslation } from 'react-i18next';
import { chooseText } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { ActiveMark } from './use-active-mark.ts';
import { useDescription } from './descriptions.ts';
import type { TimelineData } from './events.ts';
import { kindKeys, severalKeys } from './labels.ts';

/** When the events of a mark were: one day, or the first and the last. */
export function useDays(data: TimelineData): (events: readonly number[]) => string {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  return (events) => {
    const [first, last] = [events[0] ?? -1, events.at(-1) ?? -1];
    const from = data.dates[first] ?? '';
    const to = events.length === 1 ? (data.endDates[first] ?? from) : (data.dates[last] ?? from);
    if (from === '') return '';
    return from === to ? format.date(from) : t('days', { from: format.date(from), to: format.date(to) });
  };
}

/** What a screen reader says of the mark with the focus. */
export function useMarkLabel(data: TimelineData, active: ActiveMark, lane: string, marksInLane: number): string {
  const { t } = useTranslation(['timeline', 'common']);
  const language = useUiLanguage();
  const days = useDays(data);
  const { kind, events } = active.cluster;
  const description = useDescription(kind, data.ids[events[0] ?? -1] ?? '');
  const place = { lane, index: active.index + 1, count: marksInLane };
  if (events.length > 1) {
    const what = t(severalKeys[kind], { ns: 'timeline', count: events.length });
    return t('timeline:mark.several', { ...place, what, days: days(events) });
  }
  const title = description ? chooseText(description.title, language).text || t('common:unnamed') : '';
  return t('timeline:mark.one', { ...place, kind: t(kindKeys[kind], { ns: 'timeline' }), days: days(events), title });
}
