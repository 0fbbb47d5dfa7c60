import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawingFaults } from '../../../src/loading/rules/drawings.ts';
import { bytes } from '../city.ts';

const svg = (inner: string, head = '') =>
  `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n${inner}\n</svg>`;
const codes = (text: string) => drawingFaults('public/a.svg', bytes(text)).map(({ code, row }) => [code, row]);

describe('an SVG that is published', () => {
  it.each([
    '<script>alert(1)</script>',
    '<g ONCLICK="alert(1)"/>',
    '<image href="https://x.example/a.png"/>',
    '<use xlink:href="other.svg#a"/>',
    '<a href="java&#9;script:alert(1)"><path d="M0 0"/></a>',
    '<foreignObject/>',
    '<rect style="fill: url(https://x.example/a)"/>',
    '<rect fill="url(//x.example/a#b)"/>',
    '<style>@import "https://x.example/a.css";</style>',
    '<style><![CDATA[ @\\69mport "x"; ]]></style>',
    '<animate attributeName="href" to="x"/>',
    '<set attributeName="onclick" to="alert(1)"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
  ])('does nothing but show a picture: %s is refused', (inner) => {
    expect(codes(svg(inner))).toEqual([['picture-acts', 2]]);
  });

  it('brings no other file with it', () => {
    expect(codes(svg('', '<?xml-stylesheet href="https://x.example/a.css"?>'))).toEqual([['picture-acts', 1]]);
    expect(codes(svg('&a;', '<!DOCTYPE svg [<!ENTITY a "b">]>'))).toEqual([['picture-acts', 1]]);
  });

  it('is well-formed', () => {
    expect(codes(svg('<g>'))).toEqual([['input', 3]]);
  });

  it('may style itself, name its own pieces and hold a picture', () => {
    const inner =
      '<style>.a { fill: url(#g) }</style><linearGradient id="g"/><use xlink:href="#g"/><rect fill="url(#g)" style="stroke: red"/>' +
      '<image href="data:image/png;base64,iVBORw0KGgo="/><animate attributeName="x" values="0;1"/><title>图：一</title>';
    const head = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">';
    expect(codes(svg(inner, head))).toEqual([]);
    expect(drawingFaults('public/favicon.svg', readFileSync('public/favicon.svg'))).toEqual([]);
  });
});
