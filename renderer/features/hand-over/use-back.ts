import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HandOverPreview, maxHandOverBytes } from '#shared/contract/hand-overs.ts';
import { api, desktop } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';

/** A table that came back, and how often it was compared with the minutes. */
export interface FoundTable {
  file: File;
  preview: HandOverPreview;
  /** The minutes were changed after the user had looked: nothing was taken, and these are new rows. */
  isAgain: boolean;
}

export interface Back {
  found: FoundTable | null;
  /** Why the file was not read, or its rows were not taken. */
  refusal: unknown;
  choose: () => Promise<void>;
  /** Takes the rows that are new, and those of the others whose codes are given. */
  apply: (taken: ReadonlySet<string>) => Promise<void>;
  close: () => void;
}

/** Reads a translator's table and takes what is wanted of it. */
export function useBack(meetingId: string): Back {
  const { t } = useTranslation(['hand-over', 'common']);
  const [found, setFound] = useState<FoundTable | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);

  const close = () => {
    setFound(null);
    setRefusal(null);
  };
  const read = async (file: File, isAgain: boolean) => {
    try {
      if (file.size > maxHandOverBytes) throw tooLarge();
      await flushAll();
      setFound({ file, preview: await api.handOvers.read({ meetingId, file }), isAgain });
    } catch (error) {
      setFound(null);
      setRefusal(error);
    }
  };

  return {
    found,
    refusal,
    close,
    async choose() {
      try {
        const file = await desktop.openFile('.docx');
        if (file === null) return;
        close();
        await read(file, false);
      } catch (error) {
        setRefusal(error);
      }
    },
    async apply(taken) {
      if (found === null) return;
      const { file, preview } = found;
      try {
        await flushAll();
        const { changed } = await api.handOvers.apply({
          meetingId,
          file,
          taken: [...taken],
          stamp: preview.stamp,
        });
        close();
        notify(t('hand-over:back.taken', { count: changed }), {
          label: t('common:undo'),
          run: () => void undo(),
        });
      } catch (error) {
        if (error instanceof ORPCError && error.code === 'CONFLICT_SINCE') await read(file, true);
        else {
          setFound(null);
          setRefusal(error);
        }
      }
    },
  };
}

/** As the back end would say it; such a file need not travel first. */
const tooLarge = (): ORPCError<string, unknown> =>
  new ORPCError('HAND_OVER_REFUSED', { status: 422, data: { problems: [{ code: 'too-large', row: 0, detail: '' }] } });
