// A real table. Cells off the diagonal are buttons; one is a tab stop, and arrows move between them.
function head(name, scope) {
  return make("th", { scope }, make("span", { class: "long" }, name.label), make("span", { class: "short" }, name.short))
}

function move(view, row, column) {
  const target = view.buttons.get(`${row},${column}`)
  if (!target) return false
  for (const button of view.buttons.values()) button.tabIndex = button === target ? 0 : -1
  target.focus()
  return true
}

function pressedKey(view, event, row, column) {
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key]
  if (!step) return
  event.preventDefault()
  event.stopPropagation()
  const [down, right] = step
  if (!move(view, row + down, column + right)) move(view, row + 2 * down, column + 2 * right) // over the diagonal
}

function cell(view, data, row, column) {
  const count = data.counts[row][column], [called, given] = [data.names[row].label, data.names[column].label]
  if (row === column) {
    const tick = make("span", { class: "tick", "aria-hidden": "true" }, count ? "✓" : "")
    const said = make("span", { class: "hidden" }, data.words.right)
    return make("td", { class: count ? "right" : "right none" }, make("b", {}, String(count)), tick, said)
  }
  const label = filled(data.words.cell, { called, given, times: data.words.times[count] })
  const button = make("button", { type: "button", "aria-label": label, class: count ? "mixed" : "none" }, count ? String(count) : "0")
  button.title = label
  button.tabIndex = -1
  button.addEventListener("click", () => view.send("pair", [row, column]))
  button.addEventListener("keydown", (event) => pressedKey(view, event, row, column))
  view.buttons.set(`${row},${column}`, button)
  return make("td", {}, button)
}

function draw(view, data) {
  view.buttons = new Map()
  const top = make("tr", {}, make("td", { class: "corner" }), ...data.names.map((name) => head(name, "col")))
  const cells = (row) => data.names.map((_, column) => cell(view, data, row, column))
  const rows = data.names.map((name, row) => make("tr", {}, head(name, "row"), ...cells(row)))
  const caption = make("caption", {}, data.words.caption)
  view.box.replaceChildren(make("table", {}, caption, make("thead", {}, top), make("tbody", {}, ...rows)))
  view.buttons.values().next().value.tabIndex = 0
}

export default function ({ data, parentElement, setTriggerValue }) {
  const view = viewOf(parentElement, ".grid")
  view.send = setTriggerValue
  const key = JSON.stringify(data)
  if (view.key !== key) { view.key = key; draw(view, data) }
}
