import i18next from 'i18next';
import { api } from '../../app/api.ts';
import { restoreAndBeginAnew, takeRestoredNote } from '../../app/new-data.ts';
import { notify, notifyError } from '../../app/notify.ts';

/** On the first screen after a restore: that it was one, and the way back from it. */
export function sayRestored(): void {
  const note = takeRestoredNote();
  if (note === null) return;
  const { undoName } = note;
  const t = i18next.getFixedT(null, ['backups', 'common']);
  notify(
    t('backups:restored'),
    undoName === null ? undefined : { label: t('common:undo'), run: () => void takeBack(undoName) },
  );
}

async function takeBack(name: string): Promise<void> {
  notify(i18next.getFixedT(null, 'backups')('undoing'));
  let prepared: string | null = null;
  try {
    const { id } = await api.backups.preview({ name });
    prepared = id;
    await restoreAndBeginAnew(() => api.backups.restore({ id }));
  } catch (error) {
    notifyError(error);
    if (prepared !== null) await api.backups.discard({ id: prepared }).catch(() => undefined);
  }
}
