import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The shell draws pages as Chromium does, without its windows: tests take half the processor. */
export const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** Whether a path is a file that this user may execute. */
function isProgram(/** @type {string} */ path) {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {Record<string, string | undefined>} env @param {string} platform */
function candidates(env, platform) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (platform === 'darwin') return [...onPath, ...MAC];
  if (platform !== 'win32') return onPath;
  const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
  return roots.flatMap((root) => (root === undefined ? [] : WINDOWS.map((parts) => join(root, ...parts))));
}

/**
 * The path of a Chromium on this machine: `CHROMIUM_PATH` where it is set, else on the PATH, the shell first, else in the
 * usual places; null when there is none (also when `CHROMIUM_PATH` names nothing that can be started).
 *
 * @param {Record<string, string | undefined>} [env]
 * @param {string} [platform]
 * @returns {string | null}
 */
export function findChromium(env = process.env, platform = process.platform) {
  const asked = env['CHROMIUM_PATH'];
  const places = asked === undefined || asked === '' ? candidates(env, platform) : [asked];
  return places.find(isProgram) ?? null;
}
