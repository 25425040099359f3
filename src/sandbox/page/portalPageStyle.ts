/** The style of the portal's page. */
export const portalPageStyle = `
:root{color-scheme:light;font:14px/20px system-ui,sans-serif;color:#16181d;background:#fff}
body{margin:0;padding:24px}
h1{margin:0 0 8px;font-size:20px;line-height:28px}
`
