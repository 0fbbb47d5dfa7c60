/** Whom a chapter of the staff handbook is for, in the order of the handbook, each with what they do. */
export const HELP_ROLES = {
  大家: '不管做哪一样，先看这几章',
  录入员: '填表、改表、导入各区的表、打电话回访',
  社工: '写案例，请当事人同意',
  宣传员: '写政策、解读、案例和说明页，打印海报',
  审稿人: '发布以前从头读，决定发不发、撤不撤',
  操作员: '装好程序，运行命令，把网站放上去，备份和退回',
  维护者: '懂程序的人：改程序，换城市，修操作员修不了的',
} as const;

/** Whom a chapter of the staff handbook is for. */
export type HelpRole = keyof typeof HELP_ROLES;

/** The roles as a list that is never empty, for the schema of the front matter. */
export const HELP_ROLE_NAMES = Object.keys(HELP_ROLES) as [HelpRole, ...HelpRole[]];

/**
 * The name of a chapter in its address: that of its file without the number that only sorts files, `start` for
 * `10-start`.
 */
export const chapterName = (slug: string): string => slug.replace(/^\d+-/u, '');
