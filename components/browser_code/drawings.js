// A drawing of the server as an element of the page, without anything that could run or restyle it.
function parse(svg) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement
  root.querySelectorAll("script, foreignObject, a, style").forEach((bad) => bad.remove())
  return document.importNode(root, true)
}

// Of several drawings of one thing, the widest first: the first that has room in so many px, else the narrowest.
function fitting(svgs, room) {
  return svgs.find((svg) => room <= 0 || Number(/ width="(\d+)"/.exec(svg)[1]) <= room) ?? svgs.at(-1)
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
