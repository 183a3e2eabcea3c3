// A field and what it finds. Arrows move between field and links, Enter opens the first.
const PAUSE_MS = 110
const boxes = new WeakMap()

function field({ most, label: words, example }) {
  const label = make("label", { class: "label" }, words)
  const input = make("input")
  Object.assign(input, { type: "search", id: "ll-search-field", maxLength: most, autocomplete: "off", spellcheck: false })
  input.placeholder = example
  label.htmlFor = input.id
  return [label, input]
}

function create(box, data) {
  const [label, input] = field(data)
  const status = make("p", { class: "status" }), hits = make("div", { class: "hits" })
  status.role = "status"
  box.append(label, input, status, hits)
  input.value = data.query // what was looked for last: its hits are there, and typing takes its place
  const state = { input, status, hits, send: null, timer: 0, asked: data.query }
  const ask = () => {
    clearTimeout(state.timer)
    state.timer = setTimeout(() => {
      if (input.value === state.asked) return
      state.asked = input.value
      state.send("query", input.value)
    }, PAUSE_MS)
  }
  input.addEventListener("input", ask)
  box.addEventListener("keydown", (event) => onKey(event, state))
  setTimeout(() => { input.focus(); input.select() }, 50) // after the dialog has taken the focus
  return state
}

function onKey(event, { input, hits, status }) {
  const links = [...hits.querySelectorAll("a")]
  const at = links.indexOf(document.activeElement)
  const go = (target) => { event.preventDefault(); target.focus(); target.scrollIntoView({ block: "nearest" }) }
  if (event.key === "ArrowDown" && links.length) go(links[Math.min(at + 1, links.length - 1)])
  else if (event.key === "ArrowUp" && at >= 0) go(at ? links[at - 1] : input)
  else if (event.key === "Enter" && document.activeElement === input) {
    event.preventDefault()
    if (links.length && hits.dataset.query === input.value) links[0].click()
    else status.dataset.wanted = input.value // opened as soon as its hits are there
  }
}

function section(group, open) {
  const head = heading(3, group)
  if (group.more) head.append(make("small", {}, group.more))
  const row = ({ id, text, href }) => make("li", {}, link(text, addressOf(href), () => open(id), { "data-id": id }))
  return make("section", {}, head, make("ul", {}, ...group.links.map(row)))
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const box = parentElement.querySelector(".ll-search")
  if (!boxes.has(box)) boxes.set(box, create(box, data))
  const state = boxes.get(box), { status, hits, input } = state
  state.send = setStateValue
  status.textContent = data.status
  const key = JSON.stringify(data)
  if (hits.dataset.key !== key) {
    hits.dataset.key = key
    hits.dataset.query = data.query
    const held = hits.contains(document.activeElement) ? document.activeElement.dataset.id : null
    hits.replaceChildren(...data.groups.map((group) => section(group, (id) => setTriggerValue("open", id))))
    if (held) ([...hits.querySelectorAll("a")].find((anchor) => anchor.dataset.id === held) ?? input).focus()
  }
  if (status.dataset.wanted && status.dataset.wanted === data.query && input.value === data.query) {
    delete status.dataset.wanted
    hits.querySelector("a")?.click()
  }
}
