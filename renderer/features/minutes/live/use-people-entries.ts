import { useTranslation } from 'react-i18next';
import { chooseText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { usePaletteEntries } from '../../../app/palette-entries.ts';
import { useStorePart } from '../../../app/store.ts';
import { attendanceName } from '../../meetings/index.ts';
import { setSpeakerInHand } from '../rows/rows-in-hand.ts';
import type { Live } from './context.ts';

/** The people of the meeting in the palette, in protocol order: whoever is chosen is the speaker of the row one is in. */
export function usePeopleEntries(live: Live): void {
  const { t } = useTranslation('common');
  const attendance = useStorePart(live.session.state, (state) => state.attendance);
  const shown = useUiLanguage();
  const entries = attendance.map((row) => {
    const { text, language } = attendanceName(row, shown);
    const organization = chooseText(row.organization, shown).text;
    return {
      id: row.id,
      label: text === '' ? t('unnamed') : text,
      language: text === '' ? undefined : language,
      detail: organization === text ? undefined : organization,
      searchText: [...Object.values(row.name), ...Object.values(row.organization)].join(' '),
      // As Alt+1…9 does.
      run: () => setSpeakerInHand(live, row.id),
    };
  });
  usePaletteEntries('people', entries);
}
