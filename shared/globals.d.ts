/*
 * shared/ has neither DOM nor Node types. Bytes travel as File on both sides of the contract; each side's own lib
 * gives the real interface, this one only lets shared/ name it.
 */
interface Blob {
  readonly size: number;
  readonly type: string;
}
interface File extends Blob {
  readonly name: string;
}
interface AbortSignal {
  readonly aborted: boolean;
}
