import type { PageWords } from '../words/enUS'
import { actionButton, type Child, h } from './h'
import type { Page } from './Page'

type Permission =
  `allow_${'access_automation_rule' | 'climate_automation_rule' | 'instant_key'}_customization`

interface RuleGroup {
  permission: Permission
  title: keyof PageWords
  rules: readonly (keyof PageWords)[]
}

const RULES: readonly RuleGroup[] = [
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

/** The section `configure`: rules and keys. The user changes only what a permission of `features.configure` allows. */
export function configureView(page: Page): Child {
  const { t } = page
  return [
    h('p', { class: 'intro' }, t('configure_intro')),
    RULES.map(({ permission, title, rules }) =>
      group(page, permission, title, (allowed) => rules.map((rule) => ruleRow(page, rule, allowed))),
    ),
    group(page, 'allow_instant_key_customization', 'instant_keys', (allowed) => keyName(page, allowed)),
  ]
}

function group(
  { options, t }: Page,
  permission: Permission,
  title: keyof PageWords,
  inside: (allowed: boolean) => Child,
): HTMLElement {
  const allowed = options.features?.configure?.[permission] === true
  return h(
    'section',
    { class: 'group', 'data-permission': permission, 'data-allowed': String(allowed) },
    h('h2', {}, t(title)),
    inside(allowed),
    allowed ? null : h('p', { class: 'muted small' }, t('fixed')),
  )
}

function ruleRow({ options, state, tell, t }: Page, rule: keyof PageWords, allowed: boolean): HTMLElement {
  const box = h('input', {
    type: 'checkbox',
    'data-id': rule,
    checked: !state.rulesOff.has(rule),
    disabled: !allowed || options.read_only === true,
    onchange: () => {
      if (box.checked) state.rulesOff.delete(rule)
      else state.rulesOff.add(rule)
      tell(t('saved'))
    },
  })
  return h('label', { class: 'check' }, box, h('span', {}, t(rule)))
}

function keyName(page: Page, allowed: boolean): Child {
  const { options, state, tell, t } = page
  const keep = () => {
    state.keyName = name.value
  }
  const name = h('input', {
    type: 'text',
    id: 'key_name',
    'data-id': 'key_name',
    value: state.keyName,
    disabled: !allowed || options.read_only === true,
    autocomplete: 'off',
    onchange: keep,
  })
  const save = () => {
    keep()
    tell(t('saved'))
  }
  return [
    h('label', { for: 'key_name', class: 'muted' }, t('key_name')),
    h('div', { class: 'actions' }, name, allowed ? actionButton(page, 'save key', t('save'), save) : null),
  ]
}
