/** Style of the page of `segur check`. Every pair of text and ground holds 4.5:1 in both schemes. */
export const style: string = `
:root{color-scheme:light dark;--ground:#fbfaf8;--raised:#fff;--text:#1d1f21;--soft:#555b61;--line:#d8d5cf;--link:#1a4f8b;--focus:#8a4b00;--code:#f1efea;
--good:#1d5e31;--good-ground:#e3f1e6;--bad:#9b1c1c;--bad-ground:#fbe6e4;--broken:#6b2a86;--broken-ground:#f3e8f8;--warn:#7a4a00;--warn-ground:#fbeed3;--wait:#2f4f78;--wait-ground:#e5edf7;--quiet:#51565b;--quiet-ground:#eceae6}
@media (prefers-color-scheme:dark){:root{--ground:#15171a;--raised:#1d2024;--text:#e9e7e3;--soft:#b3b8bd;--line:#3a3f45;--link:#9cc4f5;--focus:#ffb454;--code:#282c31;
--good:#9fdbb0;--good-ground:#17331f;--bad:#ffb3ab;--bad-ground:#471a18;--broken:#dfb6f3;--broken-ground:#37203f;--warn:#f6cf86;--warn-ground:#3d2c0c;--wait:#b1cdf0;--wait-ground:#1d3048;--quiet:#c0c4c8;--quiet-ground:#2c3035}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;max-width:64rem;padding:1.5rem 1.5rem 3rem;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
code,.id{font-family:ui-monospace,"SF Mono",Consolas,"DejaVu Sans Mono",monospace;font-size:.875em}
code{background:var(--code);padding:.1em .3em;border-radius:3px}
h1{font-size:1.9rem;line-height:1.2;margin:.25rem 0 1rem}
h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .75rem}
h3{display:inline;font-size:1rem;font-weight:600;margin:0}
p,ul,ol{margin:.4rem 0}
ul{padding-left:1.25rem}
.skip{position:absolute;left:-99rem;top:0;background:var(--raised);padding:.5rem 1rem;z-index:2}
.skip:focus{left:0}
.kind{color:var(--soft);margin:0}
.good{--tone:var(--good);--tone-ground:var(--good-ground)}
.bad{--tone:var(--bad);--tone-ground:var(--bad-ground)}
.broken{--tone:var(--broken);--tone-ground:var(--broken-ground)}
.warn{--tone:var(--warn);--tone-ground:var(--warn-ground)}
.wait{--tone:var(--wait);--tone-ground:var(--wait-ground)}
.quiet{--tone:var(--quiet);--tone-ground:var(--quiet-ground)}
.verdict{color:var(--tone);background:var(--tone-ground);border:1px solid currentColor;border-left-width:.6rem;border-radius:6px;padding:.9rem 1.2rem}
.verdict h2{margin:0 0 .25rem;font-size:1.5rem}
.verdict p{color:var(--text);margin:.2rem 0}
.badge{display:inline-block;color:var(--tone);background:var(--tone-ground);border-radius:3px;padding:.05rem .5rem;font-size:.875rem;font-weight:600;white-space:nowrap}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(16rem,100%),1fr));gap:.6rem 1.5rem;margin:1rem 0}
dt{color:var(--soft);font-size:.875rem}
dd{margin:0}
.files{list-style:none;padding:0;border-top:1px solid var(--line)}
.files li{display:grid;grid-template-columns:minmax(0,1fr) 10rem 10.5rem;gap:.1rem 1.25rem;align-items:baseline;padding:.45rem 0;border-bottom:1px solid var(--line)}
.badges{display:flex;flex-wrap:wrap;gap:.25rem}
.meta{color:var(--soft);font-size:.9rem}
summary{cursor:pointer;padding:.5rem .75rem;border-radius:4px}
summary:hover{background:var(--code)}
summary .badge{margin-left:.35rem}
.file{background:var(--raised);border:1px solid var(--line);border-left:4px solid var(--tone,var(--line));border-radius:4px;margin:.6rem 0}
.file:target{outline:3px solid var(--focus);outline-offset:1px}
.inside{padding:.25rem 1rem .75rem 1.5rem}
.finding{border-left:4px solid var(--tone,var(--line));padding:.15rem 0 .25rem .9rem;margin:1rem 0}
.places{list-style:none;padding:0}
.places>li{padding:.15rem 0}
.fix{margin:.3rem 0}
.more{margin:.4rem 0}
.more>summary{padding:.2rem .3rem;margin-left:-.3rem;color:var(--soft);font-size:.9375rem}
.more>ul,.more>p{font-size:.9375rem}
.lacks>li{margin:.6rem 0}
footer{color:var(--soft);padding-top:1rem;margin-top:3rem;border-top:1px solid var(--line)}
@media (max-width:44rem){
body{padding:1rem 1rem 2rem}
h1{font-size:1.5rem}
.files li{grid-template-columns:1fr}
.inside{padding:.25rem .6rem .6rem}
.badge{white-space:normal}
}
@media (forced-colors:active){.badge,.verdict{border:1px solid}}
@media print{:root{color-scheme:light}.skip{display:none}body{max-width:none;font-size:10pt}.finding{break-inside:avoid-page}a{color:inherit}}
`;
