import { useTranslation } from 'react-i18next';
import type { AgreementDetail } from '#shared/contract/agreements.ts';
import { useFormat } from '../../app/format.ts';
import { daysBetween } from './days.ts';

type Validity = Pick<AgreementDetail, 'standing' | 'validFrom' | 'validTo'>;

export interface ValidityWords {
  /** The date that says most about a standing, for a table; empty where there is none. */
  until: (row: Validity) => string;
  /** The same as a sentence, and what is known to come. */
  sentence: (detail: Validity & Pick<AgreementDetail, 'state' | 'stateOn'>) => string;
}

/** @param today `YYYY-MM-DD` */
export function useValidityWords(today: string): ValidityWords {
  const { t } = useTranslation('signed-documents');
  const format = useFormat();
  const isOver = ({ standing }: Validity) => standing === 'terminated' || standing === 'replaced';
  return {
    until: (row) => {
      if (row.standing === 'not_yet' && row.validFrom !== null) {
        return t('validity.fromShort', { date: format.shortDate(row.validFrom) });
      }
      return row.validTo === null || isOver(row)
        ? ''
        : t('validity.untilShort', { date: format.shortDate(row.validTo) });
    },
    sentence: (detail) => {
      const { state, stateOn } = detail;
      const now = sayStanding(detail);
      if (state === 'standing' || stateOn === null || isOver(detail)) return now;
      const date = format.date(stateOn);
      return `${now} ${state === 'terminated' ? t('validity.willTerminate', { date }) : t('validity.willBeReplaced', { date })}`;
    },
  };

  function sayStanding({ standing, validFrom, validTo, stateOn }: Validity & Pick<AgreementDetail, 'stateOn'>): string {
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
  }
}
