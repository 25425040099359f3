/** Page script: the section configure, with what the three permissions open. */
export const scriptConfigure = String.raw`
const RULES = [
  {
    permission: 'allow_access_automation_rule_customization',
    title: 'access_rules',
    rules: ['rule_issue', 'rule_revoke'],
  },
  {
    permission: 'allow_climate_automation_rule_customization',
    title: 'climate_rules',
    rules: ['rule_arrival', 'rule_departure'],
  },
]

function configureView() {
  const asked = feature('configure')
  const groups = RULES.map((group) => {
    const free = asked[group.permission] === true
    return h(
      'section',
      { class: 'group', 'data-permission': group.permission, 'data-allowed': String(free) },
      h('h2', {}, t(group.title)),
      group.rules.map((rule) => {
        const box = h('input', {
          type: 'checkbox',
          'data-id': rule,
          checked: state.rules[rule] !== false,
          disabled: !free || options.read_only === true,
          onchange: () => {
            state.rules[rule] = box.checked
            tell(t('saved'))
          },
        })
        return h('label', { class: 'check' }, box, h('span', {}, t(rule)))
      }),
      free ? null : h('p', { class: 'muted small' }, t('fixed')),
    )
  })
  const free = asked.allow_instant_key_customization === true
  const name = h('input', {
    type: 'text',
    id: 'key_name',
    'data-id': 'key_name',
    value: state.keyName,
    disabled: !free || options.read_only === true,
    autocomplete: 'off',
    onchange: () => {
      state.keyName = name.value
    },
  })
  groups.push(
    h(
      'section',
      { class: 'group', 'data-permission': 'allow_instant_key_customization', 'data-allowed': String(free) },
      h('h2', {}, t('instant_keys')),
      h('label', { for: 'key_name', class: 'muted' }, t('key_name')),
      h(
        'div',
        { class: 'actions' },
        name,
        free
          ? action('save key', t('save'), () => {
              state.keyName = name.value
              tell(t('saved'))
            })
          : null,
      ),
      free ? null : h('p', { class: 'muted small' }, t('fixed')),
    ),
  )
  return [h('p', { class: 'intro' }, t('configure_intro')), groups]
}
`
