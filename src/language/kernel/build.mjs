// Compiles kernel.as and writes it as base64 into binary.ts: `node src/language/kernel/build.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const source = readFileSync(new URL('kernel.as', import.meta.url), 'utf8');
let binary;
// The source has a suffix of its own, so that the TypeScript compiler leaves it alone.
const { error, stderr } = await asc.main(
  [
    'kernel.ts',
    '--outFile',
    'kernel.wasm',
    '-O3',
    '--enable',
    'simd',
    '--runtime',
    'stub',
    '--noAssert',
    '--use',
    'abort=',
  ],
  {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (name, data) => {
      if (name === 'kernel.wasm') binary = data;
    },
  },
);
if (error || !binary) {
  console.error(stderr.toString());
  process.exit(1);
}
writeFileSync(
  new URL('binary.ts', import.meta.url),
  `/** The compiled kernel (from kernel.as by build.mjs). */\n\n// biome-ignore format: generated\nexport const KERNEL_BASE64 = '${Buffer.from(binary).toString('base64')}';\n`,
);
console.log(`kernel ${binary.length} bytes`);
