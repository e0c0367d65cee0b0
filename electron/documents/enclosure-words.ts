import type { TFunction } from 'i18next';
import type { EnclosureWords } from '#shared/domain/letters/words.ts';

/** How a letter names what goes with it; the subtree `letters.enclosed` of documents.json. */
export function describeEnclosureWords(t: TFunction): EnclosureWords {
  return {
    many: (fill) => t('documents:letters.enclosed.many', { ...fill }),
    one: (fill) => t('documents:letters.enclosed.one', { ...fill }),
    none: (fill) => t('documents:letters.enclosed.none', { ...fill }),
    item: (name, formats) => t('documents:letters.enclosed.item', { name, formats }),
    names: {
      minutes: {
        minutes: t('documents:letters.enclosed.names.minutes'),
        minutes_of_talks: t('documents:letters.enclosed.names.minutesOfTalks'),
      },
      short_minutes: {
        minutes: t('documents:letters.enclosed.names.shortMinutes'),
        minutes_of_talks: t('documents:letters.enclosed.names.shortMinutesOfTalks'),
      },
      extract: {
        minutes: t('documents:letters.enclosed.names.extract'),
        minutes_of_talks: t('documents:letters.enclosed.names.extractOfTalks'),
      },
      actions: t('documents:letters.enclosed.names.actions'),
      agenda: t('documents:letters.enclosed.names.agenda'),
      attendance_sheet: t('documents:letters.enclosed.names.attendanceSheet'),
      invitation: t('documents:letters.enclosed.names.invitation'),
      news: t('documents:letters.enclosed.names.news'),
      actions_calendar: t('documents:letters.enclosed.names.actionsCalendar'),
    },
  };
}
