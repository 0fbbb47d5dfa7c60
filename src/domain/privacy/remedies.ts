/**
 * What to do about words by which somebody may be known again, by the code of the rule: one wording for the desk, which
 * knows no rule table, and for the table, from which check, inbox and handbook take it.
 */
export const REMEDIES = {
  'personal-data': '删掉，或改成单位的座机、热线',
  'case-address': '只写到街镇，删掉路名、门牌和室号',
  'case-identity': '至少改掉一样：年龄写“八十多岁”，病名写成困难的样子，居村不写名字',
  'case-hidden-name': '换成化名，或删掉',
  'case-name': '是真名的换成化名；是化名的，写进化名的名单',
  'case-school': '只写“学校”，或只写“小学高年级”',
  'case-illness': '写成困难的样子，如“手脚慢慢没有力气”',
  'case-date': '写成“春天”“开学以后”',
  'case-unit': '写成“一家小店”“一家工厂”',
} as const;
