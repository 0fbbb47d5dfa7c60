/** What a rule says of itself: how grave a breach is, what it finds, what it rests on, what to do. */
export interface RuleEntry {
  readonly level: '必须改' | '提醒';
  readonly about: string;
  /** The clause of the notice, the section of the norms, or our own table that asks for it. */
  readonly source: string;
  readonly remedy: string;
}

const must = (about: string, source: string, remedy: string) => ({ level: '必须改', about, source, remedy }) as const;
const remind = (about: string, source: string, remedy: string) => ({ level: '提醒', about, source, remedy }) as const;

const TABLE = '数据字典';
const PERSONAL = '本站规范五（个人信息）';
const PLACE = '本站规范七（地图）';
const FRESH = '本站规范八（新鲜度）';

/**
 * The rules that data, texts and attachments are held to, by their stable codes: the one table that the check, its
 * reports and the handbook read. 必须改 stops a build, 提醒 is only told.
 */
export const DATA_RULES = {
  input: must('文件读不了，或写法不合规定', TABLE, '照报错里说的改'),
  cell: must('一格里的写法不对', TABLE, '照报错里说的改'),
  'key-twice': must('两行用了同一个编号', TABLE, '留一个，另一行换新的编号'),
  'pointer-nowhere': must('指向的编号、代码找不到', TABLE, '先在那张表里加上，或改成已有的'),
  'code-outside': must('代码不在上一级的代码里', '国家统计局区划代码', '检查区、街镇、居村三级代码'),
  'field-missing': must('专项站没有写领域', '通知二（二）', '填领域表里的代号'),
  'field-extra': must('不是专项站却写了领域', '通知二（二）', '留空，或把类型改成“专项”'),
  'committee-missing': must('居村站没有写居村代码', '通知二', '填居村委的12位代码'),
  'committee-outside': must('居村不在这个街镇里', '国家统计局区划代码', '检查街镇代码和居村代码'),
  'successor-missing': must('撤并了，没写以后找哪个站', FRESH, '填接续站点的编号'),
  'successor-closed': must('接续的站点自己也撤并了', FRESH, '填现在还在的站'),
  'status-dates': must('状态结束早于开始', TABLE, '检查两个日期'),
  'opened-future': must('写着运行，设立日期还没有到', FRESH, '改日期，或把状态改成“筹建”'),
  'name-rule': remind('名称和统一写法不同', '通知三（一）', '按“街镇＋领域或居村＋社工站”写；标牌确实不同的，先改标牌'),
  'name-twice': remind('两个站同名', '通知三（一）', '看是不是一个站写了两行；确是两个站，在备注里说明'),
  'station-twice': must('两行的名称和地址都一样', TABLE, '留一行，删掉另一行'),
  'town-general-twice': remind('一个街镇有两个综合站', '通知二', '原则上一个街镇一个综合站：改类型，或把一个标为撤并'),
  'staff-few': remind(
    '综合站的工作人员不够3名（当地文件另有规定的按规定）',
    '通知三（二）',
    '核对人数；确实不够的，这里只是记下',
  ),
  'qualified-over-staff': must('符合条件的人比工作人员还多', '通知三（二）', '检查两个数'),
  'address-district': remind('地址里写着别的区', TABLE, '核对地址和街镇代码；确实设在别的区的不用改'),
  'coordinate-half': must('经度和纬度只有一个', PLACE, '两格都填，或都留空'),
  'crs-missing': must('有坐标，没写坐标系', PLACE, '填坐标是从哪种地图上取的'),
  'coordinate-outside': must('坐标不在本市', PLACE, '检查经度和纬度有没有写反、坐标系对不对'),
  'coordinate-far': remind('坐标离所在街镇很远', PLACE, '核对坐标和街镇代码'),
  'coordinate-same': remind('地址不同，坐标一模一样', PLACE, '多半是只查到了路或街镇：重新取点，或把精度改成“街镇”'),
  'precision-no-point': must('没有坐标，精度却不是“街镇”', PLACE, '精度改成“街镇”，或补上坐标'),
  'precision-claimed': remind(
    '精度写着门牌，地址或坐标没有那么细',
    PLACE,
    '补上门牌号和5位小数的坐标，或把精度改成“道路”',
  ),
  'phone-form': must('电话的写法不对', TABLE, '写成021-64371234，几个号码之间用顿号'),
  'phone-mobile': must('电话是手机号，可能是个人的', PERSONAL, '换成单位的座机或热线'),
  'phone-none': remind('运行的站没有电话', FRESH, '补上座机或热线；确实没有的，页面上写市民热线'),
  'phone-area': remind('区号和别的站不同', TABLE, '检查区号'),
  'phone-shared': remind('不同街镇的站、或同一街镇的同类站用同一个电话', FRESH, '打一次电话，弄清是哪个站的'),
  'hours-form': must('开放时间读不懂', TABLE, '写成“周一至周五 9:00-11:30、13:00-17:00；国定假日休息”'),
  'hours-none': remind('运行的站没有开放时间', FRESH, '打电话问清楚，补上'),
  'hours-words': remind('开放时间只有原话，页面上不说现在开没开', FRESH, '问清楚星期几、几点到几点，填进“开放时间”'),
  'hours-never': must('写着运行，开放时间却是天天休息', FRESH, '改开放时间，或把状态改成“暂停”'),
  'verified-future': must('核实日期晚于数据截止日期', FRESH, '改正日期，或更新datapackage.json的as_at'),
  'change-future': must('变动的日期晚于数据截止日期', FRESH, '改正日期，或更新datapackage.json的as_at'),
  'verified-none': remind('从来没有核实过', FRESH, '打一次电话，写上核实日期；npm run worklist 能列出名单'),
  'verified-old': remind('一年以上没有核实', FRESH, '打一次电话，改核实日期；npm run worklist 能列出名单'),
  'verified-aging': remind('半年以上没有核实', FRESH, '安排回访；npm run worklist 能列出名单'),
  'as-at-future': remind('数据截止日期还没有到', FRESH, '改datapackage.json的as_at，没到不能正式发布'),
  'as-at-old': remind('数据截止日期过了半年', FRESH, '更新数据和datapackage.json的as_at'),
  placeholder: must('正式数据里有占位的字', PERSONAL, '换成真实内容，不知道就留空'),
  'personal-data': must('像是身份证号、手机号、银行卡号或邮箱', PERSONAL, '删掉，或改成单位的座机、热线'),
  'picture-metadata': must('图片里带着拍摄信息', PERSONAL, '另存一份不带EXIF和定位的图片'),
  'attachment-unread': remind('这种附件程序读不了', PERSONAL, '请人从头看一遍有没有个人信息'),
  formula: must('以=、+、-、@开头，Excel会当成公式', '本站规范五（导出）', '删掉开头的符号'),
  'clause-unknown': must('指到的政策或条款不存在', '本站规范四（政策文本）', '改成已有的条款号'),
  'content-pointer': must('文章里的代号在表里找不到', '本站规范五（案例）', '改成已有的，或先在表里加上'),
  'target-quote': must('目标的原文和条款对不上', '本站规范四（政策文本）', '照原文一字不差地写'),
  'case-picture': must('案例正文里有图片', PERSONAL, '在drawing里选一幅本站的插图，把图片删掉'),
  'case-sections': must('案例的六节不全或次序不对', '本站规范五（案例）', '按背景、需求、目标、过程、成效、反思写'),
} as const satisfies Record<string, RuleEntry>;

export type DataRule = keyof typeof DATA_RULES;
