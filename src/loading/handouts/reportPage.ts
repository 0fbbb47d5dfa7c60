/** Escapes a text for HTML; line ends are kept. */
export const escaped = (text: string) =>
  text.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`).replaceAll('\n', '<br>');

// The site's light colours. The level of a fault is also written in words, for prints in black and white.
const STYLE = `
@page { size: A4; margin: 15mm 12mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; color: #18201d; background: #fff; font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.35; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; line-height: 1.35; margin: 2rem 0 .5rem; border-top: 2px solid #18201d; padding-top: .5rem; break-after: avoid; }
p { margin: .6rem 0; }
.verdict { font-size: 1.1rem; font-weight: 700; border: 2px solid #0d5a47; padding: .6rem .9rem; border-radius: 3px; }
.verdict.stop { border-color: #9c2f19; }
.counts { font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem; border-bottom: 1px solid #c9cfcb; overflow-wrap: anywhere; }
th { border-bottom: 2px solid #18201d; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.place { width: 9.5em; }
.value { width: 22%; }
.must { font-weight: 700; color: #9c2f19; }
.hint { color: #6b4a00; }
tr.stop td { background: #fbeae5; }
ul { padding-left: 1.2rem; }
li { margin: .2rem 0; break-inside: avoid; overflow-wrap: anywhere; }
.small { color: #47524d; }
@media screen and (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { border-bottom: 2px solid #18201d; padding: .4rem 0; }
  td { border: 0; padding: .15rem .5rem; }
  td[data-title]:not(:empty)::before { content: attr(data-title) "："; color: #47524d; }
}
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } tr.stop td { background: none; } }
`;

/**
 * A complete HTML page without other files that prints on A4. `body` is a list of HTML parts; empty ones are left out.
 */
export function reportPage(title: string, body: readonly string[]): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}
