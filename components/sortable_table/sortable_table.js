// Draws a table whose heads sort it. Rows move, they are never drawn again, so that the focus stays.
function weight(cell) {
  return cell.rank === null ? cell.text.toLowerCase() : cell.rank
}

function sort(view, column) {
  view.down = view.column === column ? !view.down : false
  view.column = column
  const rows = [...view.data.rows].sort((a, b) => {
    const [x, y] = [weight(a.cells[column]), weight(b.cells[column])]
    if (x === y) return 0
    if (x === "last" || y === "last") return x === "last" ? 1 : -1
    return (x < y ? -1 : 1) * (view.down ? -1 : 1)
  })
  rows.forEach((row) => view.body.append(view.rows.get(row.id)))
  view.heads.forEach((head, at) => {
    if (!view.data.sorts.includes(at)) return
    const order = at !== column ? "none" : view.down ? "descending" : "ascending"
    head.setAttribute("aria-sort", order)
    head.querySelector(".arrow").textContent = { none: "↕", ascending: "↑", descending: "↓" }[order]
  })
  view.status.textContent = view.data.sorted[view.down ? 1 : 0].replace("{head}", view.data.columns[column])
}

function head(view, text, at) {
  const cell = make("th", { scope: "col" })
  if (!view.data.sorts.includes(at)) { cell.textContent = text; return cell }
  const arrow = make("span", { class: "arrow", "aria-hidden": "true" }, "↕")
  const button = make("button", { type: "button", class: "head" }, text, " ", arrow)
  button.addEventListener("click", () => sort(view, at))
  cell.setAttribute("aria-sort", "none")
  cell.append(button)
  return cell
}

function drawRow(view, row) {
  const line = make("tr", row.category ? { class: row.category } : {})
  row.cells.forEach((cell, at) => {
    const sorts = view.data.sorts.includes(at) ? "sorts" : ""
    const box = at ? make("td", { "data-head": view.data.heads[at], class: sorts }) : make("th", { scope: "row" })
    if (at || !view.data.live) box.append(make("span", {}, cell.text))
    else {
      const button = make("button", { type: "button", class: "open" }, cell.text)
      button.addEventListener("click", () => view.send("chosen", row.id))
      box.append(button)
    }
    if (cell.note) box.append(make("small", {}, cell.note))
    line.append(box)
  })
  return line
}

function draw(view, data) {
  view.data = data
  view.heads = data.heads.map((text, at) => head(view, text, at))
  view.rows = new Map(data.rows.map((row) => [row.id, drawRow(view, row)]))
  view.body = make("tbody", {}, ...view.rows.values())
  view.status = make("p", { role: "status", class: "hidden" })
  const table = make("table", {}, make("caption", {}, data.caption), make("thead", {}, make("tr", {}, ...view.heads)), view.body)
  view.box.replaceChildren(table, view.status)
}

export default function ({ data, parentElement, setTriggerValue }) {
  const view = viewOf(parentElement, ".table")
  view.send = setTriggerValue
  const key = JSON.stringify({ ...data, chosen: null })
  if (view.key !== key) { view.key = key; view.column = undefined; draw(view, data) }
  for (const [id, line] of view.rows) {
    line.classList.toggle("chosen", id === data.chosen)
    line.querySelector(".open")?.setAttribute("aria-pressed", String(id === data.chosen))
  }
}
