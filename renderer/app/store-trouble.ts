import { describeStoreTrouble, isStoreTrouble } from './errors.ts';
import { notices } from './notify.ts';
import { savingState } from './saving.ts';
import { lastFailure } from './transport.ts';

/**
 * Says once why nothing that is typed is saved at present (a full disk, one that cannot be written), and takes the notice
 * away when saving has resumed by itself.
 */
export function followStoreTrouble(): void {
  let notice: string | null = null;
  const update = (): void => {
    const { failed } = savingState.get();
    const error = lastFailure.get();
    if (failed && isStoreTrouble(error)) {
      notice ??= notices.add({ message: describeStoreTrouble(error), kind: 'problem' });
    } else if (!failed && notice !== null) {
      notices.close(notice);
      notice = null;
    }
  };
  lastFailure.subscribe(update);
  savingState.subscribe(update);
}
