import { type TABLES } from '../dataset/columns.ts';

/** A column of `stations.csv`, or what a clerk's table has instead: names for codes, two values in one cell. */
export type ImportColumn =
  | (typeof TABLES.stations)[number]['name']
  | 'district_name'
  | 'town_name'
  | 'committee_name'
  | 'extent'
  | 'road'
  | 'doors'
  | 'as_at'
  | 'lon_lat'
  | 'row_number'
  | 'person';

/** The wordings of each column, apart by spaces and line breaks, the surest first. */
const WORDINGS: Readonly<Partial<Record<ImportColumn, string>>> = {
  id: '站点id 社工站编号 站点代码 本站编号',
  name: `
    社工站名称 名称 站名 机构名称 单位名称 社工站 站点 服务点名称 服务站名称 医院名称 网点名称 点位名称 服务机构
    服务点 医疗机构名称 站点全称 社会工作站名称 社会工作服务站名称 中心名称 场所名称 设施名称 poi_name poi名称
    poiname 站点名 title
  `,
  type: '站点类型 社工站类型 类别 站点类别 种类 性质类别',
  field: '服务领域 专项领域 所属领域 领域名称 领域代号 专业领域 工作领域',
  town_code: '街镇编码 街道代码 乡镇代码 街道编码 街镇区划代码 区划代码',
  committee_code: '居委代码 居村委代码 居村编码 社区代码 居委会代码',
  address: `
    办公地址 详细地址 站点地址 联系地址 单位地址 服务地址 所在地址 机构地址 具体地址 服务点地址 地点 办公地点
    服务地点 详细地点 地址名称 医院地址 坐落 位置 通讯地址 新地址 联络地址 办公场所 addr
  `,
  lon: '东经 longitude lng x 经度坐标 坐标经度 x坐标 坐标x long location_lng point_x lon_x x_coord 坐标_经度',
  lat: '北纬 维度 latitude y 纬度坐标 坐标纬度 y坐标 坐标y location_lat point_y lat_y y_coord 坐标_纬度',
  crs: '坐标体系 坐标系统 坐标类型 坐标来源 地图来源 坐标系名称',
  precision: '精度 定位精度 坐标精度',
  phone: `
    联系电话 办公电话 服务电话 咨询电话 值班电话 电话号码 联系方式 座机 固定电话 站点电话 对外电话 联系号码 热线
    服务热线 电话热线 单位电话 咨询热线 总机 tel phone telephone 公开电话 办公室电话 新电话 联络电话 站点热线
    固话
  `,
  hours: `
    服务时间 办公时间 工作时间 接待时间 营业时间 开放时段 受理时间 对外服务时间 对外开放时间 开门时间 门诊时间
    办理时间 上班时间 作息时间 服务时段 值班时间 新开放时间 opening_hours opening_time open_time business_hours
    对外办公时间
  `,
  hours_note: '开放时间备注 服务时间说明 办公时间说明 时间说明 时间备注 营业时间说明 开放说明',
  host: '依托单位名称 设立单位 依托机构 依托载体 所在单位 依托平台 所属单位 主办单位 挂靠单位',
  operator: `
    承接单位 承接社会组织 运营机构 承接主体 运营单位 服务机构名称 承接机构名称 委托机构 承接方 运营方
    承接社工机构
  `,
  staff_count: `
    人员数 工作人员 社工人数 专职人数 人数 配备人数 工作人员人数 专职社工数 社工数 人员配置 工作人员总数
    人员数量
  `,
  qualified_count: '持证人数 持证社工数 社工师人数 符合资质人数 具备资质人数 持证社工人数 专业人员数 持证数',
  services: '服务内容 服务项目 提供服务 特色服务 主要服务 服务编号',
  accessibility: '无障碍设施 无障碍情况 无障碍环境',
  directions: '交通 交通指引 路线 怎么到 乘车路线 到达方式 公交线路',
  opened_on: `
    成立日期 成立时间 设立时间 建成时间 启用时间 建立时间 挂牌时间 建站时间 开办时间 运营时间起 启用日期
    挂牌日期 建站日期
  `,
  status: '运行状态 运营状态 站点状态 目前状态 是否运行 建设状态 运行情况',
  status_note: '状态备注 情况说明 停用原因 暂停原因',
  status_from: '暂停开始 停用日期 状态开始日期',
  status_until: '暂停结束 恢复日期 状态结束日期',
  successor: '接续站 并入站点 合并后站点',
  verified_on: '核实时间 核对日期 核查日期 更新日期 更新时间 填报日期 填报时间 核对时间 数据更新时间 填表日期',
  verified_by: '核对单位 核查单位 填报单位 报送单位 更新单位',
  source: '来源 资料来源 信息来源',
  publish_level: `
    公开级别 公开程度 是否公开 公开等级 发布范围 地址是否公开 是否公开地址 地址公开 地址可否公开 地址公开情况 可否公开
    是否可公开 能否公开
  `,
  former_names: '原名 原名称 曾用名称 旧名 旧名称',
  external_id: `
    系统编号 全国系统编号 信息系统编号 外部id 全国社会工作信息系统编号 统一编号 系统编码 机构编码 机构代码 编号
    编码
  `,
  note: '备注 说明 注 备注说明 其他 其他说明',
  district_name: `
    区 district 所属区 所在区 行政区 区县 所属区县 区名 区域 所在区县 行政区划 区县名称 所属行政区 市区 区（县）
    辖区 所属区域 区代码 区编码 行政区代码 adname adcode 县区 district_name area
  `,
  town_name: `
    街镇 town street subdistrict 所属街镇 街道 街道镇 所在街镇 街道（镇） 街道乡镇 街镇名称 所属街道 乡镇
    所在街道 街道名称 乡镇街道 所属街道镇 街道/镇 镇街 所属镇街 街（镇） 所属街道（镇） 所属乡镇 街道乡镇名称
    街乡镇 属地街镇 所属街镇名称 所在街道镇 镇 township town_name street_name 乡镇名称
  `,
  committee_name: `
    居村委 居委会 居村 居委 村居 村居委 社区 所属居委 所属居村委 居民区 所在居委 社区名称 居委会名称 居村名称
    居村委名称 所属社区 村（居） 村委会 居（村）委会 村（居）委会 居（村）委 村（居）委 村居委会 居村委会 居民委员会
    村民委员会 居委名称 所属居委会 所属居民区 居民区名称 村居名称 责任居委 责任居委会
  `,
  lon_lat: '坐标 经纬度 地理坐标 位置坐标 location 经纬度坐标 地图坐标 坐标位置',
  extent: `
    管辖范围 管辖区域 责任区域 责任范围 四至范围 辖区范围 所辖范围 管辖地址 管辖门牌 区域范围 具体范围 地址范围 门牌范围
    所辖小区 管辖小区 小区 小区名称 小区名 居民小区 住宅小区 所属小区 辖区小区 包含小区 楼盘 楼盘名称 小区地址
    所辖路段 管辖路段 路段 路弄号 路弄 路段门牌 自然村 所辖自然村 村宅 村民小组 居民小组
  `,
  road: '路名 道路 道路名称 路名称 马路 马路名称',
  doors: '门牌 门牌号 门牌号码 弄号 弄 号 门牌号段 弄牌号',
  as_at: '截至日期 数据截至 截止日期 统计日期 截至时间',
  row_number: '序号 序 no 行号 顺序号 xh 序列',
  person: `
    联系人 负责人 站长 姓名 联系人姓名 负责人姓名 社工姓名 站点负责人 法人 法定代表人 联络人 工作人员姓名 填表人
    填报人 身份证号 身份证 手机 手机号 手机号码 负责人电话 联系人电话 联系人手机 邮箱 电子邮箱 email 微信
  `,
};

/** How clerks head the columns, beside the machine name and the title of the column dictionary; the surest first. */
export const SYNONYMS: Readonly<Partial<Record<ImportColumn, readonly string[]>>> = Object.fromEntries(
  Object.entries(WORDINGS).map(([column, words]) => [column, words.trim().split(/\s+/u)]),
);
