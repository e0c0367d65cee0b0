import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import type { ErasePreview } from '#shared/contract/people.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import styles from './erase-dialog.module.css';
import { blockKeys, remainKeys } from './erase-words.ts';
import { useErase } from './use-erase.ts';

export interface EraseDialogProps {
  personId: string;
  /** As the page calls the person. */
  name: string;
  onClose: () => void;
}

/** Says what is erased for good, what stays and where, and which backups still hold it; then does it. */
export function EraseDialog({ personId, name, onClose }: EraseDialogProps): ReactElement {
  const { t } = useTranslation(['contacts', 'common']);
  const { preview, error, run } = useErase(personId);
  const [hasUnderstood, setUnderstood] = useState(false);
  const [withBackups, setWithBackups] = useState(false);
  const canErase = preview?.blocks.length === 0;
  return (
    <Dialog
      title={t('contacts:erase.title', { name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{canErase ? t('common:cancel') : t('common:close')}</Button>
          {canErase && (
            <Button
              kind="danger"
              isDisabled={!hasUnderstood}
              onPress={() => void run(withBackups ? preview.backups.map((backup) => backup.name) : [])}
            >
              {t('contacts:erase.confirm')}
            </Button>
          )}
        </>
      }
    >
      <div role="status">{preview === undefined && error === null && t('contacts:erase.reading')}</div>
      {error !== null && <p role="alert">{describeError(error)}</p>}
      {preview !== undefined && preview.blocks.length > 0 && <Blocks blocks={preview.blocks} />}
      {canErase && (
        <>
          <Goes goes={preview.goes} />
          <Stays stays={preview.stays} />
          <Backups backups={preview.backups} isChosen={withBackups} onChoose={setWithBackups} />
          <Checkbox label={t('contacts:erase.understood')} value={hasUnderstood} onChange={setUnderstood} />
        </>
      )}
    </Dialog>
  );
}

/** A part of the dialog with a list. */
function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }): ReactElement {
  return (
    <section className={styles.part}>
      <h3 className={styles.subtitle}>{title}</h3>
      {hint !== undefined && <p>{hint}</p>}
      {children}
    </section>
  );
}

function Blocks({ blocks }: Pick<ErasePreview, 'blocks'>): ReactElement {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  return (
    <Part title={t('erase.blocks.title')} hint={t('erase.blocks.hint')}>
      <ul className={styles.list}>
        {blocks.map(({ reason, meetingId, title, date }) => (
          <li key={`${reason} ${meetingId}`}>
            <Link href={`/meetings/${meetingId}`}>
              <FallbackText value={title} empty={t('unnamed')} />
            </Link>{' '}
            <span className={styles.muted}>
              {format.date(date)} · {t(blockKeys[reason])}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Goes({ goes }: Pick<ErasePreview, 'goes'>): ReactElement {
  const { t } = useTranslation('contacts');
  return (
    <Part title={t('erase.goes.title')}>
      <ul className={styles.list}>
        <li>{t('erase.goes.record')}</li>
        <li>{t('erase.goes.traces')}</li>
        {goes.memberships > 0 && <li>{t('erase.goes.memberships', { count: goes.memberships })}</li>}
        {goes.reports > 0 && <li>{t('erase.goes.reports', { count: goes.reports })}</li>}
        {goes.letters > 0 && <li>{t('erase.goes.letters', { count: goes.letters })}</li>}
      </ul>
    </Part>
  );
}

function Stays({ stays }: Pick<ErasePreview, 'stays'>): ReactElement {
  const { t } = useTranslation('contacts');
  return (
    <Part title={t('erase.stays.title')} hint={stays.length === 0 ? t('erase.stays.none') : t('erase.stays.hint')}>
      <ul className={styles.list}>
        {stays.map(({ kind, count, first }) => (
          <li key={kind}>
            {t(remainKeys[kind], { count })}
            <ul className={styles.places}>
              {first.map((place) => (
                <li key={place.agreementId ?? place.meetingId ?? ''}>
                  <Place place={place} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className={styles.muted}>{t('erase.stays.files')}</p>
    </Part>
  );
}

function Place({ place }: { place: ErasePreview['stays'][number]['first'][number] }): ReactElement {
  const { t } = useTranslation('contacts');
  const { meetingId, agreementId, title } = place;
  const name = <FallbackText value={title} empty={t('unnamed')} />;
  if (agreementId !== null) return <Link href={`/registers/agreements?open=${agreementId}`}>{name}</Link>;
  return meetingId === null ? name : <Link href={`/meetings/${meetingId}`}>{name}</Link>;
}

interface BackupsProps extends Pick<ErasePreview, 'backups'> {
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

function Backups({ backups, isChosen, onChoose }: BackupsProps): ReactElement | null {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  if (backups.length === 0) return null;
  return (
    <Part title={t('erase.backups.title')} hint={t('erase.backups.hint')}>
      <ul className={styles.list}>
        {backups.map(({ name, atMs }) => (
          <li key={name}>{format.moment(atMs)}</li>
        ))}
      </ul>
      <Checkbox label={t('erase.backups.remove', { count: backups.length })} value={isChosen} onChange={onChoose} />
      <p className={styles.muted}>{t('erase.backups.elsewhere')}</p>
    </Part>
  );
}
