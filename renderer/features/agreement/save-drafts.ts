import { desktop } from '../../app/api.ts';

/** Puts drafts where the user says, one after the other; answers how many were saved. */
export async function saveDrafts(files: readonly File[]): Promise<number> {
  let saved = 0;
  for (const file of files) if ((await desktop.saveFile(file)).saved) saved++;
  return saved;
}
