import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { agreementManners, type Version } from '#shared/contract/versions.ts';
import { chooseText } from '#shared/domain/language.ts';
import { compareByProtocol } from '#shared/domain/minutes/protocol-order.ts';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { attendanceName, roleKeys } from '../meetings/index.ts';
import styles from './agreement.module.css';
import { dayFromNow } from './days.ts';
import { mannerKeys } from './side-card.tsx';
import { newestVersion, type Standing, useSideName } from './standing.ts';

export interface AgreeDialogProps {
  sideId: string | null;
  version: Version;
  standing: Standing;
  onClose: () => void;
}

/** Notes who agreed for a side, when and how. The last side makes the minutes agreed. */
export function AgreeDialog({ sideId, version, standing, onClose }: AgreeDialogProps): ReactElement {
  const { t } = useTranslation(['agreement', 'common', 'meetings']);
  const id = useId();
  const uiLanguage = useUiLanguage();
  const { detail, state } = standing;
  const sideName = useSideName(detail);
  const people = detail.attendance
    .filter((row) => sideId === null || row.sideId === sideId)
    .toSorted(compareByProtocol);
  const [agreedOn, setAgreedOn] = useState<string | null>(dayFromNow(0));
  const [byId, setById] = useState<string | null>(people[0]?.id ?? null);
  const [manner, setManner] = useState<(typeof agreementManners)[number]>('signature');
  const [isBusy, setBusy] = useState(false);
  const isLast = state.sideIds.every(
    (other) => other === sideId || version.agreements.some((agreement) => agreement.sideId === other),
  );
  const person = people.find((row) => row.id === byId);

  const agree = async (form: FormData) => {
    if (agreedOn === null) return;
    const read = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    setBusy(true);
    try {
      await flushAll();
      const { isAgreed } = await api.versions.agree({
        id: newId(),
        meetingId: detail.meeting.id,
        versionId: newestVersion(state)?.id ?? version.id,
        sideId,
        agreedOn,
        byAttendanceId: byId,
        byName: person ? attendanceName(person, uiLanguage).text : read('byName'),
        manner,
        note: read('note'),
      });
      onClose();
      notify(isAgreed ? t('agreement:agree.allAgreed') : t('agreement:agree.noted'), {
        label: t('common:undo'),
        run: () => void undo(),
      });
    } catch (error) {
      setBusy(false);
      notifyError(error);
    }
  };

  return (
    <Dialog
      title={t('agreement:agree.title', { number: version.number })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={id} isPending={isBusy} isDisabled={agreedOn === null}>
            {isLast ? t('agreement:agree.runLast') : t('agreement:agree.run')}
          </Button>
        </>
      }
    >
      <p>
        {sideId === null
          ? t('agreement:agree.forChair')
          : t('agreement:agree.forSide', { side: sideName(sideId).text })}
      </p>
      {isLast && <p>{t('agreement:agree.last')}</p>}
      <form
        id={id}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void agree(new FormData(event.currentTarget));
        }}
      >
        <Picker
          label={t('agreement:agree.by')}
          items={people.map((row) => {
            const name = attendanceName(row, uiLanguage);
            const roles = row.roles.map((role) => t(roleKeys[role], { ns: 'meetings' }));
            return {
              id: row.id,
              label: name.text,
              language: name.language,
              detail: [...roles, chooseText(row.position, uiLanguage).text].filter((part) => part !== '').join(' · '),
              searchText: Object.values(row.name).join(' '),
            };
          })}
          value={byId}
          onChange={setById}
        />
        {byId === null && (
          <TextField label={t('agreement:agree.byName')} hint={t('agreement:agree.byNameHint')} name="byName" />
        )}
        <DateField label={t('agreement:agree.on')} value={agreedOn} onChange={setAgreedOn} />
        <Select
          label={t('agreement:agree.manner')}
          value={manner}
          onChange={setManner}
          options={agreementManners.map((one) => ({ id: one, label: t(mannerKeys[one], { ns: 'agreement' }) }))}
        />
        <TextArea label={t('agreement:agree.note')} name="note" />
      </form>
    </Dialog>
  );
}
