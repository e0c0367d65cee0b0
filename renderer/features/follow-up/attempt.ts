import { notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';

/** Makes a change after saving what is being typed; a refusal is said as its sentence. */
export async function attempt(run: () => Promise<unknown>): Promise<void> {
  try {
    await flushAll();
    await run();
  } catch (error) {
    notifyError(error);
  }
}
