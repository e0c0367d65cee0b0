import { type Archive, ArchiveError, openArchive } from '../archive.ts';
import { DocxProblem } from './problem.ts';
import { readXml, type XmlReader } from './xml.ts';

/** Parts are read one by one; the body of a thousand pages has about 30 MB. */
const maxPartBytes = 64 * 1024 * 1024;

/** A package of parts that lead to each other by relationships (ECMA-376, part 2). Reading throws {@link DocxProblem}. */
export interface Package {
  names: readonly string[];
  /** Reads a part; false if it is not there. */
  read(part: string, reader: XmlReader): Promise<boolean>;
  /** Parts that `part` leads to, by the last word of their relationship's type: `comments`. Empty: the package itself. */
  related(part: string): Promise<Map<string, string>>;
}

export function openPackage(bytes: Uint8Array): Package {
  const archive = attempt(() => openArchive(bytes));
  // Names of parts differ by more than their case (part 2, 6.2.2.3); Windows programs do not mind the case.
  const names = new Map(archive.names.map((name) => [name.toLowerCase(), name]));

  async function read(part: string, reader: XmlReader): Promise<boolean> {
    const name = names.get(part.toLowerCase());
    if (name === undefined) return false;
    await readXml(unpack(archive, name), reader);
    return true;
  }

  return {
    names: archive.names,
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

function unpack(archive: Archive, name: string): Uint8Array {
  if ((archive.sizeOf(name) ?? 0) > maxPartBytes) throw new DocxProblem('too_large', name);
  return attempt(() => archive.read(name) ?? new Uint8Array());
}

function attempt<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new DocxProblem(error.isTooLarge ? 'too_large' : 'broken_docx', error.message);
  }
}

/** The name of the part, without the slash in front; empty for what is no name. */
function resolve(folder: string, target: string): string {
  try {
    return decodeURIComponent(new URL(target, `part:///${folder}`).pathname).slice(1);
  } catch {
    return '';
  }
}
