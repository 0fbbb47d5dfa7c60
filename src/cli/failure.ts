import { DataFaultsError } from '../loading/faults/lines.ts';
import { HalfReplacedError } from '../loading/formats/replaceTogether.ts';
import { RegisterError } from '../loading/register/packages.ts';
import { BuildFailedError } from './building/runAstro.ts';
import { DeployError } from './deploying/deployError.ts';
import { OutputFolderError } from './building/outputFolder.ts';

/** Errors of the operating system by code: what each means and what to do. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了。怎么改：腾出地方再运行一次',
  EFBIG: '文件比系统允许的大，磁盘可能快满了。怎么改：看磁盘还有没有地方、有没有限制（ulimit -f），再运行一次',
  EDQUOT: '磁盘的配额用完了。怎么改：腾出地方再运行一次',
  EACCES: '没有权限。怎么改：换一个能写的文件夹，或改它的权限',
  EPERM: '系统不许这样做。怎么改：换一个能写的文件夹，或改它的权限',
  EROFS: '磁盘是只读的。怎么改：换一个能写的文件夹',
  ENOENT: '没有这个文件或文件夹，或者是一个指向空处的链接。怎么改：补上它，或删掉这个链接',
  ENOTDIR: '路径中间有一段是文件，不是文件夹。怎么改：换一个文件夹，或移走那个文件',
  EISDIR: '是文件夹，不是文件。怎么改：移走它',
  ENOTEMPTY: '文件夹里还有别的东西。怎么改：移走它们再运行一次',
  ELOOP: '链接绕成了圈。怎么改：删掉这些链接',
  ENAMETOOLONG: '路径太长。怎么改：放到浅一些的文件夹里',
  EMFILE: '打开的文件太多。怎么改：关掉别的程序再运行一次',
  ENFILE: '打开的文件太多。怎么改：关掉别的程序再运行一次',
  EBUSY: '正被别的程序用着。怎么改：关掉那个程序再运行一次',
  EIO: '磁盘读写出错，也可能是满了。怎么改：看磁盘还有没有地方，再检查磁盘',
};

/**
 * A Chinese sentence on an error of the operating system with the path that it concerns; null where the error is none
 * of them.
 */
export function faultOfSystem(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  const what = SYSTEM[code];
  if (what === undefined) return null;
  return [path ?? dest, what].filter((part) => part !== undefined).join('：') + `（${code}）。`;
}

/** Whether an error was made for the operator: its message alone tells what to do. */
const isForOperator = (error: unknown): error is Error =>
  error instanceof BuildFailedError ||
  error instanceof OutputFolderError ||
  error instanceof DeployError ||
  error instanceof DataFaultsError ||
  error instanceof RegisterError ||
  error instanceof HalfReplacedError;

/**
 * Prints why a command failed and sets a non-zero exit code. An error that only a maintainer can mend also takes one
 * line; with VERBOSE=1 its stack is printed too.
 */
export function tellFailure(error: unknown, env: Readonly<Record<string, string | undefined>> = process.env): void {
  process.exitCode ??= 1;
  const known = isForOperator(error) ? error.message : faultOfSystem(error);
  if (known !== null) {
    console.error(known);
    return;
  }
  const said = error instanceof Error ? error.message : String(error);
  console.error(`程序没有做完：${said}。再运行一次；还不行，加上 VERBOSE=1 再运行，把说的话都交给维护者。`);
  if (env['VERBOSE'] === '1') console.error(error);
}
