import { ReadableStream } from 'node:stream/web';

/*
 * Files under a passphrase, in the age format (age-encryption.org/v1) with its scrypt recipient: the ordinary `age`
 * program opens them. To be called in a helper process: deriving the key takes a second and 256 MB.
 */

/** `foreign`: encrypted for somebody's key, not under a passphrase. */
export type AgeFault = 'foreign' | 'wrong-passphrase' | 'damaged';

export class AgeError extends Error {
  readonly fault: AgeFault;

  constructor(fault: AgeFault, options?: ErrorOptions) {
    super(`the age file is refused: ${fault}`, options);
    this.name = 'AgeError';
    this.fault = fault;
  }
}

const ageHead = 'age-encryption.org/';
/** The header of a file under a passphrase has this near its beginning. */
const scryptStanza = '\n-> scrypt ';
/** So much of a file tells what it is. */
export const headBytes = 200;

const readHead = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');

export const isAge = (head: Uint8Array): boolean => readHead(head).startsWith(ageHead);

/**
 * What the file holds, block by block: each is authenticated before it comes, and at the end that it was the last.
 * `head`: the first {@link headBytes} of the pieces. Throws {@link AgeError}.
 */
export async function* decryptAge(
  head: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Uint8Array, void, void> {
  if (!readHead(head).includes(scryptStanza)) throw new AgeError('foreign');
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    yield* readStream(await decrypter.decrypt(toStream(pieces)));
  } catch (error) {
    const isWrong = error instanceof Error && error.message.startsWith('no identity matched');
    throw new AgeError(isWrong ? 'wrong-passphrase' : 'damaged', { cause: error });
  }
}

/** The pieces under a passphrase, at the usual cost of 2^18. */
export async function* encryptAge(
  pieces: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Uint8Array, void, void> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  yield* readStream(await encrypter.encrypt(toStream(pieces)));
}

type WebStream = globalThis.ReadableStream<Uint8Array>;

const toStream = (pieces: AsyncIterable<Uint8Array>): WebStream => ReadableStream.from(pieces);

const readStream = (stream: WebStream): AsyncIterable<Uint8Array> => stream;
