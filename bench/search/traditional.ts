/** Pairs of a simplified and a traditional character, as they stand in names of places. */
const PAIRS =
  '汇匯桥橋镇鎮东東陆陸龙龍华華静靜宁寧长長阳陽闵閔庄莊马馬罗羅顾顧杨楊张張园園兴興乐樂宝寶丰豐临臨扬揚卫衛场場乡鄉' +
  '区區闸閘车車联聯双雙云雲义義风風书書叶葉严嚴万萬业業亚亞产產亲親仓倉众眾会會伟偉关關军軍农農冯馮励勵劳勞厂廠' +
  '厅廳历歷发發吴吳启啟员員响響团團国國图圖圣聖坛壇垦墾墙牆声聲备備复復头頭学學孙孫实實宫宮宾賓寿壽尔爾岛島峡峽' +
  '师師带帶广廣庙廟庆慶应應归歸录錄战戰户戶护護择擇无無时時显顯晓曉杰傑极極枫楓标標树樹梦夢楼樓欢歡欧歐毕畢气氣' +
  '汉漢汤湯沟溝沪滬泾涇泽澤洁潔济濟润潤渔漁湾灣滨濱滩灘满滿灯燈灵靈点點练練爱愛环環现現玛瑪珑瓏电電画畫畅暢码碼' +
  '种種积積窑窯竞競笔筆简簡红紅纪紀纬緯绍紹绿綠绣繡维維职職胜勝艺藝节節芦蘆苏蘇范範荣榮莲蓮营營蓝藍虾蝦补補览覽' +
  '观觀诸諸诚誠贝貝贤賢贵貴赵趙跃躍轩軒轮輪达達进進远遠连連邓鄧邮郵邻鄰郑鄭钟鐘钢鋼钱錢铁鐵铜銅银銀锦錦门門间間' +
  '阁閣际際陈陳陇隴项項顺順颐頤飞飛馆館骏駿鱼魚鲁魯鸣鳴鸿鴻鹤鶴鹏鵬麦麥齐齊龚龔潍濰颛顓残殘儿兒矫矯';

const MAP = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) MAP.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));

/** A text as somebody with a traditional keyboard writes it; characters outside the small table stay. */
export const traditional = (text: string): string =>
  Array.from(text, (character) => MAP.get(character) ?? character).join('');
