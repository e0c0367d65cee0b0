import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { agreementManners, Version } from '#shared/contract/versions.ts';
import { guessLanguage, languageTags } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/section.tsx';
import styles from './agreement.module.css';
import { type Standing, useSideName } from './standing.ts';
import { useAct } from './use-act.ts';

export const mannerKeys = {
  signature: 'manner.signature',
  letter: 'manner.letter',
  email: 'manner.email',
  messenger: 'manner.messenger',
  spoken: 'manner.spoken',
} as const satisfies Record<(typeof agreementManners)[number], string>;

export interface SideCardProps {
  sideId: string | null;
  standing: Standing;
  agreement: Version['agreements'][number] | undefined;
  canAgree: boolean;
  canTakeBack: boolean;
  onAgree: () => void;
}

/** One side: whether it agrees, since when, by whom and how. */
export function SideCard(props: SideCardProps): ReactElement {
  const { sideId, standing, agreement, canAgree, canTakeBack, onAgree } = props;
  const { t } = useTranslation('agreement');
  const format = useFormat();
  const act = useAct();
  const sideName = useSideName(standing.detail);
  const side = sideId === null ? null : sideName(sideId);
  const hasPeople = standing.detail.attendance.some((row) => sideId === null || row.sideId === sideId);
  const name = side?.text ?? t('sides.chair');
  return (
    <li className={styles.side}>
      <div className={styles.head}>
        <h3 className={styles.subtitle} {...(side && { lang: languageTags[side.language] })}>
          {name}
        </h3>
        {agreement ? (
          <Badge tone="good">
            <Check aria-hidden size={14} />
            {t('sides.agrees')}
          </Badge>
        ) : (
          <Badge>{t('sides.waiting')}</Badge>
        )}
      </div>
      {agreement && (
        <Facts
          facts={[
            { term: t('agree.on'), value: format.date(agreement.agreedOn) },
            ...(agreement.byName === ''
              ? []
              : [
                  {
                    term: t('agree.by'),
                    value: <span lang={languageTags[guessLanguage(agreement.byName)]}>{agreement.byName}</span>,
                  },
                ]),
            { term: t('agree.manner'), value: t(mannerKeys[agreement.manner]) },
            ...(agreement.note === '' ? [] : [{ term: t('agree.note'), value: agreement.note }]),
          ]}
        />
      )}
      {!agreement && canTakeBack && (
        <Button isDisabled={!canAgree || !hasPeople} aria-label={t('sides.recordOf', { side: name })} onPress={onAgree}>
          {t('sides.record')}
        </Button>
      )}
      {agreement && canTakeBack && (
        <Button
          kind="quiet"
          aria-label={t('sides.takeBackOf', { side: name })}
          onPress={() => void act(() => api.versions.withdrawAgreement({ id: agreement.id }), t('sides.wasTakenBack'))}
        >
          {t('sides.takeBack')}
        </Button>
      )}
    </li>
  );
}
