/** One column of a table: its name in the file, its Chinese title and what belongs in it. */
export interface Column {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Marks a column that was added after tables had been handed out: a table without it is read as if it were empty. */
  readonly late?: true;
}

const column = <const N extends string>(name: N, title: string, about: string) => ({ name, title, about });
const lateColumn = <const N extends string>(name: N, title: string, about: string) =>
  ({ name, title, about, late: true }) as const;

/** The column dictionary: the columns of every table in order. No other file writes a Chinese title. */
export const TABLES = {
  stations: [
    column('id', '站点编号', '固定不变的文字编号，“010”和“10”是两个编号'),
    column('name', '站点名称', '按通知三（一）的规则命名'),
    column('type', '类型', '综合、专项、居村'),
    column('field', '领域', '专项站的领域代号，见领域表'),
    column('town_code', '街镇代码', '9 位统计用区划代码'),
    column('committee_code', '居村代码', '居村站填 12 位代码'),
    column('address', '地址', '从路名写起，到楼层'),
    column('lon', '经度', '小数，没有就留空'),
    column('lat', '纬度', '小数，没有就留空'),
    column('crs', '坐标系', 'WGS84、CGCS2000、GCJ02、BD09'),
    column('precision', '位置精度', '门牌、道路、街镇'),
    column('phone', '电话', '几个号码之间用顿号'),
    column('hours', '开放时间', '例：周一至周五 9:00-11:30、13:00-17:00；国定假日休息'),
    lateColumn('hours_note', '开放时间说明', '上一格写不下的，照站里的原话，会公开；例：寒暑假另排，先打电话'),
    column('host', '依托单位', '设在哪个单位里'),
    column('operator', '承接机构', '机构表里的编号'),
    column('staff_count', '工作人员数', '人数，不写姓名'),
    column('qualified_count', '符合条件人数', '符合通知三（二）三项条件之一的人数'),
    column('services', '服务', '服务表里的编号，用顿号隔开'),
    column('accessibility', '无障碍', '坡道、厕所、手语等'),
    lateColumn('directions', '怎么走', '进门以后怎么找'),
    column('opened_on', '设立日期', '如 2023-05-01'),
    column('status', '状态', '运行、筹建、暂停、撤并'),
    column('status_note', '状态说明', '暂停或撤并的原因'),
    column('status_from', '状态开始', '如 2026-12-01'),
    column('status_until', '状态结束', '如 2026-12-31'),
    lateColumn('successor', '接续站点', '撤并后找哪个站，填编号'),
    column('verified_on', '核实日期', '最近一次打通电话或上门核对的日期'),
    column('verified_by', '核实单位', '单位名称，不写个人姓名'),
    column('source', '数据来源', '这一行从哪里来'),
    column('publish_level', '公开范围', '全部、仅电话、仅街镇'),
    column('former_names', '曾用名', '用顿号隔开'),
    column('external_id', '外部编号', '全国社会工作信息系统里的编号'),
    column('note', '内部备注', '不公开'),
  ],
  districts: [
    column('code', '区代码', '6 位统计用区划代码'),
    column('name', '区', '全称'),
    column('lead_department', '负责部门', '现在区里负责社工站的部门，核实过才填；不知道就留空，网页写待核实'),
    column('phone', '联系电话', '负责部门的公开电话'),
    lateColumn('lead_verified_on', '负责部门核实日期', '哪一天核实的，如 2026-11-23；没有日期，网页写待核实'),
    column('lon', '经度', '标注点，WGS84'),
    column('lat', '纬度', '标注点，WGS84'),
    column('point_source', '标注点来源', 'GeoNames 或 约略'),
  ],
  towns: [
    column('code', '街镇代码', '9 位统计用区划代码'),
    column('district_code', '区代码', '所属区'),
    column('name', '街镇', '全称'),
    column('kind', '类别', '街道、镇、乡、其他'),
    column('lon', '经度', '代表点，WGS84'),
    column('lat', '纬度', '代表点，WGS84'),
    column('point_source', '代表点来源', 'GeoNames 或 约略'),
    column('served_by', '由谁服务', '其他类填负责它的街镇代码'),
    column('aliases', '别名', '简称，用顿号隔开'),
  ],
  committees: [
    column('code', '居村代码', '12 位统计用区划代码'),
    column('town_code', '街镇代码', '所属街镇'),
    column('name', '居村委', '名称'),
    column('kind', '类别', '居委会、村委会、其他'),
  ],
  places: [
    column('committee_code', '居村代码', '12 位统计用区划代码'),
    column('kind', '类别', '小区、路段、村组'),
    column('name', '名称', '小区、路或村组的名字，门牌号写在后面几格'),
    column('unit', '号的单位', '弄、号、幢、组等；整个小区、整条路都归它，就留空'),
    column('from', '从', '门牌从几号起，只写数字；没有下限就留空'),
    column('to', '到', '门牌到几号止，只写数字；没有上限就留空'),
    column('parity', '单双号', '单、双、全；留空算全'),
    column('inside', '在哪里面', '这些号在哪一弄、哪一幢里，如 555弄；没有就留空'),
    column('aliases', '别名', '居民的叫法，用顿号隔开'),
    column('note', '内部备注', '原话里读不懂的部分；不公开'),
    column('source', '数据来源', '这一行从哪里来'),
    column('as_at', '截至日期', '哪一天的管辖范围，如 2026-11-23'),
  ],
  readings: [
    column('word', '字或词', '地名里的字或词，程序会读错的才写'),
    column('pinyin', '读音', '一个字一个音节，用空格隔开，不写声调，如 yin hang'),
    column('source', '数据来源', '从哪里知道这样读'),
  ],
  fields: [
    column('slug', '领域代号', '网址用的英文代号'),
    column('name', '领域', '站名里用的写法'),
    column('full_name', '领域全称', '如 未成年人保护'),
    column('mark', '字', '地图标记里的一个字，不能重复'),
    column('lead_department', '有关单位', '抄送单位里有的才填；抄送不等于主管'),
    column('basis', '条款', '写明它的条款，或本站归类时参照的条款'),
    column('named_in', '出处', '通知（写明的领域）、抄送单位（本站按抄送单位归类）、推定（本站按工作内容归类）'),
    column('sensitive', '敏感', '是、否'),
    column('hotline', '专线', '热线表里的号码'),
    column('summary', '说明', '一句话'),
    column('aliases', '别名', '用顿号隔开；只用来查找，不印在网页上'),
    lateColumn('english', '英文名', '英文页站名里用的写法，每个词首字母大写，如 Drug Control；没有就用拼音'),
  ],
  topics: [
    column('slug', '事项代号', '网址用的英文代号'),
    column('mark', '字', '一个字'),
    column('name', '遇到什么事', '居民的说法'),
    column('summary', '说明', '一句话'),
  ],
  services: [
    column('id', '服务编号', '网址用的英文代号'),
    column('name', '服务', '短名'),
    column('topic', '事项', '事项表里的代号'),
    column('fields', '领域', '领域代号，用顿号隔开'),
    column('summary', '内容', '做什么'),
    column('audience', '为谁', '服务对象'),
    column('fee', '费用', '收不收钱'),
    column('documents', '材料', '要带什么'),
    column('how_to_apply', '怎么办', '第一步做什么'),
    column('basis', '相关条款', '本站归类时参照的条款，不表示通知写了这项服务'),
    column('aliases', '别名', '居民的说法，至少五个；只用来查找，不印在网页上'),
    lateColumn(
      'decided_by',
      '由谁决定',
      '社工站说了不算的，写由哪个部门决定、依据哪部法规；说不准的写“待核实”和问谁；没有就留空',
    ),
    lateColumn('hotlines', '也可以打', '热线表里的号码，用顿号隔开'),
  ],
  organizations: [
    column('id', '机构编号', '网址用的英文代号'),
    column('name', '机构', '全称'),
    column('kind', '类别', '社会工作服务机构、行业组织等'),
    column('district_code', '区代码', '登记的区'),
    column('phone', '电话', '公开电话'),
    column('summary', '说明', '一句话'),
    column('source', '数据来源', '从哪里来'),
  ],
  needs: [
    column('word', '说法', '居民会说的词'),
    column('topic', '事项', '事项表里的代号'),
    column('services', '服务', '服务编号，用顿号隔开'),
    column('fields', '领域', '领域代号，用顿号隔开'),
    column('crisis', '急事先打', '110、120一类的号码，用顿号隔开；不是急事的热线（如12345）写在领域表的专线里'),
  ],
  hotlines: [
    column('number', '号码', '直接拨打'),
    column('name', '名称', '热线名称'),
    column('purpose', '什么时候打', '居民的说法'),
    column('crisis', '急事', '人身危险、急病、火警、心里撑不住的写是，别的写否'),
    column('source', '来源', '谁设的、从哪份公开材料核对，会和号码一起公开；没有核对到的写“待核实”'),
    column('verified_on', '核实日期', '核对公开资料的日期'),
    lateColumn('english', '英文说明', '写了才列在英文页上；先写是什么热线，再写什么时候打'),
  ],
  targets: [
    column('id', '编号', ''),
    column('due', '期限', '如 2023-12-31'),
    column('name', '目标', ''),
    column('metric', '指标', '由程序计算的指标名'),
    column('goal', '目标值', '数字'),
    column('clause', '条款', '政策条款'),
    column('quote', '原文', '原样摘自该条'),
  ],
  documents: [
    column('id', '文件代号', '用于互相指认的英文代号；本站有全文的文件不填在这里，写在全文的开头'),
    column('title', '题目', '不带书名号'),
    column('doc_number', '文号', '如 中办发〔2017〕11号，不知道就留空'),
    column('issuer', '发布机构', '不知道就留空'),
    column('validity', '有效性', '有效、失效、废止、已修改、待核实'),
    column('other_titles', '别的写法', '同一个文号被写成的别的题目，用顿号隔开；本站自己的文字不能用'),
    column('known', '知道什么', '哪些是确定的，哪些待核实'),
    column('source', '数据来源', '从哪里知道这份文件'),
  ],
  glossary: [
    column('slug', '词代号', '网址用的英文代号，定了不改'),
    column('term', '词', ''),
    column('definition', '解释', '一两句大白话'),
    column('source', '依据', '政策条款，或别的出处；本站自己的解释留空'),
  ],
  changes: [
    column('on', '日期', '从哪一天的数据起是这样，如 2026-11-23'),
    column('station', '站点编号', '站点表里的编号'),
    column('kind', '变化', '新增、撤并、恢复、暂停、迁址、更名、电话变更、时间变更、移除'),
    column('before', '原来', '公开范围以外的留空'),
    column('after', '现在', '公开范围以外的留空；撤并写接续站点的编号'),
  ],
  holidays: [
    column('day', '日期', '如 2027-01-01'),
    column('kind', '休或班', '休是放假，班是周末补班'),
    column('name', '节日', '如 元旦'),
    column('source', '数据来源', '国务院办公厅哪一份通知'),
  ],
  redirects: [
    column('from', '旧地址', '发布过、现在没有了的网址，以 / 开头'),
    column('to', '新地址', '现在的网址，以 / 开头'),
  ],
} as const satisfies Record<string, readonly Column[]>;

export type TableName = keyof typeof TABLES;

/** The machine name of a column of a table. */
export type ColumnName<T extends TableName> = (typeof TABLES)[T][number]['name'];

/** The type of `camelCase`: `townCode` for `town_code`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** The name of a column as the records of its rows have it: `townCode` for `town_code`. */
export const camelCase = <const Name extends string>(name: Name): CamelCase<Name> =>
  name.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase()) as CamelCase<Name>;

/** The Chinese title of a column; its name in the file where the dictionary does not list it. */
export function columnTitle(table: TableName, name: string): string {
  const columns: readonly Column[] = TABLES[table];
  return columns.find((entry) => entry.name === name)?.title ?? name;
}
