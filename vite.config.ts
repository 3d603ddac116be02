/** The reading room's build: src/web into dist/web, which src/server serves. */

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    sourcemap: false,
    // Inlined files would need a looser content policy.
    assetsInlineLimit: 0,
  },
});
