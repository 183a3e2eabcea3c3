// Rows that are moved. They are drawn once and then moved, so that the focus stays on the row.
const rowsOf = (view) => [...view.list.children]

function number(view) {
  const rows = rowsOf(view)
  rows.forEach((row, at) => {
    row.querySelector(".place").textContent = String(at + 1)
    const [up, down] = row.querySelectorAll("button")
    up.setAttribute("aria-disabled", String(at === 0))
    down.setAttribute("aria-disabled", String(at === rows.length - 1))
  })
}

function placed(view, row) {
  number(view)
  const rows = rowsOf(view)
  view.status.textContent = filled(view.words.now, { text: row.dataset.text, place: rows.indexOf(row) + 1, count: rows.length })
  rows.forEach((one) => one.classList.toggle("moved", one === row))
  view.setState("steps", rows.map((one) => one.dataset.id))
}

function move(view, row, by) {
  const rows = rowsOf(view), at = rows.indexOf(row), to = at + by
  if (to < 0 || to >= rows.length) {
    view.status.textContent = filled(to < 0 ? view.words.first : view.words.last, { text: row.dataset.text })
    return
  }
  const held = view.list.getRootNode().activeElement
  rows[to][by < 0 ? "before" : "after"](row)
  if (held && row.contains(held)) held.focus()
  placed(view, row)
}

function within(row, y) {
  const box = row.getBoundingClientRect()
  return y > box.top && y < box.bottom
}

function drag(view, row, grip) {
  grip.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType !== "mouse") return // a thumb scrolls the page
    event.preventDefault()
    grip.setPointerCapture(event.pointerId)
    const before = rowsOf(view).indexOf(row)
    row.classList.add("dragged")
    // The others move round the row: a row that is moved itself loses the pointer.
    const follow = (moved) => {
      const rows = rowsOf(view), over = rows.find((one) => one !== row && within(one, moved.clientY))
      if (!over) return
      const box = over.getBoundingClientRect(), below = rows.indexOf(over) > rows.indexOf(row)
      if (below !== moved.clientY > box.top + box.height / 2) return
      const [from, to] = [rows.indexOf(row), rows.indexOf(over)]
      const passed = below ? rows.slice(from + 1, to + 1) : rows.slice(to, from)
      if (below) row.before(...passed)
      else row.after(...passed)
    }
    const drop = () => {
      grip.removeEventListener("pointermove", follow)
      row.classList.remove("dragged")
      if (rowsOf(view).indexOf(row) !== before) placed(view, row)
    }
    grip.addEventListener("pointermove", follow)
    grip.addEventListener("lostpointercapture", drop, { once: true })
  })
}

function drawRow(view, { id, text }) {
  const button = (word, sign, by) => {
    const icon = make("span", { class: "icon", "aria-hidden": "true" }, sign)
    const made = make("button", { type: "button", "aria-label": filled(view.words[word], { text }) }, icon)
    made.addEventListener("click", () => move(view, row, by))
    return made
  }
  const grip = make("span", { class: "grip" }, make("span", { class: "place" }), make("span", { class: "words" }, text))
  const row = make("li", {}, grip, button("up", "arrow_upward", -1), button("down", "arrow_downward", 1))
  row.dataset.id = id
  row.dataset.text = text
  row.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (by && event.altKey) { event.preventDefault(); event.stopPropagation(); move(view, row, by) }
  })
  drag(view, row, grip)
  return row
}

function draw(view, rows) {
  view.list = make("ol", { "aria-label": view.words.order })
  view.status = make("p", { role: "status", class: "hidden" })
  view.list.append(...rows.map((row) => drawRow(view, row)))
  const how = make("p", { class: "note" }, view.words.how, make("span", { class: "keys" }, view.words.keys), ".")
  view.box.replaceChildren(view.list, how, view.status)
  number(view)
}

export default function ({ data, parentElement, setStateValue }) {
  const view = viewOf(parentElement, ".steps")
  view.setState = setStateValue
  view.words = data.words
  const rows = JSON.stringify([data.words, ...data.rows].sort((a, b) => (a.id < b.id ? -1 : 1)))
  if (view.rows !== rows) { view.rows = rows; draw(view, data.rows) }
}
