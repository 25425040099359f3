/** Page script: the question asked before devices begin to be managed. */
export const scriptConfirm = String.raw`
function confirmManaging(waiting) {
  const words = feature('manage').device_management_confirmation || {}
  const fill = (own, key) =>
    own === undefined ? t(key, { count: waiting.length }) : own.replace(/\{count\}/g, waiting.length)
  const end = () => {
    dialog.close()
    dialog.remove()
  }
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'confirm' },
    h(
      'form',
      {
        method: 'dialog',
        onsubmit: (event) => {
          event.preventDefault()
        },
      },
      h('h2', { id: 'confirm' }, fill(words.title, 'confirm_title')),
      h('p', { class: 'muted' }, fill(words.body, 'confirm_body')),
      h(
        'div',
        { class: 'actions' },
        button(
          'confirm',
          fill(words.confirm_button_label, 'manage'),
          () => {
            waiting.forEach((one) => {
              state.managed[one.id] = true
            })
            end()
            draw()
          },
          { class: 'button solid' },
        ),
        button('decline', fill(words.cancel_button_label, 'cancel'), end),
      ),
    ),
  )
  document.body.append(dialog)
  dialog.addEventListener('cancel', end)
  dialog.showModal()
}
`
