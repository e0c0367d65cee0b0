import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AgreementDetail } from '#shared/contract/agreements.ts';
import type { LinkKind, RecordReference } from '#shared/contract/follow-up.ts';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { AreaField, LinkedRecords, RecordLink, RecordPicker } from '../follow-up/index.ts';
import styles from './signed-documents.module.css';

const linkKinds = {
  decision: 'decision-agreement',
  proposal: 'proposal-agreement',
} as const satisfies Partial<Record<RecordReference['kind'], LinkKind>>;

const isLinkable = (record: RecordReference): record is RecordReference & { kind: keyof typeof linkKinds } =>
  record.kind in linkKinds;

/** What the document came from and belongs to: decisions, proposals, areas, groups, what it replaces. */
export function LinkedSection({ detail }: { detail: AgreementDetail }): ReactElement {
  const { t } = useTranslation(['signed-documents', 'common']);
  const { agreementId, linked, founded, replaces } = detail;
  const add = (kind: LinkKind, fromId: string) => {
    api.links.add({ kind, fromId, toId: agreementId }).catch(notifyError);
  };
  const remove = async (record: RecordReference) => {
    if (!isLinkable(record)) return;
    try {
      await api.links.remove({ kind: linkKinds[record.kind], fromId: record.id, toId: agreementId });
      notify(t('signed-documents:linked.removed'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Section title={t('signed-documents:linked.title')}>
      <LinkedRecords
        label={t('signed-documents:linked.title')}
        records={linked}
        onRemove={(record) => void remove(record)}
      />
      <FieldGrid>
        <RecordPicker
          kind="decision"
          label={t('signed-documents:linked.addDecision')}
          exclude={linked.map(({ id }) => id)}
          onPick={({ id }) => add('decision-agreement', id)}
        />
        <RecordPicker
          kind="proposal"
          label={t('signed-documents:linked.addProposal')}
          exclude={linked.map(({ id }) => id)}
          onPick={({ id }) => add('proposal-agreement', id)}
        />
      </FieldGrid>
      {replaces.length > 0 && (
        <div className={styles.part}>
          <h3 className={styles.partTitle}>{t('signed-documents:linked.replaces')}</h3>
          <ul className={styles.plain}>
            {replaces.map((reference) => (
              <li key={reference.id}>
                <RecordLink reference={reference} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {founded.length > 0 && (
        <div className={styles.part}>
          <h3 className={styles.partTitle}>{t('signed-documents:linked.founded')}</h3>
          <ul className={styles.plain}>
            {founded.map(({ groupId, name }) => (
              <li key={groupId}>
                <Link href={`/groups/${groupId}`}>
                  <FallbackText value={name} empty={t('signed-documents:groupUnnamed')} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.areas}>
        <AreaField kind="agreement" id={agreementId} />
      </div>
    </Section>
  );
}
