import { ORPCError } from '@orpc/client';
import { useEffect, useState } from 'react';
import { maxBackupBytes, type RestorePreview } from '#shared/contract/backups.ts';
import { api } from '../../app/api.ts';
import { restoreAndBeginAnew } from '../../app/new-data.ts';
import { flushAll } from '../../app/saving.ts';
import type { RestoreSource } from './words.ts';

export type RestoreStep =
  | { name: 'reading' }
  /** `isWrong`: the one that was typed does not fit. */
  | { name: 'locked'; isWrong: boolean }
  | { name: 'shown'; preview: RestorePreview }
  | { name: 'restoring'; preview: RestorePreview }
  | { name: 'refused'; error: unknown };

export interface Restore {
  step: RestoreStep;
  unlock: (passphrase: string) => void;
  confirm: (preview: RestorePreview) => void;
}

/** Reads what a restore would do, and does it when asked; what was prepared for nothing is thrown away. */
export function useRestore(source: RestoreSource): Restore {
  const [step, setStep] = useState<RestoreStep>({ name: 'reading' });
  const [passphrase, setPassphrase] = useState<{ typed: string } | null>(null);

  useEffect(() => {
    let isGone = false;
    let prepared: string | null = null;
    readPreview(source, passphrase?.typed ?? null).then(
      (preview) => {
        if (isGone) {
          discard(preview.id);
          return;
        }
        prepared = preview.id;
        setStep({ name: 'shown', preview });
      },
      (error: unknown) => {
        if (isGone) return;
        const reason = refusalOf(error);
        const isLocked = reason === 'passphrase-needed' || reason === 'passphrase-wrong';
        setStep(isLocked ? { name: 'locked', isWrong: reason === 'passphrase-wrong' } : { name: 'refused', error });
      },
    );
    return () => {
      isGone = true;
      if (prepared !== null) discard(prepared);
    };
  }, [source, passphrase]);

  const unlock = (typed: string): void => {
    setStep({ name: 'reading' });
    setPassphrase({ typed });
  };
  const confirm = (preview: RestorePreview): void => {
    setStep({ name: 'restoring', preview });
    restoreAndBeginAnew(() => api.backups.restore({ id: preview.id })).catch((error: unknown) => {
      setStep({ name: 'refused', error });
    });
  };
  return { step, unlock, confirm };
}

async function readPreview(source: RestoreSource, passphrase: string | null): Promise<RestorePreview> {
  // What is being typed counts as being here.
  await flushAll();
  if (!(source instanceof File)) return api.backups.preview({ name: source.name });
  if (source.size > maxBackupBytes) {
    throw new ORPCError('BACKUP_REFUSED', { defined: true, data: { reason: 'too-large' } });
  }
  return api.backups.preview({ file: source, passphrase });
}

function discard(id: string): void {
  void api.backups.discard({ id }).catch(() => undefined);
}

function refusalOf(error: unknown): string | null {
  if (!(error instanceof ORPCError) || error.code !== 'BACKUP_REFUSED') return null;
  return (error.data as { reason: string }).reason;
}
