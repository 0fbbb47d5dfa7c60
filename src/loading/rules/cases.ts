import { CASE_SECTIONS, shownText } from '../../domain/case/case.ts';
import { homeAddressIn, identifyingIn } from '../../domain/privacy/identifying.ts';
import type { Document } from '../texts/documents.ts';
import { ruleFault, type Fault } from '../faults/fault.ts';

function pictureFaults({ file, body }: Document<'cases'>): Fault[] {
  if (!/!\[|<img\b/iu.test(body)) return [];
  return [
    ruleFault('case-picture', file, '', '正文里有图片', '案例现在只用本站的插图：在 drawing 里选一个，把图片删掉'),
  ];
}

function sectionFaults({ file, head, body }: Document<'cases'>): Fault[] {
  const sections = [...body.matchAll(/^## +(.+?)\s*$/gmu)].map(([, title]) => title);
  if (head.withdrawn !== undefined || sections.join() === CASE_SECTIONS.join()) return [];
  const message = `小标题是“${sections.join('、')}”`;
  return [ruleFault('case-sections', file, '', message, `按顺序写六节：${CASE_SECTIONS.join('、')}`)];
}

function identityFaults(document: Document<'cases'>, places: ReadonlySet<string>): Fault[] {
  const text = shownText(document.head, document.body);
  const home = homeAddressIn(text);
  const { age, diagnosis, place } = identifyingIn(text, places);
  return [
    ...(home === '' ? [] : [ruleFault('case-address', document.file, home, '像是家里的地址')]),
    ...(age === '' || diagnosis === '' || place === ''
      ? []
      : [
          ruleFault(
            'case-identity',
            document.file,
            [age, diagnosis, place].join('、'),
            '年龄、病名、居村都写得这么准，认识的人看得出是谁',
          ),
        ]),
  ];
}

/** What is wrong with a case as a text (docs/norms.md §5). `places` are the writings of the 居村 of the register. */
export function caseFaults(document: Document<'cases'>, places: ReadonlySet<string>): Fault[] {
  return [...pictureFaults(document), ...sectionFaults(document), ...identityFaults(document, places)];
}
