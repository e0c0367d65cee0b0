import type { Organization } from '#shared/contract/organizations.ts';
import type { Person } from '#shared/contract/people.ts';
import { openConnection } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';
import { fillRegister } from '../bench/register.ts';

/** Writes people and organisations into a data folder that no process has open, in the first run's place too. */
export function storeRegister(
  dataFolder: string,
  people: readonly Person[],
  organizations: readonly Organization[],
): void {
  const connection = openConnection(dataFolder);
  migrate(connection, dataFolder, migrations);
  fillRegister(connection, { people, organizations, entries: [] });
  connection.sql("INSERT INTO setting (key, value) VALUES ('firstRunDone', 'true'), ('uiLanguage', '\"en\"')");
  connection.close();
}
