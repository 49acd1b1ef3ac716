/** Style of the page. Every pair of text and ground holds 4.5:1 in both schemes; nothing is told by colour alone. */
export const style = `
:root{color-scheme:light dark;--ground:#fbfaf8;--raised:#fff;--text:#1d1f21;--soft:#555b61;--line:#d8d5cf;--link:#1a4f8b;--focus:#8a4b00;--code:#f1efea;
--good:#1d5e31;--good-ground:#e3f1e6;--bad:#9b1c1c;--bad-ground:#fbe6e4;--broken:#6b2a86;--broken-ground:#f3e8f8;--warn:#7a4a00;--warn-ground:#fbeed3;--wait:#2f4f78;--wait-ground:#e5edf7;--quiet:#51565b;--quiet-ground:#eceae6}
@media (prefers-color-scheme:dark){:root{--ground:#15171a;--raised:#1d2024;--text:#e9e7e3;--soft:#b3b8bd;--line:#3a3f45;--link:#9cc4f5;--focus:#ffb454;--code:#282c31;
--good:#9fdbb0;--good-ground:#17331f;--bad:#ffb3ab;--bad-ground:#471a18;--broken:#dfb6f3;--broken-ground:#37203f;--warn:#f6cf86;--warn-ground:#3d2c0c;--wait:#b1cdf0;--wait-ground:#1d3048;--quiet:#c0c4c8;--quiet-ground:#2c3035}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
code,pre,.id,.code{font-family:ui-monospace,"SF Mono",Consolas,"DejaVu Sans Mono",monospace;font-size:.875em}
code{background:var(--code);padding:.1em .3em;border-radius:3px;overflow-wrap:anywhere;white-space:pre-wrap}
pre{background:var(--code);padding:.75rem;margin:.25rem 0 .75rem;border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.4}
.id{overflow-wrap:anywhere}
h1{font-size:1.9rem;line-height:1.2;margin:.25rem 0 1rem}
h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .75rem}
h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
h4{display:inline;font-size:1rem;font-weight:600;margin:0}
p,ul{margin:.4rem 0}
ul{padding-left:1.25rem}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem;top:0;background:var(--raised);padding:.5rem 1rem;z-index:2}
.skip:focus{left:0}
.top,.columns,footer{max-width:80rem;margin:0 auto;padding:0 1.5rem}
.top{padding-top:1.5rem}
.kind{color:var(--soft);margin:0}
.version{font-weight:400;color:var(--soft)}
.verdict{border:1px solid currentColor;border-left-width:.6rem;border-radius:6px;padding:.9rem 1.2rem}
.verdict h2{margin:0 0 .25rem;font-size:1.6rem}
.verdict p,.verdict li,.verdict h3,.verdict summary{color:var(--text)}
.verdict p{margin:.2rem 0}
.verdict h3{margin:.75rem 0 .2rem;font-size:1rem}
.good{--tone:var(--good);--tone-ground:var(--good-ground)}
.bad{--tone:var(--bad);--tone-ground:var(--bad-ground)}
.broken{--tone:var(--broken);--tone-ground:var(--broken-ground)}
.warn{--tone:var(--warn);--tone-ground:var(--warn-ground)}
.wait{--tone:var(--wait);--tone-ground:var(--wait-ground)}
.quiet{--tone:var(--quiet);--tone-ground:var(--quiet-ground)}
.verdict{color:var(--tone);background:var(--tone-ground)}
.badge{display:inline-block;color:var(--tone);background:var(--tone-ground);border-radius:3px;padding:.05rem .5rem;font-size:.875rem;font-weight:600;white-space:nowrap}
.identity,.facts{margin:1rem 0}
.identity{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.6rem 1.5rem}
.identity .wide{grid-column:1/-1}
dt{color:var(--soft);font-size:.875rem}
dd{margin:0;overflow-wrap:anywhere}
.facts>div{display:grid;grid-template-columns:9rem 1fr;gap:.75rem;padding:.2rem 0}
.columns{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:2.5rem}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:2.4rem .25rem 1rem;font-size:.9375rem}
nav ul{list-style:none;padding:0}
nav li{margin:.15rem 0}
nav a{display:block;padding:.2rem 0;text-decoration:none}
nav a:hover{text-decoration:underline}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem 2rem}
.counts h3{margin:.25rem 0}
.counts ul{list-style:none;padding:0}
.counts strong{display:inline-block;min-width:3rem;text-align:right;font-variant-numeric:tabular-nums;margin-right:.4rem}
.filter{background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.75rem 1rem;margin:0 0 1rem}
fieldset{border:0;padding:0;margin:0 0 .5rem;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem}
legend{padding:0;font-weight:600;float:left;margin-right:.5rem}
label{display:inline-flex;align-items:center;gap:.35rem;min-height:1.75rem}
input[type=checkbox]{width:1.1rem;height:1.1rem;margin:0}
input[type=search]{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:4px;padding:.35rem .5rem;width:min(22rem,100%)}
button{font:inherit;color:var(--link);background:var(--ground);border:1px solid currentColor;border-radius:4px;padding:.3rem .75rem;cursor:pointer}
output{color:var(--soft);margin-left:.5rem}
summary{cursor:pointer;padding:.5rem .75rem;border-radius:4px}
summary:hover{background:var(--code)}
.line{background:var(--raised);border:1px solid var(--line);border-left:4px solid var(--tone,var(--line));border-radius:4px;margin:.4rem 0}
.line:target{outline:3px solid var(--focus);outline-offset:1px}
.inside{padding:.25rem 1rem .75rem 1.5rem}
.meta{color:var(--soft);font-size:.9rem}
.meta .id{font-size:1em}
.label{font-weight:600;margin:.8rem 0 .2rem}
.attendues{list-style:none;padding:0}
.attendues>li{padding:.4rem 0;border-top:1px solid var(--line)}
.finding{border-left:4px solid var(--tone,var(--line));padding:.25rem 0 .25rem .9rem;margin:.75rem 0}
.finding .facts{margin:.25rem 0}
.exchange>summary{padding-left:0}
.exchange .id,.row .name{font-weight:600}
.apart{margin:.75rem 0}
.warnings{list-style:none;padding:0}
.warnings>li{border-top:1px solid var(--line);padding:.5rem 0}
.one-line{list-style:none;padding:0 0 0 1rem;font-size:.875rem}
.one-line li{padding:.15rem 0;overflow-wrap:anywhere}
.one-line li:target{outline:3px solid var(--focus)}
.clauses,.hashes{font-size:.9375rem}
.trust{text-decoration:none;color:var(--soft)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}
footer{color:var(--soft);padding-top:1rem;padding-bottom:3rem;margin-top:3rem;border-top:1px solid var(--line)}
[hidden]{display:none!important}
@media (max-width:60rem){
.columns{display:block}
nav{position:static;max-height:none;padding:1rem 0 0}
nav ul{columns:16rem}
}
@media (max-width:34rem){
.top,.columns,footer{padding-left:1rem;padding-right:1rem}
h1{font-size:1.5rem}
.identity{grid-template-columns:1fr;gap:.35rem}
.identity>div{display:grid;grid-template-columns:7.5rem 1fr;gap:.5rem}
.inside{padding:.25rem .6rem .6rem}
.row .inside{padding-left:.4rem;padding-right:.4rem}
.facts>div{grid-template-columns:1fr;gap:0}
.badge{white-space:normal}
summary h4,summary .name{display:block;margin-top:.25rem}
}
@media (forced-colors:active){.badge,.verdict{border:1px solid}}
@media print{
:root{color-scheme:light}
nav,.filter,.skip{display:none!important}
.columns{display:block}
body{font-size:10pt}
.line,.finding{break-inside:avoid-page}
details[open]{break-inside:auto}
a{color:inherit}
}
`;
