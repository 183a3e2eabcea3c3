// Rows that are moved. They are drawn once and then moved, so that the focus stays on the row.
const views = new WeakMap()

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

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
  view.status.textContent = `${row.dataset.text}: now ${rows.indexOf(row) + 1} of ${rows.length}.`
  rows.forEach((one) => one.classList.toggle("moved", one === row))
  view.setState("steps", rows.map((one) => one.dataset.id))
}

function move(view, row, by) {
  const rows = rowsOf(view), at = rows.indexOf(row), to = at + by
  if (to < 0 || to >= rows.length) {
    view.status.textContent = `${row.dataset.text} is ${to < 0 ? "first" : "last"} already.`
    return
  }
  const held = view.list.getRootNode().activeElement
  rows[to][by < 0 ? "before" : "after"](row)
  if (held && row.contains(held)) held.focus()
  placed(view, row)
}

function drag(view, row, grip) {
  grip.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType !== "mouse") return // a thumb scrolls the page
    event.preventDefault()
    grip.setPointerCapture(event.pointerId)
    const before = rowsOf(view).indexOf(row)
    row.classList.add("dragged")
    const follow = (moved) => {
      const over = rowsOf(view).find((one) => { const box = one.getBoundingClientRect(); return one !== row && moved.clientY > box.top && moved.clientY < box.bottom })
      if (!over) return
      const box = over.getBoundingClientRect(), below = rowsOf(view).indexOf(over) > rowsOf(view).indexOf(row)
      const past = moved.clientY > box.top + box.height / 2
      if (below === past) over[below ? "after" : "before"](row)
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
    const made = make("button", { type: "button", "aria-label": `Move ${word}: ${text}` }, make("span", { class: "icon", "aria-hidden": "true" }, sign))
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
  view.list = make("ol", { "aria-label": "Your order, first to last" })
  view.status = make("p", { role: "status", class: "hidden" })
  view.list.append(...rows.map((row) => drawRow(view, row)))
  const how = make("p", { class: "note" }, "Move rows with the arrows", make("span", { class: "keys" }, ", by dragging, or with Alt and the up or down arrow key"), ".")
  view.box.replaceChildren(view.list, how, view.status)
  number(view)
}

export default function ({ data, parentElement, setStateValue }) {
  let view = views.get(parentElement)
  if (!view) { view = { box: parentElement.querySelector(".steps") }; views.set(parentElement, view) }
  view.setState = setStateValue
  const rows = JSON.stringify([...data.rows].sort((a, b) => (a.id < b.id ? -1 : 1)))
  if (view.rows !== rows) { view.rows = rows; draw(view, data.rows) }
}
