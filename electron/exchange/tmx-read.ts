import { TmxParser, type TmxTally, type TmxUnit } from './tmx-parser.ts';
import { TmxRefused, type TmxRefusal } from './tmx-problem.ts';

/** Some milliseconds' work. */
const chunkBytes = 16 * 1024;
/** Most units of a step, because whoever takes them has work with them. */
const stepUnits = 128;
const headBytes = 256;

/**
 * Reads a TMX file piece by piece: its units step by step, and what was found beside them at the end. Never holds more of
 * it than a piece, whose first has at least 256 bytes if the file has them. Throws {@link TmxRefused}.
 */
export async function* readTmx(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<TmxUnit[], TmxTally> {
  const parser = new TmxParser();
  let decode: ReturnType<typeof createDecoder> | undefined;
  let units: TmxUnit[] = [];
  for await (const piece of pieces) {
    decode ??= createDecoder(piece.subarray(0, headBytes), parser);
    for (let at = 0; at < piece.length; at += chunkBytes) {
      parser.write(decode(piece.subarray(at, at + chunkBytes)));
      units.push(...parser.take());
      for (; units.length >= stepUnits; units = units.slice(stepUnits)) yield units.slice(0, stepUnits);
    }
    // However few they are, whoever takes them knows how far it is.
    yield units;
    units = [];
  }
  if (decode !== undefined) parser.write(decode());
  parser.close();
  yield parser.take();
  return parser.tally;
}

/** As {@link readTmx}; never throws on account of the bytes. */
export async function* streamTmxFile(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<TmxUnit[], TmxTally | TmxRefusal> {
  try {
    return yield* readTmx(pieces);
  } catch (error) {
    if (error instanceof TmxRefused) return { problems: error.problems };
    throw error;
  }
}

/** By byte order mark or zero bytes, else as the XML declaration says (XML 1.0, appendix F), else UTF-8. */
function encodingOf(head: Uint8Array): string {
  const [first = 0, second = 0] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declaration = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/u.exec(new TextDecoder('latin1').decode(head));
  return declaration?.[1] ?? 'utf-8';
}

/** Decodes piece by piece; without one, what is left. Bytes that are no text in the encoding are refused with their line. */
function createDecoder(head: Uint8Array, parser: TmxParser): (bytes?: Uint8Array) => string {
  const encoding = encodingOf(head);
  const open = () => {
    try {
      return new TextDecoder(encoding, { fatal: true });
    } catch {
      throw new TmxRefused('not_xml', 1, encoding);
    }
  };
  const decoder = open();
  return (bytes) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      const [sound = ''] = new TextDecoder(encoding).decode(bytes).split('\uFFFD', 1);
      throw parser.refuse('not_xml', encoding, sound.split('\n').length - 1);
    }
  };
}
