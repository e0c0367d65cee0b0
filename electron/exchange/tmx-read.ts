import { tmxLimits } from '#shared/contract/memory.ts';
import { startSlices } from '../slices.ts';
import { TmxParser, type TmxTally, type TmxUnit } from './tmx-parser.ts';
import { TmxRefused } from './tmx-problem.ts';

export interface TmxStep {
  units: TmxUnit[];
  doneBytes: number;
}

/** Some milliseconds' work. */
const chunkBytes = 16 * 1024;
/** A step has at most so many units, because whoever takes them has work with them; and comes after so many bytes. */
const stepUnits = 128;
const stepBytes = 512 * 1024;
const headBytes = 256;

/**
 * Reads a TMX file as a stream: its units step by step, and what was found beside them at the end. Never holds more of
 * it than a piece. Other calls are answered between the steps. Throws {@link TmxRefused}, or the reason of `signal`.
 */
export async function* readTmx(file: Blob, signal?: AbortSignal): AsyncGenerator<TmxStep, TmxTally> {
  if (file.size > tmxLimits.bytes) {
    throw new TmxRefused('too_large', 0, String(Math.floor(tmxLimits.bytes / 1024 ** 2)));
  }
  const parser = new TmxParser();
  const decode = createDecoder(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()), parser);
  const slices = startSlices();
  let doneBytes = 0;
  let toldBytes = 0;
  let units: TmxUnit[] = [];
  for await (const read of file.stream() as AsyncIterable<Uint8Array>) {
    for (let at = 0; at < read.length; at += chunkBytes) {
      const piece = read.subarray(at, at + chunkBytes);
      parser.write(decode(piece));
      doneBytes += piece.length;
      units.push(...parser.take());
      while (units.length >= stepUnits || doneBytes - toldBytes >= stepBytes) {
        await slices.pause();
        signal?.throwIfAborted();
        yield { units: units.slice(0, stepUnits), doneBytes };
        units = units.slice(stepUnits);
        toldBytes = doneBytes;
        await slices.pause();
      }
      if (slices.areDue()) await slices.pause();
    }
  }
  parser.write(decode());
  parser.close();
  units.push(...parser.take());
  yield { units, doneBytes };
  return parser.tally;
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
