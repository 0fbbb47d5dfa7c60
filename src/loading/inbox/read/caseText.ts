import { readYaml } from '../../formats/yaml.ts';
import { ruleFault } from '../../faults/fault.ts';
import { Refused, type Submission } from '../submission.ts';

const FRONT_MATTER = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/u;

/** The text of a case divided into front matter and body. Throws Refused where the front matter can't be read. */
export function readCaseText(
  textName: string,
  written: string,
): Pick<Submission, 'head' | 'lineOf' | 'body' | 'bodyLine'> {
  const text = written.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const match = FRONT_MATTER.exec(text);
  if (match === null)
    throw new Refused(ruleFault('front-matter', textName, '', '开头没有两条---之间的说明', '照手册“案例的文件”补上'));
  const yaml = readYaml(match[1] ?? '');
  if ('message' in yaml) {
    const fault = ruleFault('front-matter', textName, '', `说明部分格式不对：${yaml.message}`, '检查缩进和引号');
    throw new Refused({ ...fault, row: yaml.line === null ? null : yaml.line + 1 });
  }
  return {
    head: yaml.value,
    lineOf: (path) => {
      const line = yaml.lineOf(path);
      return line === null ? null : line + 1;
    },
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}
