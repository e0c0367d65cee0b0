import { z } from 'zod';
import { contract } from '#shared/contract/contract.ts';
import type { Client } from './app.ts';
import type { Payload } from './xss-payloads.ts';

type Schema = z.core.$ZodType;
interface Definition {
  type: string;
  shape?: Record<string, Schema>;
  innerType?: Schema;
  element?: Schema;
  options?: readonly Schema[];
  in?: Schema;
}

interface Described {
  '~orpc': { inputSchema?: Schema };
}

const takes = (schema: Schema, value: unknown): boolean => z.safeParse(schema, value).success;

/** Deals out payloads one after the other, for ever. */
export class Poison {
  private readonly payloads: readonly Payload[];
  private dealt = 0;

  constructor(payloads: readonly Payload[]) {
    this.payloads = payloads;
  }

  next(): string {
    const payload = this.payloads[this.dealt % this.payloads.length];
    if (payload === undefined) throw new Error('there are no payloads');
    this.dealt += 1;
    return payload.text;
  }

  /** The value with every text that its schema leaves free replaced by the next payload, and nothing else changed. */
  into(schema: Schema, value: unknown): unknown {
    const definition = schema._zod.def as unknown as Definition;
    if (typeof value === 'string' && (definition.type === 'string' || definition.type === 'pipe')) {
      return this.intoText(schema, value);
    }
    const inner = definition.innerType ?? definition.in;
    if (inner !== undefined) return value === null || value === undefined ? value : this.into(inner, value);
    switch (definition.type) {
      case 'union': {
        const option = definition.options?.find((each) => takes(each, value));
        return option === undefined ? value : this.into(option, value);
      }
      case 'array':
        return (value as unknown[]).map((item) => this.into(definition.element!, item));
      case 'object':
        return Object.fromEntries(
          Object.entries(value as object).map(([name, part]: [string, unknown]) => {
            const schemaOfPart = definition.shape?.[name];
            return [name, schemaOfPart === undefined ? part : this.into(schemaOfPart, part)];
          }),
        );
      default:
        return value;
    }
  }

  private intoText(schema: Schema, value: string): string {
    if (!takes(schema, '<b>&"')) return value;
    // A name takes no control characters, which some payloads have.
    for (let tries = 0; tries < this.payloads.length; tries += 1) {
      const text = this.next();
      if (takes(schema, text)) return text;
    }
    throw new Error('no payload is short enough');
  }

  /** A client that puts a payload into every free text of whatever is sent through it. */
  client(client: Client): Client {
    const wrap = (feature: string, calls: object): object =>
      new Proxy(calls, {
        get: (target, name) => {
          const call = (target as Record<string | symbol, (input: unknown) => Promise<unknown>>)[name]!;
          const described = (contract as Record<string, Record<string | symbol, Described>>)[feature]?.[name];
          const schema = described?.['~orpc'].inputSchema;
          return (input: unknown) => call(schema === undefined ? input : this.into(schema, input));
        },
      });
    return new Proxy(client, {
      get: (target, feature) => wrap(String(feature), target[feature as keyof Client]),
    });
  }
}
