import { scriptBase } from './script/scriptBase'
import { scriptConfigure } from './script/scriptConfigure'
import { scriptConfirm } from './script/scriptConfirm'
import { scriptConnect } from './script/scriptConnect'
import { scriptDetails } from './script/scriptDetails'
import { scriptFacts } from './script/scriptFacts'
import { scriptManage } from './script/scriptManage'
import { scriptOrganize } from './script/scriptOrganize'
import { scriptShell } from './script/scriptShell'
import { scriptStart } from './script/scriptStart'

/**
 * The script of the portal's page: classic, in one function scope, for any browser that runs the vendor's portal.
 * It is text, not functions written out with `toString`: a bundler that minifies a host's code, or puts calls to its
 * own helpers into it, would then break the page. A browser test runs it as it is.
 */
export const portalPageScript = `(() => {
'use strict'
${[
  scriptBase,
  scriptFacts,
  scriptConnect,
  scriptOrganize,
  scriptManage,
  scriptDetails,
  scriptConfirm,
  scriptConfigure,
  scriptShell,
  scriptStart,
].join('')}})()`
