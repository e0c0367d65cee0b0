import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '#shared/contract/groups.ts';
import { api, query } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AreaField, LinkedRecords, RecordPicker } from '../follow-up/index.ts';
import styles from './members.module.css';

export interface FoundingSectionProps {
  form: AutosaveForm<Group>;
  groupId: string;
  /** What is linked to a group needs one that is stored. */
  isStored: boolean;
}

/** On what the group was founded, as written and as it stands among the signed documents, and what it deals with. */
export function FoundingSection({ form, groupId, isStored }: FoundingSectionProps): ReactElement {
  const { t } = useTranslation('groups');
  return (
    <Section title={t('founding.title')}>
      <TextField
        label={t('field.foundingDocument')}
        hint={t('field.foundingDocumentHint')}
        {...form.register('foundingDocument')}
        error={form.issue('foundingDocument')}
      />
      {isStored && (
        <div className={styles.founding}>
          <FoundingDocuments groupId={groupId} />
          <AreaField kind="group" id={groupId} />
        </div>
      )}
    </Section>
  );
}

/** The founding document among the signed documents; a later one may stand beside it. */
function FoundingDocuments({ groupId }: { groupId: string }): ReactElement | null {
  const { t } = useTranslation(['groups', 'common']);
  const { data, error } = useQuery(query.links.of.queryOptions({ input: { kind: 'group', id: groupId } }));
  if (error) throw error;
  if (!data) return null;
  const documents = data.filter(({ kind }) => kind === 'agreement');
  const remove = async (agreementId: string) => {
    try {
      await api.links.remove({ kind: 'group-agreement', fromId: groupId, toId: agreementId });
      notify(t('groups:founding.unlinked'), { label: t('common:undo'), run: () => void undo() });
    } catch (failure) {
      notifyError(failure);
    }
  };
  return (
    <>
      <LinkedRecords
        label={t('groups:founding.documents')}
        records={documents}
        onRemove={({ id }) => void remove(id)}
      />
      <RecordPicker
        kind="agreement"
        label={t('groups:founding.link')}
        exclude={documents.map(({ id }) => id)}
        onPick={({ id }) => {
          api.links.add({ kind: 'group-agreement', fromId: groupId, toId: id }).catch(notifyError);
        }}
      />
    </>
  );
}
