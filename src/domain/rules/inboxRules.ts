import { CASE, must, PERSONAL, remind, type RuleEntry } from './rule.ts';

const FORM = '本站规范（收稿）';
const AGAIN = '请写稿的人在投稿页重新打开、检查、另存一份';

/**
 * The findings of the inbox by their permanent codes, besides the rules of the check. 必须改 refuses the whole case, 提醒
 * only reports.
 */
export const INBOX_RULES = {
  'handed.kind': must(
    '不是稿件包、.docx或文件夹',
    FORM,
    '收稿件包（.zip）、Word文档（.docx），或放着稿子和图片的文件夹',
  ),
  'handed.large': must('文件太大', FORM, '把图片缩小以后再存'),
  'zip.broken': must('压缩包坏了，或没有传完整', FORM, '请对方重新发一次，或换一个U盘'),
  'zip.locked': must('压缩包设了密码', FORM, '请对方不设密码，重新存'),
  'zip.large': must('解开以后太大，或大得不合常理', FORM, AGAIN),
  'zip.many': must('里面的文件太多', FORM, AGAIN),
  'zip.path': must('里面有写到文件夹外面去的路径', FORM, '来路不明的不要收；' + AGAIN),
  'zip.twice': must('里面有两个同名的文件', FORM, AGAIN),
  'zip.link': must('里面有指向别处的链接', FORM, '来路不明的不要收；' + AGAIN),
  'zip.nested': must('压缩包里还有压缩包', FORM, '先解开，只收里面的一篇稿子'),
  'zip.stranger': must('里面有稿件包不该有的文件', FORM, AGAIN),
  'package.part': must('稿件包里缺东西', FORM, AGAIN),
  'manifest.broken': must('清单（manifest.json）读不懂', FORM, AGAIN),
  'manifest.future': must('稿件包是更新的版本写的', FORM, '先升级这个网站的程序，再收'),
  'manifest.changed': must('内容和清单对不上，存好以后被改过', FORM, '问写稿的人改了什么；' + AGAIN),
  'folder.text': must('文件夹里没有稿子，或不止一篇', FORM, '一个文件夹只放一篇稿子（.md或.docx）和它的图片'),
  'folder.stranger': must('文件夹里有不认识的文件', FORM, '拿走它：只放稿子和图片'),
  'text.encoding': must('稿子不是UTF-8编码', FORM, AGAIN),
  'text.large': must('稿子太长', FORM, '一篇案例四百到八百字；检查是不是贴进了别的东西'),
  'docx.broken': must('Word文档读不懂', FORM, '用Word或WPS打开，另存为.docx再收'),
  'docx.macro': must('Word文档带着宏（会运行的程序）', FORM, '另存为不带宏的.docx'),
  'docx.parts': must(
    'Word文档里有收不进来的东西',
    FORM,
    '文本框和脚注里的字移到正文里，图表和放在别处的图片存成图片再插入',
  ),
  'docx.left': remind('Word文档里有些东西没有读进来', PERSONAL, '看一下正文有没有少'),
  'docx.table': must('Word文档开头的登记表不对', FORM, '照手册里“登记表”的样子，左边写项目，右边写内容'),
  'text.unplaced': must('有几段不知道放在哪一节', CASE, '给它写上六节里的一个标题，或删掉'),
  'picture.kind': must('不是JPEG、PNG或WebP图片', FORM, '用看图软件打开，另存为JPEG'),
  'picture.large': must('图片太大', FORM, '把图片缩小到15MB以内'),
  'picture.pixels': must('图片的像素太多', FORM, '把图片的长边缩到4000像素以内'),
  'picture.broken': must('图片坏了，打不开', FORM, '换一张，或请对方重新发'),
  'picture.missing': must('稿子写到的图片没有找到', FORM, '把图片放进来，或删掉这一项'),
  'picture.extra': must('有一张图片，稿子没有写到', FORM, '在pictures里写上，或删掉这张图片'),
  'picture.untold': must(
    'Word文档里的图片没有说明',
    CASE,
    '在图片下面另起一行，写“图1：画的是什么（没有人脸）”；括号里是没有人脸、已打马赛克、本人同意露脸中的一个',
  ),
  'case.withdrawn': must('这一篇已经撤回', PERSONAL, '当事人撤回的不能再收；重新同意了的，先问审稿人'),
  'case.unread': must('网站里同名的那一篇读不懂', FORM, '先运行npm run check，把它改好'),
  'case.consent': remind('和网站里另一篇的同意书编号一样', PERSONAL, '是同一篇改了题目的，删掉旧的那一篇'),
  'case.picture': remind('图片里带着拍摄的地点、时间一类的信息，没有留下', PERSONAL, '不用做什么'),
} as const satisfies Record<string, RuleEntry>;

export type InboxRule = keyof typeof INBOX_RULES;
