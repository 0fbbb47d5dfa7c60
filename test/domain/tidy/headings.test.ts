import { describe, expect, it } from 'vitest';
import { readHeading } from '../../../src/domain/tidy/headings.ts';

const column = (heading: string) => readHeading(heading)?.column ?? null;

describe('a heading', () => {
  it.each([
    ['服务网点名称', 'name'],
    ['站点全称', 'name'],
    ['社工服务站名称', 'name'],
    ['网点地址', 'address'],
    ['社区服务中心详细地址', 'address'],
    ['驿站电话', 'phone'],
    ['站点联系电话', 'phone'],
    ['服务点咨询热线', 'phone'],
    ['站点开放时间', 'hours'],
    ['日常服务时间', 'hours'],
    ['站点所在街镇', 'town_name'],
    ['工作人员数（人）', 'staff_count'],
    ['联系电话（座机）', 'phone'],
  ])('%s is the station’s own: %s', (heading, own) => expect(column(heading)).toBe(own));

  it.each(
    '承接机构地址 主管部门电话 项目名称 寒暑假开放时间 夏季开放时间 周末开放时间 服务开始时间 注册地址 举报电话 派出所电话 物业电话 公众号名称 银行名称 运营公司名称 上级单位电话 户籍街道 项目点地址 居委电话 附近公交站名称 节假日服务时间 社工机构名称 志愿服务站电话 电话（主管部门） 地址（注册地） 开放时间（寒假） 名称（承接机构） 应急值守电话 活动名称 课程服务时间 覆盖街道 分站地址'.split(
      ' ',
    ),
  )('%s is somebody else’s, or of a part of the year', (heading) => expect(column(heading)).toBeNull());

  it.each('站长电话 社工电话 家庭电话 站长手机号 负责人联系电话 社工姓名 主任电话'.split(' '))(
    '%s is a person’s',
    (heading) => {
      expect(column(heading)).toBe('person');
    },
  );

  it.each([
    ['poi_name', 'name'],
    ['adname', 'district_name'],
    ['long', 'lon'],
    ['lng', 'lon'],
    ['location.lat', 'lat'],
    ['电话1', 'phone'],
    ['联系电话（二）', 'phone'],
    ['座机②', 'phone'],
    ['站點名稱', 'name'],
    ['聯絡電話', 'phone'],
    ['開放時間', 'hours'],
    ['所屬鄉鎮', 'town_name'],
    ['地址2', null],
    ['名称二', null],
  ])('of a map, numbered, or in traditional characters: %s is %s', (heading, own) => expect(column(heading)).toBe(own));

  it.each([
    ['百度经度', 'lon', 'BD09'],
    ['经度（高德）', 'lon', 'GCJ02'],
    ['lat_wgs84', 'lat', 'WGS84'],
    ['gcj02_lng', 'lon', 'GCJ02'],
    ['百度坐标', 'lon_lat', 'BD09'],
    ['天地图纬度', 'lat', 'CGCS2000'],
  ])('of a coordinate also names its system: %s', (heading, own, crs) => {
    expect(readHeading(heading)).toMatchObject({ column: own, crs });
  });
});
