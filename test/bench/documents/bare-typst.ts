import { readFileSync, writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/*
 * The least that makes a PDF of paragraphs with Typst: a baseline, run as a process of its own.
 * Arguments: file with the Typst source, file to write, font files.
 */
const [source = '', target = '', ...fonts] = process.argv.slice(2);
const compiler = NodeCompiler.create({
  workspace: '/nowhere',
  fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }],
});
const pdf = compiler.pdf({ mainFileContent: readFileSync(source, 'utf8') }, { pdfStandard: 'a-2a' });
writeFileSync(target, pdf);
