import { z } from 'zod';
import { type Random } from '../bench/register/random.ts';

/* Values made from a zod schema of the contract, and the same values broken in one place or several. */

type Schema = z.core.$ZodType;
/** What zod keeps of a schema, for every kind of it together. */
interface Definition {
  type: string;
  shape?: Record<string, Schema>;
  catchall?: Schema;
  innerType?: Schema;
  element?: Schema;
  options?: readonly Schema[];
  items?: readonly Schema[];
  in?: Schema;
  keyType?: Schema;
  valueType?: Schema;
  values?: readonly unknown[];
  entries?: Record<string, string>;
  getter?: () => Schema;
  checks?: readonly { _zod: { def: { check: string; minimum?: number } } }[];
}
const definitionOf = (schema: Schema): Definition => schema._zod.def;
/** Answers true for what the schema takes; false also where it stumbles. */
export function isTaken(schema: Schema, value: unknown): boolean {
  try {
    return z.safeParse(schema, value).success;
  } catch {
    return false;
  }
}

/** Kinds of values without parts, whose schema says all that there is to say. */
const leaves = ['string', 'number', 'boolean', 'enum', 'literal', 'file', 'null', 'undefined', 'void', 'never'];

/**
 * The places of a schema that let through what nobody has described: objects that are not strict, `any`, `unknown`,
 * `custom`. Kinds of schemas that this does not know are named too.
 */
export function findLoosePlaces(schema: Schema, path: string): string[] {
  const definition = definitionOf(schema);
  const within = (part: Schema | undefined, name = ''): string[] =>
    part === undefined ? [] : findLoosePlaces(part, `${path}${name}`);
  switch (definition.type) {
    case 'object': {
      const isStrict = definition.catchall !== undefined && definitionOf(definition.catchall).type === 'never';
      const parts = Object.entries(definition.shape ?? {}).flatMap(([name, part]) => within(part, `.${name}`));
      return isStrict ? parts : [`${path} (object)`, ...parts];
    }
    case 'array':
      return within(definition.element, '[]');
    case 'record':
      return [...within(definition.keyType, '{}'), ...within(definition.valueType, '{}')];
    case 'union':
      return (definition.options ?? []).flatMap((option) => within(option));
    case 'tuple':
      return (definition.items ?? []).flatMap((item) => within(item, '[]'));
    case 'pipe':
      return within(definition.in);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return within(definition.innerType);
    default:
      return leaves.includes(definition.type) ? [] : [`${path} (${definition.type})`];
  }
}

/** Ordinary values; what a schema takes of them is tried out, so that its own rules need not be known here. */
const words = [
  'Hu',
  '',
  'a0',
  '2026-11-20',
  '10:00',
  'Asia/Shanghai',
  'CN',
  '1',
  'en',
  'note',
  '#00a0f0',
  'a@b.example',
];
const numbers = [0, 1, 2, 10, 2026, -1, 0.5];
const takenOf = new WeakMap<Schema, readonly unknown[]>();

function pickTaken(schema: Schema, candidates: readonly unknown[], random: Random): unknown {
  let taken = takenOf.get(schema);
  if (taken === undefined) {
    taken = candidates.filter((candidate) => isTaken(schema, candidate));
    takenOf.set(schema, taken);
  }
  return taken.length > 0 ? random.pick(taken) : candidates[0];
}

/** A value that the schema takes, or nearly: rules that span several fields are not looked at. `ids`: of real records. */
export function makeValue(schema: Schema, ids: readonly string[], random: Random): unknown {
  const definition = definitionOf(schema);
  const make = (part: Schema): unknown => makeValue(part, ids, random);
  switch (definition.type) {
    case 'object': {
      const made: Record<string, unknown> = {};
      for (const [name, part] of Object.entries(definition.shape ?? {})) {
        const value = make(part);
        if (value !== undefined) made[name] = value;
      }
      return made;
    }
    case 'array': {
      const least = (definition.checks ?? []).find(({ _zod }) => _zod.def.check === 'min_length')?._zod.def.minimum;
      return Array.from({ length: (least ?? 0) + random.below(3) }, () => make(definition.element!));
    }
    case 'record':
      return Object.fromEntries(
        Array.from({ length: random.below(3) }, () => [make(definition.keyType!), make(definition.valueType!)]),
      );
    case 'union':
      return make(random.pick(definition.options!));
    case 'tuple':
      return definition.items!.map(make);
    case 'pipe':
      return make(definition.in!);
    case 'optional':
    case 'default':
      return random.isLikely(0.5) ? undefined : make(definition.innerType!);
    case 'nullable':
      return random.isLikely(0.3) ? null : make(definition.innerType!);
    case 'readonly':
      return make(definition.innerType!);
    case 'enum':
      return random.pick(Object.values(definition.entries!));
    case 'literal':
      return definition.values![0];
    case 'boolean':
      return random.isLikely(0.5);
    case 'number':
      return pickTaken(schema, numbers, random);
    case 'file':
      return new File(['Имя,姓名\nA,B\n'], random.pick(['a.csv', 'a.docx', 'a.json', 'a.zip']));
    case 'string':
      return isTaken(schema, ids[0])
        ? random.isLikely(0.7)
          ? random.pick(ids)
          : random.id()
        : pickTaken(schema, words, random);
    default:
      return undefined;
  }
}

/** Something nested in itself so often that whoever descends without counting runs out of stack. */
function nest(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}

/** `__proto__` as a property of its own, as JSON brings it. */
const withOwn = (name: string, value: unknown): object =>
  Object.defineProperty({}, name, { value, enumerable: true, writable: true, configurable: true });

const hostileTexts: readonly string[] = [
  '\u0000',
  'a\u0000b',
  '\uD800',
  'x\uDFFF\uD800y',
  '\u202E\u2066evil',
  '\uFEFF',
  '\r\n\t\u0007\u001B[2J',
  '__proto__',
  'constructor',
  'toString',
  '../../../etc/passwd',
  '..\\..\\trilogue.db',
  'file:///etc/passwd',
  "'; DROP TABLE person; --",
  '" OR 1=1 --',
  '%00%2e%2e%2f',
  '${7*7}{{7*7}}<%= 7*7 %>#{7*7}',
  '<img src=x onerror=alert(1)>',
  '*"NEAR(',
  'é'.repeat(300),
  'x'.repeat(50_001),
  'x'.repeat(1_000_000),
  '\u0301'.repeat(20_000),
  '😀'.repeat(30_000),
  'NaN',
  '-1',
  '1e999',
  '2021-02-30',
  '24:60',
  '00000000-0000-0000-0000-000000000000',
  'not-an-id',
];

/** Things that are no JSON value too: over a message port they arrive as they are. Functions and symbols cannot. */
const intruders: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => 42,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => 2 ** 53 + 2,
  () => 1e308,
  () => -1,
  () => 0.1,
  () => 10n ** 40n,
  () => [],
  () => ({}),
  () => Array.from({ length: 20_000 }, () => 'x'),
  () => new Array<unknown>(1_000),
  () => nest(2_000, (inner) => [inner]),
  () => nest(2_000, (inner) => ({ inner })),
  () => withOwn('__proto__', { isAdmin: true }),
  () => withOwn('then', 'x'),
  () => ({ length: 3, 0: 'a' }),
  () => ({ length: { toString: 'x', valueOf: 1 } }),
  () => ({ toString: 'x', valueOf: 1 }),
  () => new Date(Number.NaN),
  () => new Date(0),
  () => new Map([['id', 'x']]),
  () => new Set(['x']),
  () => /x/u,
  () => new Uint8Array(8),
  () => new File(['x'], 'a\u0000/../b.csv'),
  () => new Blob(['x']),
  (random) => random.pick(hostileTexts),
];

/** A place in a value: what holds it, and under which name. */
interface Place {
  holder: object;
  key: string;
}

/** No schema of ours is deeper; what has been put in to be too deep is left as it is. */
const deepest = 12;

function listPlaces(value: unknown, depth = 0): Place[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return [];
  return Object.entries(value).flatMap(([key, part]) => [{ holder: value, key }, ...listPlaces(part, depth + 1)]);
}

const put = (holder: object, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
};

/** Breaks `value` in one place; answers what came of it. Often a schema takes that all the same. */
export function breakValue(value: unknown, ids: readonly string[], random: Random): unknown {
  const places = listPlaces(value);
  if (places.length === 0 || random.isLikely(0.1)) return random.pick(intruders)(random);
  const { holder, key } = random.pick(places);
  const held = (holder as Record<string, unknown>)[key];
  switch (random.below(6)) {
    case 0:
      put(holder, random.pick(['surplus', '__proto__', 'constructor', 'prototype', '']), random.pick(['x', {}, 1]));
      break;
    case 1:
      if (Array.isArray(holder)) holder.push(...(holder as unknown[]), random.pick(intruders)(random));
      else put(holder, key, undefined);
      break;
    case 2:
      put(holder, key, typeof held === 'string' ? random.pick(hostileTexts) : random.pick(intruders)(random));
      break;
    case 3:
      // An id of something else, or of nothing.
      put(holder, key, random.isLikely(0.7) ? random.pick(ids) : random.id());
      break;
    case 4:
      if (Array.isArray(held))
        put(
          holder,
          key,
          Array.from({ length: 2_001 }, () => held[0] as unknown),
        );
      else put(holder, key, [held]);
      break;
    default:
      put(holder, key, random.pick(intruders)(random));
  }
  return value;
}
