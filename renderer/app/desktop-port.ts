import type { CommandId } from '#shared/domain/commands.ts';

/**
 * What the page asks of the machine itself. Under Electron these are native dialogs in the main process, in a browser
 * a download and a file input. The page never sees a path it could send to the back end.
 */
export interface DesktopPort {
  /** Writes the file where the user says. `location` is for {@link showInFolder}; a browser does not tell it. */
  saveFile(file: File): Promise<{ saved: boolean; location?: string }>;
  /**
   * Writes all files into one folder that the user chooses; none of those already there is written over, what has the
   * same name gets a number: «name (2).eml». `saved`: how many; 0 when they close the dialog. `location` as above.
   */
  saveFiles(files: readonly File[]): Promise<{ saved: number; location?: string }>;
  /**
   * Opens the draft of a letter (`.eml`, the only kind of file that is ever opened) in the machine's mail program. A
   * browser saves it instead. `opened` is false when the machine has no program for it: save the file then.
   */
  openDraft(file: File): Promise<{ opened: boolean }>;
  /** Lets the user choose one file; null when they close the dialog. `accept` as in `<input accept>`, e.g. `.json`. */
  openFile(accept: string): Promise<File | null>;
  /** Opens a web or mail address in the program the machine has for it. */
  openLink(url: string): Promise<void>;
  showInFolder(location: string): Promise<void>;
  notify(title: string, body: string): Promise<void>;
  /** Tells the native menu which commands mean something now; a browser has none. */
  showCommands(available: readonly CommandId[]): Promise<void>;
  /**
   * Lets the user choose the second folder of the backups. `closed`: they closed the dialog; `refused`: it lies in the
   * data folder, or cannot be written to. A browser has no way to a folder: `not-here`.
   */
  chooseBackupFolder(): Promise<FolderChoice>;
  /** Backups are copied to no second folder any more; what was copied stays there. */
  forgetBackupFolder(): Promise<FolderChoice>;
  /** Loads the page anew, from Home on. */
  beginAnew(): Promise<void>;
}

export type FolderChoice = 'done' | 'closed' | 'refused' | 'not-here';
