/** The script of the portal's page. */
export const portalPageScript = String.raw`
(function () {
  'use strict'
  var embedded = document.getElementById('snapshot')
  var data = embedded ? JSON.parse(embedded.textContent) : null
  var root = document.getElementById('portal')
  var h1 = document.createElement('h1')
  h1.textContent = !data || data.notice === 'missing' ? 'Not found' : data.notice === 'expired' ? 'This session has ended' : 'Manage access'
  root.append(h1)
})()
`
