// Prints the path of a Chromium: $BROWSER, one on this machine, or the one inside the npm
// package @sparticuz/chromium, which needs neither root nor a download of its own.
import { execSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const names = ['chromium', 'google-chrome', 'chromium-browser']
const found = process.env.BROWSER || names.map(which).find(Boolean)
console.log(found && !process.env.PSOAS_BUNDLED_BROWSER ? found : unpackBundled())

function which(name) {
  try {
    return execSync(`command -v ${name}`, { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function unpackBundled() {
  const pack = path.resolve('browser/node_modules/@sparticuz/chromium/bin')
  const own = path.join(pack, process.arch)
  const source = existsSync(own) ? own : pack
  const home = path.resolve('.cache/chromium')
  mkdirSync(home, { recursive: true })
  for (const name of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
    const archive = [source, pack].map((folder) => path.join(folder, name)).find(existsSync)
    if (archive) untar(archive, home)
  }
  const fonts = path.join(home, 'fonts.conf')
  const own_fonts = path.join(home, 'fonts')
  writeFileSync(fonts, readFileSync(fonts, 'utf8').replaceAll('/tmp/fonts', own_fonts))
  const executable = path.join(home, 'chromium')
  const packed = readFileSync(path.join(source, 'chromium.br'))
  // A browser that still runs from there keeps its own file.
  rmSync(executable, { force: true })
  writeFileSync(executable, brotliDecompressSync(packed), { mode: 0o755 })
  return executable
}

function untar(archive, home) {
  const tar = path.join(home, path.basename(archive, '.br'))
  writeFileSync(tar, brotliDecompressSync(readFileSync(archive)))
  execSync(`tar -xf ${tar} -C ${home} && rm ${tar}`)
}
