import { openZip, ZipError, type ZipFault } from '../zip-limits.ts';
import { DocxProblem } from './problem.ts';
import { readXml, type XmlReader } from './xml.ts';

/** A package of parts that lead to each other by relationships (ECMA-376, part 2). Reading throws {@link DocxProblem}. */
export interface Package {
  names: readonly string[];
  /** Reads a part; false if it is not there. */
  read(part: string, reader: XmlReader): Promise<boolean>;
  /** Parts that `part` leads to, by the last word of their relationship's type: `comments`. Empty: the package itself. */
  related(part: string): Promise<Map<string, string>>;
}

export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await attempt(() => openZip(bytes));
  // Names of parts differ by more than their case (part 2, 6.2.2.3); Windows programs do not mind the case.
  const names = new Map(zip.names.map((name) => [name.toLowerCase(), name]));

  async function read(part: string, reader: XmlReader): Promise<boolean> {
    const name = names.get(part.toLowerCase());
    if (name === undefined) return false;
    await readXml((await attempt(() => zip.read(name))) ?? new Uint8Array(), reader);
    return true;
  }

  return {
    names: zip.names,
    read,
    async related(part) {
      const slash = part.lastIndexOf('/') + 1;
      const folder = part.slice(0, slash);
      const related = new Map<string, string>();
      await read(`${folder}_rels/${part.slice(slash)}.rels`, {
        open({ name, attribute }) {
          if (name !== 'rel:Relationship' || attribute('TargetMode') === 'External') return;
          const type = attribute('Type')?.split('/').at(-1) ?? '';
          if (!related.has(type)) related.set(type, resolve(folder, attribute('Target') ?? ''));
        },
      });
      return related;
    },
  };
}

async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new DocxProblem(docxCodes[error.fault], error.detail);
  }
}

const docxCodes: Record<ZipFault, DocxProblem['code']> = {
  'not-a-zip': 'broken_docx',
  damaged: 'broken_docx',
  encrypted: 'broken_docx',
  'too-large': 'too_large',
  unsafe: 'unsafe',
};

/** The name of the part, without the slash in front; empty for what is no name. */
function resolve(folder: string, target: string): string {
  try {
    return decodeURIComponent(new URL(target, `part:///${folder}`).pathname).slice(1);
  } catch {
    return '';
  }
}
