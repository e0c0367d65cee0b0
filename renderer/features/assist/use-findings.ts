import { useCallback, useEffect, useRef, useState } from 'react';
import type { Inconsistency } from '#shared/contract/consistency.ts';
import { languages } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { onChange } from '../../app/changes.ts';
import { notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';

/** The whole meeting is checked: not while one types, but when it has been quiet for so long. */
const quietMs = 1_500;

export interface Findings {
  /** null before the first check has ended. */
  all: readonly Inconsistency[] | null;
  isChecking: boolean;
  check: () => void;
  /** «This is right», or takes it back. */
  accept: (finding: Inconsistency, isAccepted: boolean) => Promise<void>;
}

/** The check of a meeting's texts, made anew after changes as long as somebody looks at it. */
export function useFindings(meetingId: string, isShown: boolean): Findings {
  const [all, setAll] = useState<readonly Inconsistency[] | null>(null);
  const [isChecking, setChecking] = useState(false);
  const running = useRef<AbortController | null>(null);

  const check = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const isLatest = () => running.current === controller && !controller.signal.aborted;
    setChecking(true);
    try {
      await flushAll();
      const found = await api.consistency.check(
        { meetingId, languages: [...languages] },
        { signal: controller.signal },
      );
      if (isLatest()) setAll(found);
    } catch (error) {
      if (isLatest()) notifyError(error);
    } finally {
      if (isLatest()) setChecking(false);
    }
  }, [meetingId]);

  useEffect(() => {
    if (!isShown) return;
    let timer = setTimeout(() => void check());
    const stop = onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void check(), quietMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
      running.current?.abort();
    };
  }, [isShown, check]);

  const accept = async ({ place, code, detail }: Inconsistency, isAccepted: boolean) => {
    try {
      await flushAll();
      await api.consistency.accept({ meetingId, findings: [{ place, code, detail }], isAccepted });
      // Shown at once; the check that follows the change says the same.
      setAll((before) =>
        before
          ? before.map((known) =>
              known.code === code && known.detail === detail && samePlace(known.place, place)
                ? { ...known, isAccepted }
                : known,
            )
          : before,
      );
    } catch (error) {
      notifyError(error);
    }
  };
  return { all, isChecking, check: () => void check(), accept };
}

const samePlace = (a: Inconsistency['place'], b: Inconsistency['place']): boolean =>
  a.kind === b.kind && a.id === b.id && a.language === b.language;
