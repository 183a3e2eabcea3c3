// A drawing of the server as an element of the page, without anything that could run or restyle it.
function parse(svg) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement
  root.querySelectorAll("script, foreignObject, a, style").forEach((bad) => bad.remove())
  return document.importNode(root, true)
}

// A node gets the outline that shows when it is in focus.
function addRing(node) {
  const body = node.querySelector(".body"), ring = body.cloneNode()
  const box = ["x", "y", "width", "height"].map((name) => Number(body.getAttribute(name)))
  ring.setAttribute("class", "ring")
  ring.setAttribute("x", box[0] - 4); ring.setAttribute("y", box[1] - 4)
  ring.setAttribute("width", box[2] + 8); ring.setAttribute("height", box[3] + 8)
  ring.setAttribute("rx", Number(body.getAttribute("rx")) + 4)
  node.prepend(ring)
}

// Of a drawing and a narrower one, where there is one: the first, unless it is wider than the room in px.
function fitting({ svg, narrow }, room) {
  const width = Number(/ width="(\d+)"/.exec(svg)[1])
  return narrow && room > 0 && width > room ? narrow : svg
}

// Where an arrow key leads from a node: to the nearest one in its direction.
function nearest(nodes, from, key) {
  const box = from.getBoundingClientRect()
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key]
  let best = null, least = Infinity
  for (const node of nodes) {
    if (node === from) continue
    const other = node.getBoundingClientRect()
    const [ox, oy] = [other.left + other.width / 2 - x, other.top + other.height / 2 - y]
    const ahead = ox * dx + oy * dy, aside = Math.abs(ox * dy) + Math.abs(oy * dx)
    if (ahead > 4 && ahead + 2 * aside < least) { least = ahead + 2 * aside; best = node }
  }
  return best
}
