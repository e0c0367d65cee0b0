import { desktop } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';

/** What a backup that left the laptop may be called: see the contract's `pack`; `.db` is one out of the folder. */
const accepted = '.zip,.age,.db';

export async function chooseBackupFile(onChosen: (file: File) => void): Promise<void> {
  try {
    const file = await desktop.openFile(accepted);
    if (file) onChosen(file);
  } catch (error) {
    notifyError(error);
  }
}
