/** The style sheet of a static catalog. */
import { stylesheet } from '../../preview/index.js'

/** `site.css`. */
export const siteStyles = (): string => `${base}\n${stylesheet()}\n`

const base = `:root{color-scheme:light dark;--text:#1d2430;--quiet:#5b6472;--line:#d9dee6;--ground:#fff;--side:#f5f7fa;--mark:#e4efff;--link:#0b5bd3;--error:#b3261e;--warning:#8a5300}
@media (prefers-color-scheme:dark){:root{--text:#e6e9ef;--quiet:#a3adbb;--line:#343b47;--ground:#14181f;--side:#1b2029;--mark:#22375a;--link:#8ab8ff;--error:#ff8a80;--warning:#f5c26b}}
body{margin:0;background:var(--ground);color:var(--text);font:14px/1.5 system-ui,sans-serif}
a{color:var(--link)}
:focus-visible{outline:2px solid var(--link);outline-offset:1px}
[hidden]{display:none!important}
.site{display:grid;grid-template-columns:300px 1fr;height:100vh}
.site iframe{width:100%;height:100%;border:0}
.side{overflow-y:auto;background:var(--side);border-right:1px solid var(--line)}
.side>summary{padding:14px 16px 8px;font-weight:600;font-size:16px;list-style:none}
.side>summary::-webkit-details-marker{display:none}
.side input{display:block;box-sizing:border-box;width:calc(100% - 24px);margin:0 12px 8px;padding:7px 10px;border:1px solid var(--line);border-radius:6px;background:var(--ground);color:inherit;font:inherit}
.side p{margin:0;padding:0 16px 10px;color:var(--quiet)}
nav{padding:0 8px 24px}
nav ul{margin:0;padding:0 0 0 10px;list-style:none}
nav details>summary{padding:3px 6px;cursor:pointer;font-weight:500;border-radius:5px}
nav a{display:block;padding:3px 6px 3px 20px;border-radius:5px;color:inherit;text-decoration:none;overflow-wrap:anywhere}
nav a:hover{background:var(--line)}
nav a[aria-current]{background:var(--mark)}
.count{margin-left:6px;padding:0 6px;border-radius:9px;border:1px solid;font-size:11px;white-space:nowrap}
.error{color:var(--error)}.warning{color:var(--warning)}
.story{max-width:1200px;margin:0 auto;padding:16px 20px 60px}
.story h1{margin:0 0 2px;font-size:20px;overflow-wrap:anywhere}
.story .about{margin:0 0 14px;color:var(--quiet);overflow-wrap:anywhere}
.framed .home{display:none}
.choices{display:flex;flex-wrap:wrap;gap:6px;align-items:center;margin:0 0 14px}
.choices a,.choices label{padding:3px 10px;border:1px solid var(--line);border-radius:14px;color:inherit;text-decoration:none;cursor:pointer}
.choices [aria-current]{background:var(--mark);border-color:var(--link)}
.choices .space{flex-basis:16px}
.theme{position:absolute;opacity:0;pointer-events:none}
#light:checked~.choices [for=light],#dark:checked~.choices [for=dark]{background:var(--mark);border-color:var(--link)}
#light:focus-visible~.choices [for=light],#dark:focus-visible~.choices [for=dark]{outline:2px solid var(--link);outline-offset:1px}
#light:checked~.columns .on-dark,#dark:checked~.columns .on-light{display:none}
.columns{display:grid;grid-template-columns:auto minmax(0,1fr);gap:24px;align-items:start}
.phone{max-width:100%;overflow-x:auto;border:1px solid var(--line);border-radius:14px;width:fit-content}
.panels details{margin:0 0 10px;border:1px solid var(--line);border-radius:8px}
.panels summary{padding:8px 12px;cursor:pointer;font-weight:500}
pre{margin:0;padding:10px 12px;border-top:1px solid var(--line);overflow:auto;max-height:70vh;font:12px/1.55 ui-monospace,Menlo,Consolas,monospace;tab-size:2}
.problems{margin:0;padding:8px 12px 10px 30px;border-top:1px solid var(--line)}
.problems li{margin:4px 0;overflow-wrap:anywhere}
.problems code{font-size:12px;color:var(--quiet)}
@media (max-width:900px){.columns{grid-template-columns:minmax(0,1fr)}}
@media (max-width:760px){.site{display:flex;flex-direction:column}.site iframe{flex:1}.side{flex:none;max-height:60vh;border-right:0;border-bottom:1px solid var(--line)}.side>summary{cursor:pointer;padding:10px 16px}.side>summary::after{content:' ▾';color:var(--quiet)}.story{padding:12px 12px 40px}}`
