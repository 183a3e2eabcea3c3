// One listener on the document. What is pressed is a button of the page, found by its key or by that of its container.
let shownBefore = null

const TAKES_SPACE = 'button, a, summary, select, [role="button"], [role="menuitem"], [role="option"], [role="combobox"]'
const TICKS = 'input[type="checkbox"], [role="checkbox"], [role="switch"]'
const TYPED = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])'
const OPEN = '[role="dialog"], [role="menu"], [role="listbox"]'

function takes(target, key) {
  if (!(target instanceof Element)) return false
  if (target.isContentEditable || target.matches(TYPED)) return true
  if (key !== "Space" && key !== "Enter") return false
  if (target.closest(TAKES_SPACE)) return true
  if (key === "Enter") return false
  const radio = target.closest('input[type="radio"]')
  return radio ? !radio.checked : Boolean(target.closest(TICKS))
}

function isOpen() {
  return [...document.querySelectorAll(OPEN)].some((element) => element.getClientRects().length > 0)
}

function press(names) {
  for (const name of names) {
    const key = CSS.escape(name)
    const button = document.querySelector(`:is(.st-key-${key}, .st-key-${key}-press) button:not(:disabled)`)
    if (button) return button.click(), true
  }
  return false
}

function followFocus({ shown, focus, top }) {
  const first = shownBefore === null
  if (shown === shownBefore) return
  shownBefore = shown
  if (first) return
  const go = () => {
    const target = document.querySelector(`.${CSS.escape(focus)}`)
    const at = document.activeElement
    const lost = !at || at === document.body || at.contains(target)
    if (!target || !(lost || top)) return
    target.tabIndex = -1
    target.focus({ preventScroll: true })
    if (top) target.closest('[data-testid="stMain"]')?.scrollTo({ top: 0, behavior: "instant" })
    else target.scrollIntoView({ block: "nearest" })
  }
  setTimeout(go, 120)
}

export default function ({ data }) {
  followFocus(data)
  const onKey = (event) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toLowerCase() : event.key
    const names = data.presses[key]
    if (!names || isOpen() || takes(event.composedPath()[0], key)) return
    if (press(names)) event.preventDefault()
  }
  document.addEventListener("keydown", onKey, true) // before a radio keeps the key to itself
  return () => document.removeEventListener("keydown", onKey, true)
}
