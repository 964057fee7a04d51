// Bundles the player and the style sheet. `node build.mjs --watch` rebuilds on change.
import * as esbuild from 'esbuild'

const options = {
  entryPoints: ['src/session.ts', 'src/exercise.ts', 'src/page.ts', 'src/style.css'],
  outdir: '../src/psoas/web/static/dist',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: true,
  logLevel: 'warning',
}

if (process.argv.includes('--watch')) await (await esbuild.context(options)).watch()
else await esbuild.build(options)
