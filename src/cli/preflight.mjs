/*
 * Runs before every npm script and makes sure that Node and the packages are there. Nothing may be installed yet and
 * Node may be as old as 20, so this is plain JavaScript that imports only node: modules.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, SHELL } from './chromium.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Entry */

/** @param {string} file @returns {Record<string, Entry> | null} */
function packagesOf(file) {
  if (!existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** The first package of the lockfile that node_modules lacks or has in another version; null where all are there. */
function firstMissing() {
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  if (wanted === null) throw new Error('没有 package-lock.json，请重新取一份完整的代码。');
  const present = packagesOf(join(ROOT, 'node_modules', '.package-lock.json'));
  if (present === null) return 'node_modules';
  // Packages for other systems are optional, so that their absence is no fault.
  const missing = Object.entries(wanted).find(
    ([path, { version, optional, devOptional, link }]) =>
      path !== '' && !optional && !devOptional && !link && present[path]?.version !== version,
  );
  return missing === undefined ? null : missing[0];
}

/** Runs npm: the one that started this process, else the one on the PATH. */
function npm(/** @type {string[]} */ args) {
  const script = process.env['npm_execpath'];
  const options = /** @type {const} */ ({ cwd: ROOT, stdio: 'inherit' });
  return script !== undefined && /npm-cli\.c?js$/u.test(script)
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function fail(/** @type {string} */ message) {
  console.error(message);
  process.exit(1);
}

function ensurePackages() {
  const missing = firstMissing();
  if (missing === null) return;
  console.log(
    missing === 'node_modules'
      ? '第一次运行：正在安装需要的程序包（npm ci），要联网，大约一两分钟……'
      : `程序包有更新（${missing.replace(/^.*node_modules\//u, '')}）：正在重新安装（npm ci）……`,
  );
  const { status, error } = npm([
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (error !== undefined)
    fail(`没有找到 npm（${error.message}）。请从 https://nodejs.org 安装 Node.js，npm 会一起装好。`);
  if (status !== 0) fail('程序包没有装好，原因见上面。检查网络后再运行一次同样的命令。');
}

/**
 * Ends with a message where neither a `node-*` package nor this machine provides a Node that is new enough for Astro.
 */
function ensureNode() {
  const names = process.platform === 'win32' ? ['node.exe', 'node.cmd'] : ['node'];
  if (names.some((name) => existsSync(join(ROOT, 'node_modules', '.bin', name)))) return;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 2)) return;
  fail(
    `这台电脑的 Node.js 是 ${process.versions.node}，太旧，也没有为 ${process.platform}-${process.arch} 准备好的新版。` +
      '请从 https://nodejs.org 安装 24 版再试。',
  );
}

/**
 * What tests need beside npm packages: its name, how to tell that it is there, and that it starts once it is installed,
 * the packages of Debian that bring it, and what to do where apt can't.
 *
 * @typedef {{ name: string, isThere: () => boolean, starts?: () => boolean, packages: readonly string[],
 *   byHand: string }} Need
 */

/** @type {Need} */
const CHROMIUM = {
  name: 'Chromium',
  isThere: () => findChromium() !== null,
  // Ubuntu's package of this name only installs a snap, which doesn't run in a container.
  starts: () => runs(findChromium() ?? '', '--version'),
  packages: ['chromium', 'chromium-headless-shell', 'fonts-noto-cjk'],
  byHand: `没有找到 Chromium，浏览器测试要用它。请装上再试：
  Debian    sudo apt-get install chromium fonts-noto-cjk
  Ubuntu    sudo snap install chromium，再 sudo apt-get install fonts-noto-cjk
  Fedora    sudo dnf install chromium google-noto-sans-cjk-fonts
  Arch      sudo pacman -S chromium noto-fonts-cjk
  macOS     brew install --cask google-chrome，或从 https://www.google.cn/chrome/ 下载
  Windows   winget install Google.Chrome，或从 https://www.google.cn/chrome/ 下载
已经装在别处的，把完整路径写进环境变量 CHROMIUM_PATH。`,
};

/** @param {readonly string[]} packages */
const onDebian = (packages) => `在 Debian 或 Ubuntu 上运行 sudo apt-get install ${packages.join(' ')} 再试。
别的系统没有这个浏览器，请在 Debian 的容器里跑测试。`;

/** @type {Need} */
const OLD_CHROME = {
  name: '老浏览器（Chrome 87，Debian 的 QtWebEngine）',
  isThere: () => runs('/usr/bin/python3', '-c', 'import PyQt5.QtWebEngineWidgets') && runs('xvfb-run', '--help'),
  packages: ['python3-pyqt5.qtwebengine', 'xvfb', 'xauth'],
  byHand: onDebian(['python3-pyqt5.qtwebengine', 'xvfb', 'xauth']),
};

/** @type {Need} */
const OTHER_ENGINES = {
  name: 'Firefox 和 WebKitGTK',
  isThere: () => runs('firefox-esr', '--version') && runs('WebKitWebDriver', '--help'),
  packages: ['firefox-esr', 'webkit2gtk-driver'],
  byHand: onDebian(['firefox-esr', 'webkit2gtk-driver']),
};

/** Whether a command ends well. */
function runs(/** @type {string} */ command, /** @type {string[]} */ ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** What to put before a command to run it as root (nothing, or `sudo -n`); null where that needs a password. */
function asRoot() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

/** Installs packages of Debian as root, with `before` in front of each command; whether that went well. */
function install(/** @type {readonly string[]} */ before, /** @type {readonly string[]} */ packages) {
  const run = (/** @type {string[]} */ args) => {
    const [command, ...rest] = [...before, 'apt-get', '-q', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command ?? 'apt-get', rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  };
  return run(['update']) && run(['install', '-y', '--no-install-recommends', ...packages]);
}

/** Installs what a test needs through apt where it is missing. Ends with a message where that can't be done. */
function ensure(/** @type {Need} */ { name, isThere, starts = isThere, packages, byHand }) {
  if (isThere()) return;
  const before = asRoot();
  if (before === null) return fail(`没有找到${name}。\n${byHand}`);
  console.log(`没有找到${name}：正在用 apt-get 安装 ${packages.join('、')}……`);
  if (!install(before, packages) || !isThere() || !starts()) fail(`apt-get 没有装好${name}。\n${byHand}`);
}

function ensureChromium() {
  if (findChromium() === null && process.env['CHROMIUM_PATH'])
    fail(`CHROMIUM_PATH 指的 ${process.env['CHROMIUM_PATH']} 不是可以运行的程序。`);
  ensure(CHROMIUM);
  preferShell();
}

/** Where only the whole Chromium is there, adds its shell through apt; without it tests run too, and take longer. */
function preferShell() {
  const before = asRoot();
  if (process.env['CHROMIUM_PATH'] || before === null || findChromium()?.endsWith(SHELL)) return;
  console.log(`正在用 apt-get 安装 ${SHELL}，浏览器测试快一倍……`);
  if (!install(before, [SHELL])) console.warn(`没有装上 ${SHELL}，用 Chromium 跑，慢一些。`);
}

ensurePackages();
ensureNode();
const engines = process.argv.includes('--engines');
if (process.argv.includes('--browser') || engines) {
  ensureChromium();
  // Only Debian has the engine of Chrome 87: elsewhere the tests run without it, and say so.
  if (engines || asRoot() !== null) ensure(OLD_CHROME);
  else if (!OLD_CHROME.isThere()) console.warn(`没有${OLD_CHROME.name}：旧浏览器的那几项不测。\n${OLD_CHROME.byHand}`);
}
if (engines) ensure(OTHER_ENGINES);
