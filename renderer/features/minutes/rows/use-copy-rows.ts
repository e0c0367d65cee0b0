import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceName } from '../../meetings/index.ts';
import { entryKindKeys } from '../entry-kinds.ts';
import { useLive } from '../live/context.ts';
import { attendanceOf } from './attendance-of.ts';
import { shownRows } from './row-keys.ts';

/** Mod+C on selected rows: one line each, with the speaker or the name of the row before the text as it was taken down. */
export function useCopyRows(): (event: ClipboardEvent<HTMLElement>) => void {
  const { t } = useTranslation(['minutes', 'live']);
  const live = useLive();
  return (event) => {
    const { selection } = live.view.get();
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined;
    if (selection === null || !isOnRow) return;
    const state = live.session.state.get();
    const chosen = new Set(selection.ids);
    const lines = shownRows(live).flatMap((id) => {
      const entry = chosen.has(id) ? state.entries.get(id) : undefined;
      if (entry === undefined) return [];
      const { text } = entry.texts[entry.sourceLanguage];
      const speaker = attendanceOf(state, entry.speakerAttendanceId);
      const kind = `${t(entryKindKeys[entry.kind], { ns: 'minutes' })} ${state.numbers.get(id) ?? ''}`.trim();
      const name = speaker ? attendanceName(speaker, entry.sourceLanguage).text : '';
      if (entry.kind === 'speech') return [name === '' ? text : t('live:rows.copied', { name, text })];
      return [t('live:rows.copied', { name: name === '' ? kind : `${kind} (${name})`, text })];
    });
    event.clipboardData.setData('text/plain', lines.join('\n'));
    event.preventDefault();
  };
}
