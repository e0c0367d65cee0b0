import { ORPCError } from '@orpc/client';
import { useEffect, useState } from 'react';
import {
  type BundleChoice,
  type BundlePreview,
  type BundleResult,
  maxBundleFileBytes,
} from '#shared/contract/bundles.ts';
import { api } from '../../app/api.ts';
import { flushAll } from '../../app/saving.ts';

export type TakeStep =
  | { name: 'reading' }
  /** `isWrong`: the passphrase that was typed does not fit. */
  | { name: 'locked'; isWrong: boolean }
  | { name: 'shown'; preview: BundlePreview }
  | { name: 'importing'; preview: BundlePreview }
  | { name: 'refused'; error: unknown };

export interface Take {
  step: TakeStep;
  unlock: (passphrase: string) => void;
  confirm: (preview: BundlePreview, choices: ReadonlyMap<string, BundleChoice>) => void;
}

/** Reads what a bundle holds, and takes in what was chosen of that very file; what was read for nothing is let go. */
export function useTake(file: File, onDone: (result: BundleResult) => void): Take {
  const [step, setStep] = useState<TakeStep>({ name: 'reading' });
  const [passphrase, setPassphrase] = useState<{ typed: string } | null>(null);

  useEffect(() => {
    let isGone = false;
    let held: string | null = null;
    readPreview(file, passphrase?.typed ?? null).then(
      (preview) => {
        if (isGone) {
          discard(preview.id);
          return;
        }
        held = preview.id;
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
      if (held !== null) discard(held);
    };
  }, [file, passphrase]);

  const unlock = (typed: string): void => {
    setStep({ name: 'reading' });
    setPassphrase({ typed });
  };
  const confirm = (preview: BundlePreview, choices: ReadonlyMap<string, BundleChoice>): void => {
    setStep({ name: 'importing', preview });
    const list = [...choices].map(([meetingId, choice]) => ({ meetingId, choice }));
    api.bundles.import({ id: preview.id, choices: list }).then(onDone, (error: unknown) => {
      setStep({ name: 'refused', error });
    });
  };
  return { step, unlock, confirm };
}

async function readPreview(file: File, passphrase: string | null): Promise<BundlePreview> {
  // What is being typed counts as being here.
  await flushAll();
  if (file.size > maxBundleFileBytes) {
    throw new ORPCError('BUNDLE_REFUSED', { defined: true, data: { reason: 'too-large', file: '' } });
  }
  return api.bundles.preview({ file, passphrase });
}

function discard(id: string): void {
  void api.bundles.discard({ id }).catch(() => undefined);
}

function refusalOf(error: unknown): string | null {
  if (!(error instanceof ORPCError) || error.code !== 'BUNDLE_REFUSED') return null;
  return (error.data as { reason: string }).reason;
}
