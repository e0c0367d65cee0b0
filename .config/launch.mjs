/*
 * The entry of every npm script. Plain JavaScript that Node 20 can parse too: it has to say that the version is too
 * old, where a TypeScript file would end in a syntax error and better-sqlite3 without a word.
 */
const needed = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `Trilogue needs Node.js ${needed.join('.')} or newer, this is ${process.versions.node}. ` +
      'On Linux and Windows npm brings the right one: run "npm ci", then "npm start".',
  );
  process.exit(1);
}

const [command = '', ...args] = process.argv.slice(2);
const { run } = await import('./commands.ts');
await run(command, args);
