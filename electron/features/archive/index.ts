export { startContent } from './content.ts';
export { keepMade, takeMade } from './made.ts';
export { manifestName, readMeName, sumsName, writeSums } from './manifest.ts';
export { nameFolder, PathList } from './names.ts';
export { describeCheck, layOutReadMe } from './read-me.ts';
export { ZipWriter } from './zip-writer.ts';
