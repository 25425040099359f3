/** The style of the portal's page, for screens of 390 px and wider. A customization profile changes the colour `--accent`. */
export const portalPageStyle = `
*{box-sizing:border-box}
:root{color-scheme:light;--accent:#16181d;--text:#16181d;--muted:#5b6270;--line:#e2e5ea;--edge:#818896;--subtle:#f6f7f9;
font:14px/20px system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--text);background:#fff;-webkit-text-size-adjust:100%}
body{margin:0;min-block-size:100dvh}
h1,h2,p,dl,dd,ul,table{margin:0;padding:0}
h1{font-size:20px;line-height:28px;font-weight:600;text-wrap:balance;overflow-wrap:anywhere;outline-offset:4px}
h2{font-size:14px;line-height:20px;font-weight:600}
ul{list-style:none}
button,select,input{font:inherit;color:inherit}
:focus-visible{outline:2px solid #2563eb;outline-offset:2px}
.app{display:flex;flex-direction:column;min-block-size:100dvh}
.header{display:flex;align-items:center;gap:12px;block-size:56px;padding-inline:24px;border-block-end:1px solid var(--line)}
.brand{font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.mark{display:grid;place-items:center;flex:none;inline-size:36px;block-size:36px;border-radius:8px;background:var(--subtle);
color:var(--muted);font-size:12px;font-weight:600}
.header .mark{inline-size:28px;block-size:28px;background:var(--accent);color:#fff}
.push{margin-inline-start:auto}
.body{display:flex;flex:1;inline-size:100%;max-inline-size:1120px}
main{flex:1;min-inline-size:0;padding:24px;display:flex;flex-direction:column;gap:16px}
.top{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px}
.muted,.intro{color:var(--muted);text-wrap:pretty}
.intro{max-inline-size:64ch}
.top+.intro{margin-block-start:-12px}
.side{flex:none;inline-size:200px;padding:24px 0 24px 16px}
.nav{display:flex;flex-wrap:wrap;gap:8px}
.side .nav{flex-direction:column;gap:2px}
.nav button{border:1px solid var(--line);border-radius:14px;background:#fff;padding:3px 14px;font-weight:500;cursor:pointer}
.side .nav button{border:0;border-radius:8px;padding:8px 12px;text-align:start}
.nav button:hover{background:var(--subtle)}
.nav button[aria-current]{background:var(--accent);border-color:var(--accent);color:#fff}
.side .nav button[aria-current]{background:var(--subtle);color:var(--accent);font-weight:600}
.tabs{display:flex;flex-wrap:wrap;gap:0 20px;border-block-end:1px solid var(--line)}
.tabs button{border:0;border-block-end:2px solid transparent;margin-block-end:-1px;background:none;padding:8px 0;font-weight:500;color:var(--muted);cursor:pointer}
.tabs button:hover{color:var(--text)}
.tabs button[aria-pressed=true]{color:var(--text);border-block-end-color:var(--accent)}
.count{color:var(--muted);font-weight:400;font-variant-numeric:tabular-nums}
.row,td{border-block-end:1px solid var(--line)}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;min-block-size:64px;padding-block:11px}
.row:last-child,tbody tr:last-child td{border-block-end:0}
.grow{flex:1 1 120px;min-inline-size:0;overflow-wrap:anywhere}
.name{font-weight:500}
.small{font-size:12px;line-height:16px}
table{inline-size:100%;border-collapse:collapse;table-layout:fixed}
th{padding:0 12px 8px 0;font-size:12px;line-height:16px;font-weight:500;color:var(--muted);text-align:start;border-block-end:1px solid var(--line)}
td{block-size:64px;padding:11px 12px 11px 0;overflow-wrap:anywhere}
th:last-child,td:last-child{padding-inline-end:0}
.link{border:0;background:none;padding:4px 0;margin:-4px 0;font-weight:500;text-align:start;cursor:pointer;text-decoration:underline;text-decoration-color:#b3b9c4;text-underline-offset:3px}
.link:hover{text-decoration-color:currentColor}
.button{min-block-size:32px;padding:5px 12px;border:1px solid var(--edge);border-radius:8px;background:#fff;font-weight:500;cursor:pointer}
.button:hover:not(:disabled){background:var(--subtle)}
.button.solid{border-color:var(--accent);background:var(--accent);color:#fff}
.button.solid:hover:not(:disabled){background:color-mix(in srgb,var(--accent) 88%,#fff)}
button:disabled,select:disabled,input:disabled{opacity:.45;cursor:not-allowed}
.swap{display:inline-grid;text-align:center}
.swap>*{grid-area:1/1;visibility:hidden}
.swap>.on{visibility:visible}
.pill{display:inline-flex;align-items:center;gap:6px;min-block-size:24px;padding:2px 10px;border-radius:12px;background:var(--subtle);color:var(--muted);font-size:12px;line-height:16px;font-weight:500}
.pill.good{color:#067647;background:#eff6f3}
.pill.bad{color:#b42318;background:#f9f0ef}
.code{font:500 14px/20px ui-monospace,"SF Mono",Menlo,Consolas,monospace;letter-spacing:.04em;font-variant-numeric:tabular-nums}
.codes{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
select,input[type=text]{min-block-size:32px;max-inline-size:100%;padding:4px 8px;border:1px solid var(--edge);border-radius:8px;background:#fff}
.notice{padding:10px 14px;border-radius:10px;background:var(--subtle);color:var(--muted)}
.notice.row{border:0;min-block-size:0}
.facts{display:grid;grid-template-columns:minmax(96px,160px) 1fr;gap:0}
.facts dt,.facts dd{padding-block:12px;border-block-end:1px solid var(--line);overflow-wrap:anywhere}
.facts dt{display:flex;align-items:center;padding-inline-end:16px;color:var(--muted)}
.keep{white-space:nowrap}
.actions{display:flex;flex-wrap:wrap;gap:8px}
.group{display:flex;flex-direction:column;border:1px solid var(--line);border-radius:12px;padding:16px;gap:12px}
.check{display:flex;gap:10px;align-items:flex-start}
.check input{inline-size:16px;block-size:16px;margin:2px 0;flex:none;accent-color:var(--accent)}
.chips{display:flex;flex-wrap:wrap;gap:8px;border:0;margin:0;padding:0}
.chips legend{padding:0 0 8px;color:var(--muted)}
.chips label{display:inline-flex;align-items:center;gap:8px;padding:3px 12px;border:1px solid var(--line);border-radius:14px;cursor:pointer}
.chips label:has(:checked){border-color:var(--accent)}
.chips input{accent-color:var(--accent);margin:0}
.empty{padding-block:32px;color:var(--muted)}
.center{flex:none;margin:auto;max-inline-size:360px;padding:48px 24px;display:flex;flex-direction:column;align-items:center;gap:8px;text-align:center}
.center .actions{padding-block-start:8px;justify-content:center}
.footer{padding:12px 24px;color:var(--muted);font-size:12px;line-height:16px}
.status{position:fixed;inset-block-end:12px;inset-inline:12px;inline-size:fit-content;max-inline-size:calc(100vw - 24px);margin-inline:auto;padding:10px 16px;border-radius:10px;background:#16181d;color:#fff}
.status:empty{display:none}
dialog{inline-size:min(400px,100vw - 32px);border:0;border-radius:14px;padding:24px;box-shadow:0 0 0 1px rgb(16 24 40/.06),0 24px 64px -16px rgb(16 24 40/.28);color:inherit}
dialog::backdrop{background:rgb(12 14 18/.48)}
dialog h2{font-size:16px;line-height:24px}
dialog form{display:flex;flex-direction:column;gap:12px}
.narrow{display:none}
@media(max-width:640px){
.nav,.tabs{flex-wrap:nowrap;overflow-x:auto;scrollbar-width:none;margin-inline:-16px;padding-inline:16px}
.nav{padding-block:3px;margin-block:-3px}.nav button,.tabs button{flex:none}
.tabs{border-block-end:0;box-shadow:inset 0 -1px var(--line)}.tabs button{margin-block-end:0}
main{padding:16px}.header{padding-inline:16px}.footer{padding-inline:16px}
.wide{display:none}.narrow{display:block}
.button,.nav button,select,.chips label{min-block-size:40px}.nav button{border-radius:20px}
}
@media(max-width:800px){.body{flex-direction:column}.side{inline-size:auto;padding:16px 16px 0}.side .nav{flex-direction:row;gap:4px}
.side .nav button{padding:6px 12px}}
@media(forced-colors:active){.button,.pill,.group,.notice,dialog{border:1px solid CanvasText}.nav button[aria-current]{border:2px solid Highlight}}
`
