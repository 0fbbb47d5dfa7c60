import type { LinkGroup } from '../views/site.ts';
import { SAMPLE_STORY } from '../domain/case/case.ts';
import { routes } from '../domain/site/routes.ts';
import { caseLink, getCases } from './cases.ts';
import { getDataset } from './dataset.ts';
import { getInterpretations, getPolicies } from './policies.ts';

/** The groups of links of the page /sitemap/, which reach every list, policy, interpretation, case and service. */
export async function getSiteTree(): Promise<readonly LinkGroup[]> {
  const { districts, fields, services } = getDataset();
  const [policies, interpretations, cases] = await Promise.all([getPolicies(), getInterpretations(), getCases()]);
  const stories = cases.length > 0 && cases.every(({ data }) => data.sample);
  return [
    {
      title: '找社工站',
      links: [
        { name: '全部站点', href: routes.stations() },
        { name: '地图', href: routes.map() },
        { name: '查找', href: routes.search() },
        ...districts.map(({ code, name }) => ({ name, href: routes.district(code) })),
      ],
    },
    {
      title: '专项社工站的领域',
      links: [
        { name: '全部领域', href: routes.fields() },
        ...fields.map(({ slug, fullName }) => ({ name: fullName, href: routes.field(slug) })),
      ],
    },
    {
      title: '办事',
      links: [
        { name: '全部能办的事', href: routes.services() },
        ...services.map(({ id, name }) => ({ name, href: routes.service(id) })),
        { name: '承接机构', href: routes.organizations() },
      ],
    },
    {
      title: '政策和解读',
      links: [
        { name: '全部政策', href: routes.policies() },
        { name: '词语解释', href: routes.glossary() },
        ...policies.map(({ id, data }) => ({ name: data.short_title, href: routes.policy(id) })),
        ...interpretations.map(({ id, data }) => ({ name: data.title, href: routes.interpretation(id) })),
      ],
    },
    {
      title: stories ? `案例（${SAMPLE_STORY}）` : '案例',
      links: [
        { name: '全部案例', href: routes.cases() },
        ...cases
          .map(caseLink)
          .filter(({ withdrawn }) => !withdrawn)
          .map(({ slug, title }) => ({ name: title, href: routes.case(slug) })),
      ],
    },
    {
      title: '数据和说明',
      links: [
        { name: '建设进度', href: routes.progress() },
        { name: '媒体', href: routes.press() },
        { name: '数据下载', href: routes.data() },
        { name: '站点变更记录', href: routes.dataChanges() },
        { name: '关于本站', href: routes.about() },
        { name: '无障碍说明', href: routes.accessibility() },
        { name: '隐私说明', href: routes.privacy() },
        { name: '没有网络的时候', href: routes.offline() },
        { name: '工作人员手册', href: routes.help() },
      ],
    },
  ];
}
