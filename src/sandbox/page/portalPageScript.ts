import { scriptBase } from './script/scriptBase'
import { scriptConnect } from './script/scriptConnect'
import { scriptFacts } from './script/scriptFacts'
import { scriptManage } from './script/scriptManage'
import { scriptShell } from './script/scriptShell'

/**
 * The script of the portal's page: classic, in one function scope, for any browser that runs the vendor's portal.
 * It is text, not functions written out with `toString`: a bundler that minifies a host's code, or puts calls to its
 * own helpers into it, would then break the page. A browser test runs it as it is.
 */
export const portalPageScript = `(function () {
'use strict'
${scriptBase}${scriptFacts}${scriptConnect}${scriptManage}${scriptShell}})()`
