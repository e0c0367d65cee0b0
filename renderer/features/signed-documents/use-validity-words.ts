import { useTranslation } from 'react-i18next';
import type { AgreementListItem } from '#shared/contract/agreements.ts';
import { useFormat } from '../../app/format.ts';
import { daysBetween } from './days.ts';

export interface ValidityWords {
  /** The date that says most about a standing, for a table; empty where there is none. */
  until: (row: Pick<AgreementListItem, 'standing' | 'validFrom' | 'validTo'>) => string;
  /** The same as a sentence. */
  sentence: (
    row: Pick<AgreementListItem, 'standing' | 'validFrom' | 'validTo'> & { stateOn?: string | null },
  ) => string;
}

/** @param today `YYYY-MM-DD` */
export function useValidityWords(today: string): ValidityWords {
  const { t } = useTranslation('signed-documents');
  const format = useFormat();
  const open = ({ standing }: Pick<AgreementListItem, 'standing'>) =>
    standing !== 'terminated' && standing !== 'replaced';
  return {
    until: (row) => {
      if (row.standing === 'not_yet' && row.validFrom !== null) {
        return t('validity.fromShort', { date: format.shortDate(row.validFrom) });
      }
      return row.validTo === null || !open(row)
        ? ''
        : t('validity.untilShort', { date: format.shortDate(row.validTo) });
    },
    sentence: ({ standing, validFrom, validTo, stateOn = null }) => {
      const end = validTo === null ? '' : format.date(validTo);
      switch (standing) {
        case 'not_yet':
          return validFrom === null ? '' : t('validity.from', { date: format.date(validFrom) });
        case 'in_force':
          return validTo === null ? t('validity.withoutEnd') : t('validity.until', { date: end });
        case 'expiring': {
          if (validTo === null) return '';
          const count = daysBetween(today, validTo);
          return count > 0 ? t('validity.expiring', { date: end, count }) : t('validity.endsToday', { date: end });
        }
        case 'expired':
          return t('validity.expired', { date: end });
        case 'terminated':
          return stateOn === null ? '' : t('validity.terminated', { date: format.date(stateOn) });
        case 'replaced':
          return stateOn === null ? '' : t('validity.replaced', { date: format.date(stateOn) });
      }
    },
  };
}
