import { expect, test } from 'vitest';
import { cityName } from '../../../src/loading/register/makeRegister.ts';

test.each([
  ['广州市', '广州'],
  ['湖南省', '湖南'],
  ['上海市', '上海'],
  ['内蒙古自治区', '内蒙古'],
  ['广西壮族自治区', '广西'],
  ['新疆维吾尔自治区', '新疆'],
  ['延边朝鲜族自治州', '延边朝鲜族自治州'],
  ['市辖区', ''],
  ['省直辖县级行政区划', ''],
])('%s is called “%s”', (name, shown) => {
  expect(cityName(name)).toBe(shown);
});
