import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Compiled code is kept beside the built application, not in the shared temporary folder, where others could write.
// Where that cannot be written, nothing is kept. It must be on before anything else is loaded.
enableCompileCache(join(import.meta.dirname, '..', 'compile-cache'));
await import('./main.ts');
