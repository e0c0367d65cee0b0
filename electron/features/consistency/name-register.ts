import { buildNameRegister, type NameRegister } from '#shared/domain/consistency/index.ts';
import type { Connection } from '../../db/connection.ts';
import { lastNameChange, listOrganizationNames, listPeopleNames } from './repository.ts';

interface Kept {
  changeSetSeq: number;
  register: NameRegister;
}
const registers = new WeakMap<Connection, Kept>();

/** The names of the whole register, read when they are first needed and again where one of them has changed. */
export function nameRegisterOf(connection: Connection): NameRegister {
  const kept = registers.get(connection);
  const { changeSetSeq, hasNames } = lastNameChange(connection, kept?.changeSetSeq ?? 0);
  const register =
    kept === undefined || hasNames
      ? buildNameRegister(listPeopleNames(connection), listOrganizationNames(connection))
      : kept.register;
  registers.set(connection, { changeSetSeq, register });
  return register;
}
