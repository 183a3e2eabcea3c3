// A menu beside each left side. Menus are drawn once, so that the focus stays.
const ARROW_PX = 48

function pairsOf(view) {
  return Object.fromEntries(view.menus.filter((menu) => menu.value).map((menu) => [menu.dataset.id, menu.value]))
}

// A menu cuts what is longer than itself: then the words stand under it.
function unfold(view) {
  const pen = document.createElement("canvas").getContext("2d")
  for (const menu of view.menus) {
    pen.font = getComputedStyle(menu).font
    const words = menu.value ? menu.selectedOptions[0].textContent : ""
    menu.whole.textContent = menu.clientWidth && pen.measureText(words).width > menu.clientWidth - ARROW_PX ? words : ""
  }
}

// Says where a right side was used twice, and marks in each menu what another has taken.
function compare(view) {
  for (const menu of view.menus) {
    const others = view.menus.filter((other) => other !== menu && other.value)
    for (const option of menu.options) {
      if (!option.value) continue
      const taken = others.find((other) => other.value === option.value)
      option.textContent = view.rights[option.value] + (taken && menu.value !== option.value ? view.words.in_use : "")
    }
    const twin = menu.value && others.find((other) => other.value === menu.value)
    menu.note.textContent = twin ? filled(view.words.twice, { text: twin.dataset.text }) : ""
    menu.classList.toggle("given", Boolean(menu.value))
  }
  const given = view.menus.filter((menu) => menu.value).length
  unfold(view)
  view.count.textContent = filled(view.words.count, { given, count: view.menus.length })
}

// Enter goes on to a menu that has nothing yet, and gives the pairs once none is left. In an unfolded menu it is the
// browser's own: it takes the row.
const isUnfolded = (menu) => CSS.supports("selector(:open)") && menu.matches(":open")

function entered(view, menu, event) {
  if (event.key !== "Enter" || isUnfolded(menu)) return
  event.preventDefault()
  const from = view.menus.indexOf(menu) + 1
  const next = [...view.menus.slice(from), ...view.menus.slice(0, from)].find((one) => !one.value)
  if (next) return next.focus()
  view.fire("submitted", Date.now())
}

function drawRow(view, [id, text], data) {
  const field = `pair-${id}`
  const menu = make("select", { id: field, "aria-describedby": `${field}-note` }, make("option", { value: "" }, view.words.choose))
  for (const [right, words] of data.rights) menu.append(make("option", { value: right }, words))
  menu.dataset.id = id
  menu.dataset.text = text
  menu.value = data.pairs[id] || ""
  menu.note = make("p", { id: `${field}-note`, class: "note" })
  menu.whole = make("p", { class: "whole", "aria-hidden": "true" })
  menu.addEventListener("change", () => { compare(view); view.setState("pairs", pairsOf(view)) })
  menu.addEventListener("keydown", (event) => entered(view, menu, event))
  keepTyped(menu)
  view.menus.push(menu)
  const side = make("div", { class: "side" }, menu, menu.whole, menu.note)
  return make("div", { class: "pair" }, make("label", { for: field }, text), side)
}

function draw(view, data) {
  view.menus = []
  view.rights = Object.fromEntries(data.rights)
  view.count = make("p", { class: "count", role: "status" })
  view.box.replaceChildren(...data.lefts.map((left) => drawRow(view, left, data)), view.count)
  compare(view)
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const view = viewOf(parentElement, ".pairs")
  view.setState = setStateValue
  view.fire = setTriggerValue
  view.words = data.words
  const sides = JSON.stringify([data.lefts, data.rights, data.words])
  if (view.sides !== sides) { view.sides = sides; draw(view, data) }
  const watch = new ResizeObserver(() => unfold(view))
  watch.observe(view.box)
  return () => watch.disconnect()
}
