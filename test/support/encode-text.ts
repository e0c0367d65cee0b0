/** Text in an encoding that Node reads but does not write. Throws where the encoding lacks a letter. */
export function encodeText(text: string, encoding: 'gb18030' | 'windows-1251'): Uint8Array {
  const bytesOf = tables[encoding]();
  return Uint8Array.from(
    Array.from(text).flatMap((letter) => {
      const bytes = bytesOf.get(letter);
      if (bytes === undefined) throw new Error(`${encoding} has no ${letter}`);
      return bytes;
    }),
  );
}

const tables = { gb18030: listGb18030, 'windows-1251': listWindows1251 };

/** ASCII and the two-byte part, which holds all characters of GBK. */
function listGb18030(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let byte = 0; byte < 0x80; byte++) table.set(String.fromCharCode(byte), [byte]);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if (letter !== '' && !table.has(letter)) table.set(letter, [lead, trail]);
    }
  }
  return table;
}

function listWindows1251(): Map<string, number[]> {
  const decoder = new TextDecoder('windows-1251');
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), [byte]]));
}
