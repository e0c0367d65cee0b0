import { chooseText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { usePaletteEntries } from '../../../app/palette-entries.ts';
import { useStorePart } from '../../../app/store.ts';
import type { Live } from './context.ts';

/** The agenda items in the palette: «5» or words of the title lead there. */
export function useAgendaEntries({ session, goToItem }: Live): void {
  const agenda = useStorePart(session.state, (state) => state.agenda);
  const shown = useUiLanguage();
  const entries = agenda.map((item, index) => {
    const { text, language } = chooseText(item.title, shown);
    return {
      id: item.id,
      label: `${index + 1}. ${text}`,
      language,
      searchText: Object.values(item.title).join(' '),
      run: () => goToItem(item.id),
    };
  });
  usePaletteEntries('agenda', entries);
}
