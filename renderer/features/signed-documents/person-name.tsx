import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AgreementDetail } from '#shared/contract/agreements.ts';
import { filledLanguages } from '#shared/domain/language.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Remarks } from '../../ui/text-link.tsx';
import styles from './signed-documents.module.css';

/** Who signed, with the office as of the signing; leads to the person as long as the register has them. */
export function PersonName({ signatory }: { signatory: AgreementDetail['signatories'][number] }): ReactElement {
  const { t } = useTranslation('signed-documents');
  const { personId, name, position, organization, hasLeftRegister } = signatory;
  const words = <FallbackText value={name} empty={t('signatories.unnamed')} />;
  return (
    <>
      {personId === null ? words : <Link href={`/contacts/${personId}`}>{words}</Link>}{' '}
      <span className={styles.muted}>
        <Remarks
          remarks={[
            filledLanguages(position).length > 0 && <FallbackText key="position" value={position} />,
            filledLanguages(organization).length > 0 && <FallbackText key="organization" value={organization} />,
            hasLeftRegister && t('signatories.leftRegister'),
          ].filter((remark) => remark !== false)}
        />
      </span>
    </>
  );
}
