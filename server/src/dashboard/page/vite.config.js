import { preact as preactPreset } from '@preact/preset-vite';
import { defineConfig } from 'vite';

// Served by the server under /dashboard; file names hold a hash, so that browsers may keep them.
export default defineConfig({
  root: import.meta.dirname,
  base: '/dashboard/',
  plugins: [preactPreset()],
  build: { outDir: '../../../dist/dashboard-page', emptyOutDir: true, modulePreload: false, assetsInlineLimit: 0, sourcemap: false },
  logLevel: 'warn',
});
