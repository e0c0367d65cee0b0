import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

const signature = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');

function describePng(width: number, height: number, colour: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colour, 0, 0, 0], 8);
  return header;
}

/** A PNG of 4 × 4 pixels with a palette, its chunks in this order. */
export function makePalettePng(...chunks: [type: string, data: Uint8Array][]): Buffer<ArrayBuffer> {
  const parts = chunks.map(([type, data]) => chunk(type, data));
  return Buffer.concat([signature, chunk('IHDR', describePng(4, 4, 3)), ...parts, chunk('IEND', new Uint8Array())]);
}

/** A PNG of one colour; `data`: the compressed pixels, where they are to be others. */
export function makePng(width: number, height: number, data?: Uint8Array): Buffer<ArrayBuffer> {
  const rowOf = (): Buffer => Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x55)]);
  const pixels = data ?? deflateSync(Buffer.concat(Array.from({ length: height }, rowOf)));
  return Buffer.concat([
    signature,
    chunk('IHDR', describePng(width, height, 2)),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** 24 × 12 pixels each. */
export const jpegs = {
  baseline: Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAMABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAGRAAAQUAAAAAAAAAAAAAAAAAAAISFFFh/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAUG/8QAFxEAAwEAAAAAAAAAAAAAAAAAAAMVFv/aAAwDAQACEQMRAD8Ay0jRI0mvVYeqzR59RVtsKUjQTXqsDPqFth//2Q==',
    'base64',
  ),
  progressive: Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAMABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAEF/8QAFwEAAwEAAAAAAAAAAAAAAAAAAAEEBv/aAAwDAQACEAMQAAABzqR6QEf/xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAEFAl//xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAEDAQE/AT//xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAECAQE/AT//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAVEAEBAAAAAAAAAAAAAAAAAAAgQf/aAAgBAQABPyGr/9oADAMBAAIAAwAAABCAP//EABQRAQAAAAAAAAAAAAAAAAAAABD/2gAIAQMBAT8QP//EABQRAQAAAAAAAAAAAAAAAAAAABD/2gAIAQIBAT8QP//EABcQAQEBAQAAAAAAAAAAAAAAABEhASD/2gAIAQEAAT8QquBMOv/Z',
    'base64',
  ),
  cmyk: Buffer.from(
    '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEBMPEBAQ/9sAQwEDAwMEAwQIBAQIEAsJCxAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ/8AAFAgADAAYBAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAIB//EACEQAAECBAcAAAAAAAAAAAAAAAABVQQFBpIUFhcYVKHR/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAkH/8QAHxEAAQIGAwAAAAAAAAAAAAAAAAUWAQIDBFFTFBiR/9oADgQBAAIRAxEEAAA/ANux04bIm0zvsVa5iTgZKrom8KZ3LVo3x9qjHThsibR2KtcxDJVdE3g3LVo3x9qjHThsibR2KtcxDJVdE3g3LVo3x9qlC5elXGQnxza2SnLaTdZRelVFtnaeDL0q4yDm1shtJusaVUW2dp4MvSrjIObWyG0m6xpVRbZ2nh//2Q==',
    'base64',
  ),
};
