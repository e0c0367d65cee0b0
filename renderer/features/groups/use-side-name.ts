import { useTranslation } from 'react-i18next';
import type { GroupSide } from '#shared/contract/groups.ts';
import { chooseText, type Language } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';

/** What a side is called on screen: its name, else its country, else its number. `language` only where it is content. */
export function useSideName(): (side: GroupSide, index: number) => { text: string; language?: Language } {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const language = useUiLanguage();
  return (side, index) => {
    const name = chooseText(side.name, language);
    if (name.text !== '') return { text: name.text, language: name.language };
    return { text: format.country(side.country) || t('sides.heading', { number: index + 1 }) };
  };
}
