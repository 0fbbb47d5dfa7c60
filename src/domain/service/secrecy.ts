/**
 * What may be said of secrecy: it has exceptions, and they are named (law on the protection of minors, article 11: who
 * works with children reports that a child is harmed, may be harmed or is in danger).
 */
export const SECRECY =
  '谈的内容依法保密，有例外：有人正在或者可能受到伤害；未成年人受到侵害、疑似受到侵害或者面临危险，要依法报告；法律规定的其他情形。';
